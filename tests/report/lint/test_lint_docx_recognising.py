"""Components are known by their words and their place, however they are set and whatever is missing."""

from pathlib import Path

import pytest

from catalogue import Catalogue
from catalogue.format_rule import Profile, load_inconsistencies
from report import facts, render
from report.lint import lint_docx
from tests.libreoffice import convert
from tests.report.lint.good import GOOD, LONG, decision, letter, party_report, report
from tests.report.lint.official import Spec, docx, package, package_parts
from tests.report.making import full_tables, office, round_of, tables_of

SAMPLE = Path(__file__).with_name("nd30-phu-luc-3.docx")
SAMPLE_RULES = {
    "text.language",
    "text.font_ascii",
    "motto_line.underscored",
    "agency_line.underscored",
    "subject_line.underscored",
    "appendix_line.underscored",
    "letter_subject.gap",
    "head_sizes.pair",
    "body.size",
    "body.bold",
    "body.align",
    "body.first_line",
    "ending.mark",
    "appendix_number.own_pages",
}


def broken(document, profile=None):
    return {each.rule.key for each in lint_docx(docx(document), name="x.docx", profile=profile).findings}


def test_the_profile_is_that_of_the_head():
    for profile, makers in GOOD.items():
        assert {lint_docx(docx(make()), name="x.docx").profile.value for make in makers} == {profile}


def test_a_report_of_the_party_is_no_administrative_document():
    assert {"nation.present", "motto.present"} <= broken(party_report(), Profile.ND30)


def test_only_the_nation_is_reported_when_it_is_missing():
    document = report()
    document.remove("nation")

    assert broken(document) == {"nation.present"}


def test_an_agency_without_a_superior_may_take_two_bold_lines():
    document = report()
    parent, agency = document.specs("parent_agency")[0], document.specs("agency")[0]
    parent.component, parent.bold, parent.text, agency.text = (
        "agency",
        True,
        "ỦY BAN NHÂN DÂN",
        "PHƯỜNG NGÔ QUYỀN",
    )

    assert broken(document) == set()


def test_a_bold_superior_is_known_by_the_second_name():
    document = report()
    document.specs("parent_agency")[0].bold = True

    assert broken(document) == {"parent_agency.bold"}


def test_two_letters_in_one_file_are_two_acts():
    first, second = letter(), letter()
    second.specs("number")[0].bold = True
    joined = verdict_on_both(first, second)

    assert [(each.rule.key, len(each.spots)) for each in joined.findings] == [("number.bold", 1)]


def verdict_on_both(first, second):
    """Return the verdict on one file with two documents after one another."""
    one, two = package_parts(first), package_parts(second)
    body = two["word/document.xml"].split("<w:body>")[1]
    parts = one | {"word/document.xml": one["word/document.xml"].split("<w:sectPr>")[0] + body}
    return lint_docx(package(parts), name="x.docx")


def test_addressees_may_stand_in_a_table():
    document = report()
    document.specs("addressee")[0].text = "- Ủy ban nhân dân thành phố,"
    parts = package_parts(document)
    paragraphs = parts["word/document.xml"].split("<w:p>")
    first = next(at for at, text in enumerate(paragraphs) if "Kính gửi" in text)
    paragraphs[first - 1] += "<w:tbl><w:tr><w:tc>"
    paragraphs[first + 2] += "</w:tc></w:tr></w:tbl>"
    verdict = lint_docx(package(parts | {"word/document.xml": "<w:p>".join(paragraphs)}), name="x.docx")

    assert [each.rule.key for each in verdict.findings] == ["addressee.marks"]


def test_captions_units_notes_and_boxed_notices_are_no_words_of_the_text():
    document = report()
    at = document.body.index(document.specs("roman")[0])
    for text in ("Bảng 1. Kết quả theo nhóm", "Đơn vị tính: triệu đồng", "(*) Nhiệm vụ ưu tiên."):
        document.body.insert(at, Spec(component="aside", text=text, size=12, align="center"))

    assert broken(document) == set()


def test_headings_deeper_than_the_decree_says_follow_no_rule():
    document = report()
    spec = document.specs("body")[2]
    spec.text, spec.bold, spec.align = f"1.1. {LONG}", True, "left"

    assert broken(document) == set()


def test_a_stressed_word_is_no_deviation_but_a_bold_paragraph_is():
    document = decision()
    document.specs("article")[0].label = 20

    assert broken(document) == set()


@pytest.mark.parametrize(
    "said", ["Phụ lục I đến Phụ lục II", "các Phụ lục I, II", "phụ lục I và II", "Phụ lục I - II"]
)
def test_appendices_may_be_mentioned_in_lists_and_ranges(said):
    document = report()
    document.specs("body")[1].text = f"Số liệu chi tiết tại {said} kèm theo Báo cáo này."

    assert broken(document) == set()


# ---------------------------------------------------------------------------- what the decree leaves open


def test_both_places_of_the_tone_mark_are_right():
    document = report()
    spec = document.specs("nation")[0]
    spec.text = spec.text.replace("HÒA", "HOÀ")

    assert broken(document) == set()


def test_the_smaller_pair_of_sizes_is_right():
    document = report()
    for component, size in {
        "nation": 12,
        "motto": 13,
        "place_date": 13,
        "parent_agency": 12,
        "agency": 12,
    }.items():
        document.specs(component)[0].size = size

    assert broken(document) == set()


def test_typed_underscores_are_a_warning_whatever_their_length():
    document = report()
    line = document.specs("motto_line")[0]
    line.text, line.ratio, line.size = "____", 0, 14
    (finding,) = lint_docx(docx(document), name="x.docx").findings

    assert (finding.rule.key, finding.severity) == ("motto_line.underscored", "warning")


def test_an_underlined_motto_is_no_drawn_line():
    document = report()
    document.remove("motto_line")
    document.specs("motto")[0].underline = True

    assert broken(document) == {"motto_line.kind"}


@pytest.mark.libreoffice
def test_a_report_saved_again_by_libreoffice_is_still_right(tmp_path, full_docx):
    path = tmp_path / "goc.docx"
    path.write_bytes(full_docx)
    (tmp_path / "moi").mkdir()

    assert lint_docx(convert(path, tmp_path / "moi", kind="docx").read_bytes(), name="x.docx").findings == ()


def test_a_wide_page_may_have_the_bottom_margin_of_the_decrees_own_appendix():
    document = report()
    document.appendix_pages[0].margins["bottom"] = 15

    assert broken(document) == set()


def test_minutes_need_no_place_date_and_no_line_below_the_subject():
    document = report()
    document.specs("document_type")[0].text = "BIÊN BẢN"
    document.specs("number")[0].text = "Số: 12/BB-STC"
    document.remove("place_date", "subject_line")

    assert broken(document) == set()


def test_what_is_filed_at_the_registry_only_is_right():
    document = report()
    document.specs("receiver")[-1].text = "- Lưu: VT."

    assert broken(document) == set()


def test_a_text_issued_with_a_decision_needs_no_number_date_or_signature():
    document = decision()
    document.specs("document_type")[0].text = "QUY CHẾ"
    attached = document.specs("decides")[0]
    attached.text, attached.bold, attached.italic = (
        "(Kèm theo Quyết định số 45/QĐ-STC ngày 05 tháng 11 năm 2026)",
        False,
        True,
    )
    document.body.insert(3, attached)
    document.remove(
        "number", "place_date", "receivers_head", "receiver", "signer_title", "signer_name", "basis"
    )

    assert broken(document) == set()


def test_blanks_to_be_filled_in_are_right():
    document = report()
    document.specs("number")[0].text = "Số:        /BC-STC"
    document.specs("place_date")[0].text = "Hải Phòng, ngày     tháng     năm 2026"
    document.specs("signer_name")[0].text = "……………"

    assert broken(document) == set()


def test_every_inconsistency_says_where_it_stands_and_what_is_done():
    assert all(each.what and each.treatment and each.place for each in load_inconsistencies())


# ------------------------------------------------------------------------------------ whole documents


def test_the_decrees_own_samples_deviate_only_in_what_the_page_on_the_format_explains():
    verdict = lint_docx(SAMPLE.read_bytes(), name=SAMPLE.name)

    assert verdict.profile is Profile.ND30
    assert {each.rule.key for each in verdict.findings} == SAMPLE_RULES


@pytest.mark.parametrize("plan_id", Catalogue().plan_ids())
def test_the_report_of_every_plan_is_right_even_when_nothing_was_reported(plan_id):
    plan = Catalogue().plan(plan_id)

    assert lint_docx(render(facts(tables_of(), plan, round_of(plan))), name="x.docx").findings == ()


@pytest.mark.parametrize("plan_id", ["hp-2026-chuyen-doi-xanh", "hp-2026-bao-ve-moi-truong"])
def test_the_report_of_a_full_round_is_right_for_a_department_too(plan_id):
    plan = Catalogue().plan(plan_id)
    tables = full_tables(plan, Catalogue().registry(plan.registry_id))
    department = office(
        name="Sở Tài chính",
        parent_name="Ủy ban nhân dân thành phố Hải Phòng",
        recipients=("Ủy ban", "Bộ Tài chính"),
    )
    reports = [render(facts(tables, plan, round_of(plan, office=each))) for each in (office(), department)]

    assert [lint_docx(each, name="x.docx").findings for each in reports] == [(), ()]
