"""What cells take: dropdowns, limits and messages, from the fields' data."""

import pytest

from catalogue import SheetKey
from templates.validations import MESSAGE_LENGTH, TITLE_LENGTH, cell_rule, short_title


def rules(sheet):
    """Return a sheet's data validations by the first column they cover."""
    return {
        str(rule.sqref).split(":")[0].rstrip("0123456789"): rule
        for rule in sheet.data_validations.dataValidation
    }


def test_dropdowns_refer_to_names_never_to_cells_or_inline_lists(forms):
    workbook = forms.workbook()
    sources = {
        rule.formula1
        for sheet in workbook.worksheets
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }

    assert sources == {"dm_task_status", "dm_data_state", "dm_funding_source", "dm_theme", "dm_task"}
    assert sources <= set(workbook.defined_names)


def test_every_message_fits(design, round_):
    answered = [field for field in design.fields if not field.is_fixed]
    for rule in (cell_rule(field, round_.period) for field in answered):
        assert 0 < len(rule["input_title"]) <= TITLE_LENGTH
        assert 0 < len(rule["input_message"]) <= MESSAGE_LENGTH
        assert len(rule.get("error_message", "")) <= MESSAGE_LENGTH


def test_a_percentage_is_between_0_and_100(forms):
    rule = rules(forms.workbook()["Nhiệm vụ"])["H"]

    assert (rule.type, rule.formula1, rule.formula2) == ("decimal", "0", "100")
    assert rule.promptTitle == "Tỷ lệ hoàn thành"
    assert rule.error.startswith("Ô này chỉ nhận số từ 0 đến 100")


def test_a_completion_date_lies_within_the_period(forms):
    rule = rules(forms.workbook()["Nhiệm vụ"])["I"]

    assert (rule.type, rule.formula1, rule.formula2) == ("date", "46006", "46370")


def test_money_is_not_negative(forms):
    rule = rules(forms.workbook()["Kinh phí"])["E"]

    assert (rule.type, rule.operator, rule.formula1) == ("decimal", "greaterThanOrEqual", "0")


def test_long_texts_have_a_limit(forms):
    rule = rules(forms.workbook()["Nhiệm vụ"])["J"]

    assert (rule.type, rule.operator, rule.formula1) == ("textLength", "lessThanOrEqual", "5000")


def test_only_rows_that_answer_a_field_have_its_rule(forms):
    sheet = forms.workbook()["Chỉ tiêu"]
    covered = [str(rule.sqref) for rule in sheet.data_validations.dataValidation]

    assert "I6:I8" in covered
    assert "K9" in covered


@pytest.mark.parametrize(
    ("header", "title"),
    [("Văn bản, sản phẩm (số, ký hiệu, ngày)", "Văn bản, sản phẩm"), ("x" * 40, "x" * 32)],
)
def test_a_message_title_is_cut(header, title):
    assert short_title(header) == title


def test_a_field_without_limits_still_says_what_to_write(design, round_):
    field = design.field(SheetKey.INFO, "contact_name")

    assert cell_rule(field, round_.period)["validate"] == "length"
