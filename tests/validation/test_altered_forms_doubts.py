"""Alterations after which nobody can tell whose answer a cell holds: asked about, never merged."""

import io

import openpyxl
import pytest

from catalogue import SheetKey
from templates import IDENTITY_SHEET
from tests.altered import (
    BUDGETS,
    INDICATORS,
    INFO,
    ROWS,
    TASKS,
    answers_of,
    codes,
    dull,
    is_part_of,
    lost,
    rewrite,
)
from tests.forms import altered
from validation.intake import take

REVERSED = [6, 5, 4, 3, 2, 1, 0]
KEY, NUMBER, NAME = 1, 2, 3


# ------------------------------------------------------------------------ sorting a part of the columns


@pytest.mark.parametrize("first_column", [NUMBER, NAME])
def test_sorting_without_the_hidden_key_column_merges_no_answer_of_a_moved_row(receive, merged, first_column):
    taken = receive(
        lambda workbook: rewrite(workbook[TASKS], ROWS.values(), REVERSED, first_column=first_column)
    )
    answers = answers_of(taken)

    assert codes(taken) == [f"{TASKS} C{row} T118" for row in ROWS.values() if row != ROWS["I.4"]]
    assert is_part_of(answers, merged)
    assert lost(answers, merged).keys() == ROWS.keys() - {"I.4"}


def test_sorting_from_the_column_after_the_name_merges_no_answer_of_a_moved_row(receive, merged):
    taken = receive(lambda workbook: rewrite(workbook[TASKS], ROWS.values(), REVERSED, first_column=4))

    assert codes(taken) == [f"{TASKS} D{row} T118" for row in ROWS.values() if row != ROWS["I.4"]]
    assert lost(answers_of(taken), merged).keys() == ROWS.keys() - {"I.4"}


def test_sorting_only_the_printed_columns_merges_no_answer_of_a_moved_row(receive, merged):
    def change(workbook):
        sheet = workbook[TASKS]
        held = [[cell.value for cell in sheet[row][1:6]] for row in (6, 7)]
        for row, values in zip((7, 6), held, strict=True):
            for column, value in enumerate(values, start=2):
                sheet.cell(row, column, value)

    taken = receive(change)

    assert codes(taken) == [f"{TASKS} C6 T118", f"{TASKS} C7 T118"]
    assert lost(answers_of(taken), merged).keys() == {"I.1", "I.2"}


def test_a_sorted_row_is_marked_beside_the_name_the_unit_saw(receive):
    taken = receive(lambda workbook: rewrite(workbook[TASKS], [6, 7], [1, 0], first_column=NUMBER))

    assert [finding.row_key for finding in taken.findings if not dull(finding)] == ["I.2", "I.1"]
    assert taken.answers[SheetKey.TASKS]["I.2"]["result_text"] == "Đã làm việc thứ 2"
    assert taken.findings[0].value.startswith("I.2. ")


def test_visible_cells_pasted_over_another_row_are_asked_about_there(receive, merged):
    taken = receive(lambda workbook: rewrite(workbook[TASKS], [6, 7], [0, 0], first_column=NUMBER))
    answers = answers_of(taken)

    assert codes(taken) == [f"{TASKS} C7 T118"]
    assert is_part_of(answers, merged)
    assert lost(answers, merged).keys() == {"I.2"}


def test_a_row_named_after_something_else_altogether_is_not_merged(receive, merged):
    def change(workbook):
        workbook[TASKS]["C7"] = "Trồng cây xanh"

    taken = receive(change)

    assert codes(taken) == [f"{TASKS} C7 T118"]
    assert lost(answers_of(taken), merged).keys() == {"I.2"}


def test_indicators_sorted_without_their_keys_are_asked_about(receive, merged):
    taken = receive(lambda workbook: rewrite(workbook[INDICATORS], [6, 7], [1, 0], first_column=NUMBER))

    assert codes(taken) == [f"{INDICATORS} C6 T118", f"{INDICATORS} C7 T118"]
    assert lost(answers_of(taken), merged).keys() == {"2.1", "2.3"}


def test_renumbering_whole_rows_after_sorting_changes_nothing(receive, merged):
    def change(workbook):
        rewrite(workbook[INDICATORS], [6, 7], [1, 0], first_column=KEY)
        workbook[INDICATORS]["B6"], workbook[INDICATORS]["B7"] = "1", "2"

    taken = receive(change)

    assert codes(taken) == []
    assert answers_of(taken) == merged


def test_lines_of_the_information_sheet_that_changed_places_are_asked_about(receive, merged):
    taken = receive(lambda workbook: rewrite(workbook[INFO], [12, 13], [1, 0], first_column=2))

    assert codes(taken) == [f"{INFO} C12 T118", f"{INFO} C13 T118"]
    assert lost(answers_of(taken), merged) == {"": ["contact_name", "contact_phone"]}


# -------------------------------------------------------------------------------------- merged cells


@pytest.mark.parametrize(
    ("title", "area", "cells", "doubted"),
    [
        (
            TASKS,
            "H7:H9",
            "H7 H8 H9",
            {"I.2": ["completion_pct"], "I.3": ["completion_pct"], "I.4": ["completion_pct"]},
        ),
        (TASKS, "G8:H8", "G8 H8", {"I.3": ["status", "completion_pct"]}),
        (TASKS, "F8:G8", "G8", {"I.3": ["status"]}),
        (INFO, "C12:D13", "C12 C13", {"": ["contact_name", "contact_phone"]}),
        (BUDGETS, "E5:E7", "E6 E7", {"1": ["planned_vnd"], "2": ["planned_vnd"]}),
    ],
)
def test_answers_under_merged_cells_are_each_asked_about(receive, merged, title, area, cells, doubted):
    def change(workbook):
        for own in list(workbook[title].merged_cells):
            workbook[title].unmerge_cells(str(own))
        workbook[title].merge_cells(area)

    taken = receive(change)

    assert codes(taken) == [f"{title} {cell} T112" for cell in cells.split()]
    assert taken.findings[0].value == area
    assert lost(answers_of(taken), merged) == doubted


@pytest.mark.parametrize("area", ["J12:J15", "N7:P7", "C6:C7", "B2:N2"])
def test_merged_cells_with_one_answer_at_most_are_read(receive, merged, area):
    taken = receive(lambda workbook: workbook[TASKS].merge_cells(area))

    assert codes(taken) == []
    assert answers_of(taken) == merged


# -------------------------------------------------------------- two versions of one row, column or sheet


def copy_row(workbook, row=8, to=13):
    for cell in workbook[TASKS][row]:
        workbook[TASKS].cell(to, cell.column, cell.value)


def test_a_copied_row_that_differs_is_named_and_what_differs_is_not_merged(receive, merged):
    def change(workbook):
        copy_row(workbook)
        copy_row(workbook, to=14)
        workbook[TASKS]["H13"], workbook[TASKS]["J14"] = 99, "Khác"

    taken = receive(change)

    assert codes(taken) == [f"{TASKS} B13 T105", f"{TASKS} B14 T105"]
    assert lost(answers_of(taken), merged) == {"I.3": ["completion_pct", "result_text"]}
    assert taken.answers[SheetKey.TASKS]["I.3"]["completion_pct"] == 30.0


def test_of_a_blank_and_a_filled_row_with_one_key_the_filled_one_counts(receive, merged):
    def change(workbook):
        copy_row(workbook)
        for cell in workbook[TASKS]["G8:N8"][0]:
            cell.value = None

    taken = receive(change)

    assert codes(taken) == []
    assert answers_of(taken) == merged


def copy_column(workbook, *, with_key=True):
    sheet = workbook[TASKS]
    for row in range(1 if with_key else 2, 13):
        sheet.cell(row, 17, sheet[f"J{row}"].value)


@pytest.mark.parametrize("with_key", [True, False])
def test_two_columns_for_one_field_that_differ_are_asked_about(receive, merged, with_key):
    def change(workbook):
        copy_column(workbook, with_key=with_key)
        workbook[TASKS]["Q7"] = "Khác"

    taken = receive(change)

    assert codes(taken) == [f"{TASKS} Q5 T113"]
    assert lost(answers_of(taken), merged) == {"I.2": ["result_text"]}


def test_a_copied_column_that_is_the_same_or_blank_is_ignored(receive, merged):
    def change(workbook):
        copy_column(workbook)
        for row in ROWS.values():
            workbook[TASKS][f"J{row}"] = None

    assert codes(receive(copy_column)) == codes(receive(change)) == []
    assert answers_of(receive(change)) == merged


def test_a_copied_sheet_that_differs_is_named_and_what_differs_is_not_merged(receive, merged):
    def change(workbook):
        workbook.copy_worksheet(workbook[TASKS])["H7"] = 77

    taken = receive(change)

    assert codes(taken) == [f"{TASKS}  T110"]
    assert "H7" in taken.findings[0].message
    assert lost(answers_of(taken), merged) == {"I.2": ["completion_pct"]}


# -------------------------------------------------------------------------------- headers and units


def test_columns_whose_headers_changed_places_are_asked_about(receive, merged):
    def change(workbook):
        sheet = workbook[TASKS]
        sheet["L5"], sheet["J5"] = sheet["J5"].value, sheet["L5"].value

    taken = receive(change)

    assert codes(taken) == [f"{TASKS} J5 T119", f"{TASKS} L5 T119"]
    assert set(map(tuple, lost(answers_of(taken), merged).values())) == {("result_text",)}


def test_money_under_a_header_of_another_unit_is_not_merged(receive, merged):
    def change(workbook):
        workbook[BUDGETS]["E5"] = "Kế hoạch vốn (tỷ đồng)"

    taken = receive(change)

    assert codes(taken) == [f"{BUDGETS} E5 T119"]
    assert lost(answers_of(taken), merged) == {"1": ["planned_vnd"], "2": ["planned_vnd"]}


def test_an_indicator_in_another_unit_of_measure_is_not_merged(receive, merged):
    def change(workbook):
        workbook[INDICATORS]["D9"] = "ha"

    taken = receive(change)

    assert codes(taken) == [f"{INDICATORS} D9 T120"]
    assert lost(answers_of(taken), merged) == {"5.2": ["value"]}


# -------------------------------------------------------------------------------- whose form it is


def shows(**texts):
    """Return a change of what the information sheet and all lines under titles show."""
    cells = {"unit": "C6", "plan": "C7", "period": "C8"}

    def change(workbook):
        if IDENTITY_SHEET in workbook.sheetnames:
            del workbook[IDENTITY_SHEET]
        for sheet in workbook.worksheets:
            sheet["B3"] = None
        for name, text in texts.items():
            workbook[INFO][cells[name]] = text

    return change


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ({}, "E020"),
        ({"unit": "SỞ XÂY  DỰNG"}, "E020"),
        ({"unit": "Sở Xây dựng tỉnh"}, "E002"),
        ({"unit": "Sở Công Thương"}, "E002"),
        ({"unit": None}, "E002"),
        ({"period": None}, "E002"),
        ({"period": "Năm 2025"}, "E004"),
        ({"plan": "Kế hoạch khác"}, "E002"),
    ],
)
def test_a_form_without_identity_is_recognised_only_beyond_doubt(receive, texts, code):
    assert codes(receive(shows(**texts))) == [code]


def test_a_form_whose_visible_texts_contradict_each_other_is_nobodys(receive):
    def change(workbook):
        del workbook[IDENTITY_SHEET]
        workbook[INFO]["C6"] = "Sở Công Thương"

    assert codes(receive(change)) == ["E002"]


def test_a_table_made_by_hand_with_the_same_headers_is_read(form, expected):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for sheet in openpyxl.load_workbook(io.BytesIO(form), data_only=True).worksheets:
        if sheet.sheet_state == "visible" and sheet["B2"].value != "HƯỚNG DẪN ĐIỀN BIỂU MẪU BÁO CÁO":
            copy = made.create_sheet(f"Bảng {len(made.sheetnames) + 1}")
            for row in sheet.iter_rows(min_row=2, min_col=2, max_col=14):
                copy.append([cell.value for cell in row])
    saved = io.BytesIO()
    made.save(saved)
    taken = take("tự làm.xlsx", saved.getvalue(), expected)

    assert codes(taken) == ["E020", *(f"Bảng {number}  T107" for number in range(1, 6))]
    assert answers_of(taken) == answers_of(take("a.xlsx", form, expected))


@pytest.mark.parametrize(
    ("text", "code"),
    [("Sở Công Thương", "E021"), ("Phòng Kế hoạch", "E021"), ("Sở Xây dựng – Phòng Kế hoạch", "T117")],
)
def test_a_unit_shown_that_is_not_the_forms_is_asked_about(receive, merged, text, code):
    def change(workbook):
        workbook[INFO]["C6"] = text

    taken = receive(change)

    assert codes(taken) == [f"{INFO} C6 {code}"]
    assert answers_of(taken) == merged


def test_a_period_shown_that_is_not_the_rounds_makes_it_another_rounds_form(receive):
    def change(workbook):
        workbook[INFO]["C8"] = "Năm 2025"

    assert codes(receive(change)) == ["E004"]


def said(**parts):
    """Return a change of the hidden identity."""

    def change(workbook):
        for row in workbook[IDENTITY_SHEET].iter_rows():
            row[1].value = parts.get(row[0].value, row[1].value)

    return change


def test_an_old_form_whose_rows_and_columns_are_all_found_is_only_noted(receive, merged):
    taken = receive(said(fingerprint="0"))

    assert codes(taken) == ["E022"]
    assert answers_of(taken) == merged


def test_of_an_old_form_that_lacks_a_row_the_row_is_named(receive):
    def change(workbook):
        said(fingerprint="0")(workbook)
        workbook[TASKS].delete_rows(8)

    assert codes(receive(change)) == [f"{TASKS}  T103"]


def test_another_version_of_the_form_is_sent_back_with_its_answers(receive, merged):
    taken = receive(said(form_version="0"))

    assert codes(taken) == ["E006"]
    assert answers_of(taken) == merged


def test_a_form_filled_for_last_period_says_which_period(form, expected):
    taken = take("a.xlsx", altered(form, said(period="2025")), expected)

    assert codes(taken) == ["E004"]
    assert "năm 2025" in taken.findings[0].message
