import re
from dataclasses import replace

import pytest

from catalogue import Office
from catalogue.format_rule import Profile
from report import (
    check_figures,
    facts,
    missing_party_settings,
    party_office,
    rendered,
    rendered_for_party,
)
from report.lint import lint_docx
from tests.report.making import round_of, tables_of
from tests.report.words import paragraphs


@pytest.fixture(scope="module")
def party_report(full_facts, plan):
    return rendered_for_party(full_facts, party_office(plan, round_of(plan)))


def test_it_follows_the_format_of_the_party(party_report):
    verdict = lint_docx(party_report.content, name="x")

    assert verdict.profile is Profile.PARTY
    assert [finding.message for finding in verdict.findings] == []


def test_it_follows_the_format_without_rows_and_names(plan):
    told = facts(tables_of(), plan, round_of(plan))

    assert (
        lint_docx(rendered_for_party(told, Office()).content, name="x", profile=Profile.PARTY).findings == ()
    )


def test_every_figure_of_it_is_the_masters(party_report, full_facts, full_master):
    assert check_figures(party_report, full_master) == check_figures(rendered(full_facts), full_master)


def test_its_frame_is_that_of_the_committee(party_report):
    printed = paragraphs(party_report.content)

    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in printed
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" not in printed
    assert "T/M BAN THƯỜNG VỤ" in printed
    assert "- Lưu Văn phòng Đảng ủy." in printed
    assert any(text.startswith("Số") and text.endswith("-BC/ĐU") for text in printed)


def test_its_appendices_are_numbered_in_arabic_figures_wherever_they_are_named(party_report, full_docx):
    printed = "\n".join(paragraphs(party_report.content))
    named = re.findall(r"Phụ lục (\w+)", "\n".join(paragraphs(full_docx)))

    assert not re.search(r"Phụ lục [IVX]", printed)
    assert printed.count("Phụ lục 4") >= named.count("IV") - 1 > 0


def test_an_appendix_an_agency_names_keeps_its_number(plan):
    row = {
        "task_code": "I.1",
        "unit_name": "Sở A",
        "status": "Đang triển khai",
        "difficulty_text": "Chờ Phụ lục III của Bộ",
    }
    task = {"task_code": "I.1", "group_code": "I", "name": "Một", "owed_count": 1, "reported_count": 1}
    told = facts(
        tables_of(
            tasks=[task | {"overall": "Đang triển khai", "due_state": "Chưa đến hạn"}], task_rows=[row]
        ),
        plan,
        round_of(plan),
    )
    content = rendered_for_party(told, party_office(plan, round_of(plan))).content

    assert "Chờ Phụ lục III của Bộ" in "\n".join(paragraphs(content))


def test_its_text_ends_with_a_full_stop_alone(party_report):
    assert not [text for text in paragraphs(party_report.content) if text.endswith("./.")]


def test_the_other_report_is_worded_as_before_it(full_facts, full_docx, party_report):
    assert rendered(full_facts).content == full_docx


def test_the_rounds_file_has_the_last_word_on_who_issues_it(plan):
    own = Office(name="Đảng ủy phường")

    assert party_office(plan, round_of(plan)) == plan.party_office
    assert party_office(plan, round_of(plan, party_office=own)) is own
    assert party_office(replace(plan, party_office=None), round_of(plan, party_office=own)) is None


def test_what_it_leaves_blank_is_listed(plan):
    assert len(missing_party_settings(Office())) == 7
    assert [text.partition(" (")[0] for text in missing_party_settings(plan.party_office)] == [
        "chức vụ người ký",
        "họ tên người ký",
    ]
