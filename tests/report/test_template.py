import io
import os
import zipfile

import pytest
from lxml import etree

from catalogue.wording import report as words
from report.layout import agency_lines
from templates import balanced_lines, bold_width, build_report_template, report_template
from templates.word import main as write_template
from templates.word_styles import STYLES
from tests.report.words import W, opened, root

# The order of the schema (ECMA-376, CT_PPr and CT_RPr), of the elements we use.
PARAGRAPH_ORDER = [
    "pStyle",
    "keepNext",
    "widowControl",
    "pBdr",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
    "sectPr",
]
RUN_ORDER = ["rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "lang"]
TABLE_ORDER = ["tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblCaption"]
CELL_ORDER = ["tcW", "gridSpan", "vMerge", "vAlign"]


def parts(content):
    """Return a document's parts in canonical XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {
            name: etree.tostring(etree.fromstring(package.read(name)), method="c14n")
            for name in package.namelist()
        }


def test_the_committed_golden_template_is_the_one_built():
    if os.environ.get("TONGHOP_GOLDEN"):
        write_template()

    assert parts(report_template()) == parts(build_report_template())


def test_the_template_opens_as_a_document_and_keeps_its_tags():
    texts = [paragraph.text for paragraph in opened(report_template()).paragraphs]

    assert words.DOCUMENT_TYPE in texts
    assert "{%p for point in body.groups %}" in texts


def test_the_template_holds_no_part_that_names_other_fonts():
    with zipfile.ZipFile(io.BytesIO(report_template())) as package:
        names = package.namelist()
        text = b"".join(package.read(name) for name in names if name.endswith(".xml"))

    assert not [name for name in names if any(part in name for part in ("theme", "fontTable", "thumbnail"))]
    assert b"Calibri" not in text
    assert b"Cambria" not in text


@pytest.mark.parametrize("part", ["word/styles.xml", "word/document.xml"])
@pytest.mark.parametrize(
    ("element", "order"),
    [("pPr", PARAGRAPH_ORDER), ("rPr", RUN_ORDER), ("tblPr", TABLE_ORDER), ("tcPr", CELL_ORDER)],
)
def test_elements_stand_in_the_order_of_the_schema(full_docx, part, element, order):
    for node in root(full_docx, part).iter(W + element):
        names = [child.tag.removeprefix(W) for child in node]
        assert names == sorted(names, key=order.index)


def test_every_style_has_the_font_in_all_four_slots_and_speaks_vietnamese(full_docx):
    styles = root(full_docx, "word/styles.xml")
    fonts, languages = list(styles.iter(f"{W}rFonts")), list(styles.iter(f"{W}lang"))

    assert len(fonts) == len(languages) == len(STYLES) + 2
    for font in fonts:
        assert {font.get(W + slot) for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
    assert {language.get(f"{W}val") for language in languages} == {"vi-VN"}


def test_every_style_a_paragraph_names_exists(full_docx):
    known = {style.get(f"{W}styleId") for style in root(full_docx, "word/styles.xml").iter(f"{W}style")}
    used = {style.get(f"{W}val") for style in root(full_docx).iter(f"{W}pStyle")}

    assert used <= known


def test_widths_are_those_of_the_font():
    assert bold_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 10) == pytest.approx(208.61)
    assert bold_width("ươƯƠ", 10) == pytest.approx(6.00 + 5.54 + 7.96 + 7.78)
    assert bold_width("\u2603", 10) == pytest.approx(7.22)


def test_names_break_into_even_lines_between_words():
    assert agency_lines("UBND THÀNH PHỐ HẢI PHÒNG") == ("UBND THÀNH PHỐ", "HẢI PHÒNG")
    assert agency_lines("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG") == ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG")
    assert agency_lines("SỞ TÀI CHÍNH") == ("SỞ TÀI CHÍNH",)
    assert balanced_lines("", 13, 100) == ()
    assert balanced_lines("W" * 99, 13, 100) == ("W" * 99,)
