import io
import zipfile
from dataclasses import replace

import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from jinja2 import UndefinedError
from lxml import etree

from catalogue.wording import report as words
from report import facts, render
from report.layout import LINE_SHARE
from report.render import fill
from templates import bold_width, report_template
from tests.report.making import office, round_of, tables_of
from tests.report.words import W, opened, paragraphs, root, strings

TASK = {
    "task_code": "I.1",
    "group_code": "I",
    "name": "Một",
    "owed_count": 1,
    "reported_count": 1,
    "is_priority": "x",
    "overall": "Đang triển khai",
    "due_state": "Chưa đến hạn",
}
HOSTILE = (
    "{{ 7*7 }} {% for x in y %} {# c #}",
    "<w:p>&lt;b&gt; ]]> & \"'</w:t>",
    "🌱 שלום \u202eعربي\u202c",
    "=HYPERLINK(1)\x00\x01\x1b\uffff\ud800",
    "một\a hai\f ba\v bốn\t năm",
)


def around(full_facts, **office_changes):
    return replace(full_facts, office=office(**office_changes))


def indents(content, style):
    node = next(p for p in root(content).iter(f"{W}pPr") if p[0].get(f"{W}val") == style).find(f"{W}ind")
    return int(node.get(f"{W}left")), int(node.get(f"{W}right"))


def test_the_same_facts_give_the_same_bytes(full_facts, full_docx):
    assert render(full_facts) == full_docx


def test_every_word_of_the_document_is_printed(full_docx, full_document):
    printed = "\n".join(paragraphs(full_docx))
    unbroken = printed.replace("\n", " ")

    for text in strings(full_document):
        assert text in printed or text in unbroken, text


def test_no_tag_and_no_blank_name_is_left(full_docx):
    printed = "\n".join(paragraphs(full_docx))

    assert not [tag for tag in ("{{", "}}", "{%", "%}", "None", "nan") if tag in printed]


def test_a_tag_that_names_nothing_is_an_error(full_facts):
    with zipfile.ZipFile(io.BytesIO(report_template())) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"head.number", b"head.numbre")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, part in parts.items():
            target.writestr(name, part)

    with pytest.raises(UndefinedError, match="numbre"):
        fill(stream.getvalue(), full_facts)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_answers_come_out_as_text(plan, text):
    row = {"task_code": "I.1", "unit_name": f"Sở {text}", "status": "Đang triển khai"}
    told = row | {"result_text": text, "difficulty_text": text, "cause_text": text, "proposal_text": text}
    content = render(facts(tables_of(tasks=[TASK | {"name": text}], task_rows=[told]), plan, round_of(plan)))
    wanted = "".join(char for char in text if char.isalnum() or char in "{}%#<>&")
    printed = "".join(char for char in "".join(paragraphs(content)) if char.isalnum() or char in "{}%#<>&")

    assert printed.count(wanted.replace("\ud800", "").replace("\uffff", "")) >= 5
    for part in ("word/document.xml", "word/styles.xml", "docProps/core.xml"):
        etree.fromstring(etree.tostring(root(content, part)))


def test_thirty_thousand_characters_do_not_fill_the_report(plan):
    row = {"task_code": "I.1", "unit_name": "Sở A", "status": "Đang triển khai", "result_text": "dài " * 7500}
    content = render(facts(tables_of(tasks=[TASK], task_rows=[row]), plan, round_of(plan)))

    assert max(len(text) for text in paragraphs(content)) < 1000


def test_a_tag_in_the_office_stays_text(full_facts):
    content = render(around(full_facts, name="{{ a }} & <b>", symbol="{% x %}"))
    printed = paragraphs(content)

    assert "{{ A }} & <B>" in " ".join(printed)
    assert opened(content).core_properties.author == "{{ a }} & <b>"


def test_pages_are_a4_with_the_margins_of_the_decree(full_docx):
    first, *appendices = opened(full_docx).sections
    sides = (
        first.left_margin,
        first.right_margin,
        first.top_margin,
        first.bottom_margin,
        first.header_distance,
    )

    assert [round(side.mm) for side in sides] == [30, 15, 20, 20, 10]
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    assert len(appendices) == 5
    for section in appendices:
        assert section.orientation == WD_ORIENT.LANDSCAPE
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
        assert section.left_margin == first.left_margin


def test_page_numbers_start_anew_in_every_section_and_spare_its_first_page(full_docx):
    for section in opened(full_docx).sections:
        start = section._sectPr.find(f"{W}pgNumType").get(f"{W}start")

        assert (start, section.different_first_page_header_footer) == ("1", True)
        assert "PAGE" in section.header._element.xml
        assert "PAGE" not in section.first_page_header._element.xml


def test_tables_repeat_their_header_and_never_split_a_row(full_docx):
    bordered = [
        table
        for table in root(full_docx).iter(f"{W}tbl")
        if table.find(f"{W}tblPr/{W}tblCaption") is not None
    ]

    assert len(bordered) == 9
    for table in root(full_docx).iter(f"{W}tbl"):
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(f"{W}tr"))
    for table in bordered:
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")][:2] == [
            True,
            False,
        ]


def test_cells_are_as_wide_as_their_columns_and_fill_the_text(full_docx):
    for table in root(full_docx).iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        for row in table.iter(f"{W}tr"):
            assert sum(int(width.get(f"{W}w")) for width in row.iter(f"{W}tcW")) == pytest.approx(
                sum(grid), abs=9
            )
        assert round(sum(grid) / 56.7) in (165, 252)


def test_headings_are_words_own(full_docx):
    found = {
        p.text: p.style.name
        for p in opened(full_docx).paragraphs
        if p.style.name.lower().startswith("heading")
    }

    assert found[words.HEADING_RESULTS] == "Heading 1"
    assert found[words.HEADING_MONEY] == "Heading 2"
    assert found["a) Chuyển đổi xanh giao thông và cảng xanh"] == "Heading 3"


def test_the_document_says_what_it_is(full_docx):
    properties = opened(full_docx).core_properties

    assert properties.title.startswith("Báo cáo kết quả năm 2026")
    assert (properties.author, properties.language) == ("Ủy ban nhân dân thành phố Hải Phòng", "vi-VN")


def test_the_line_under_the_agency_is_measured_from_its_last_line(full_docx):
    left, right = indents(full_docx, "AgencyLine")
    drawn_pt = (Mm(65).pt * 20 - left - right) / 20

    assert left == right
    assert drawn_pt == pytest.approx(bold_width("THÀNH PHỐ HẢI PHÒNG", 13) * LINE_SHARE, abs=0.2)
    assert 1 / 3 <= LINE_SHARE <= 1 / 2


def test_the_line_under_the_motto_is_as_long_as_its_words(full_docx):
    left, right = indents(full_docx, "MottoLine")

    assert (Mm(100).pt * 20 - left - right) / 20 == pytest.approx(bold_width(words.MOTTO, 14), abs=0.2)


def test_lines_are_drawn_not_typed(full_docx):
    assert "__" not in "".join(paragraphs(full_docx))


def test_an_office_under_another_names_both(full_facts):
    printed = paragraphs(
        render(around(full_facts, name="Sở Tài chính", parent_name="UBND thành phố Hải Phòng"))
    )

    assert printed[:3] == ["UBND THÀNH PHỐ", "HẢI PHÒNG", "SỞ TÀI CHÍNH"]


def test_one_addressee_stands_on_the_line_several_below(full_facts, full_docx):
    several = paragraphs(render(around(full_facts, recipients=("Bộ A", "Bộ B"))))

    assert "Kính gửi: Ban Thường vụ Đảng ủy Ủy ban nhân dân thành phố" in paragraphs(full_docx)
    start = several.index("Kính gửi:")
    assert several[start + 1 : start + 3] == ["- Bộ A;", "- Bộ B."]


def test_the_text_ends_with_its_mark_before_the_signature(full_docx):
    printed = paragraphs(full_docx)
    end = next(index for index, text in enumerate(printed) if text.endswith("./."))

    assert printed[end + 2] == "Nơi nhận:"
    assert sum(text.endswith("./.") for text in printed) == 1


def test_invented_answers_are_announced_under_the_title(full_facts, full_docx):
    printed = paragraphs(render(replace(full_facts, is_invented=True)))

    assert printed.index(words.INVENTED) < printed.index(words.HEADING_GATHERING)
    assert words.INVENTED not in paragraphs(full_docx)


def test_an_appendix_without_rows_says_so(plan):
    printed = paragraphs(render(facts(tables_of(), plan, round_of(plan))))

    assert printed.count(words.NO_ROWS) == 6
    assert [text for text in printed if text.startswith("Phụ lục")] == [f"Phụ lục {n}" for n in words.ROMAN]
