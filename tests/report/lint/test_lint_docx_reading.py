"""Formatting that takes effect: defaults, styles and their parents, lists, themes, direct formatting."""

import pytest

from tests.report.lint.official import NS
from tests.report.lint.parts import paragraph, read, style, styles

DEFAULTS = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
SIZED = '<w:rPr><w:sz w:val="28"/></w:rPr>'
BOLD = "<w:rPr><w:b/></w:rPr>"


def letters(*arguments, **extra):
    return read(*arguments, **extra)[0].letters[0]


def test_a_size_comes_from_the_defaults_unless_a_style_or_the_letters_say_another():
    sheet = styles(style("A", SIZED), style("B", "", parent="A"), defaults=DEFAULTS)

    assert letters(paragraph(), styles=sheet).size == 11
    assert letters(paragraph(properties='<w:pStyle w:val="B"/>'), styles=sheet).size == 14
    assert letters(paragraph(run='<w:sz w:val="26"/>'), styles=sheet).size == 13


def test_a_style_that_nothing_marks_as_default_is_the_one_named_normal():
    assert letters(paragraph(), styles=styles(style("Normal", SIZED))).size == 14


def test_bold_letters_in_a_bold_style_are_not_bold_and_direct_formatting_always_says():
    sheet = styles(style("P", BOLD), style("C", BOLD, kind="character"))
    in_style = '<w:pStyle w:val="P"/>'

    assert letters(paragraph(properties=in_style), styles=sheet).is_bold
    assert not letters(paragraph(properties=in_style, run='<w:rStyle w:val="C"/>'), styles=sheet).is_bold
    assert letters(paragraph(properties=in_style, run='<w:rStyle w:val="C"/><w:b/>'), styles=sheet).is_bold


def test_a_theme_gives_the_font_and_a_name_above_it_takes_its_place():
    themed = '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Ignored"/></w:rPr>'
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont>'
        '<a:latin typeface="Calibri"/><a:ea typeface=""/></a:minorFont></a:theme>'
    )
    sheet = styles(style("Normal", themed))
    own = '<w:rFonts w:ascii="Times New Roman"/>'

    assert letters(paragraph(), styles=sheet, theme=theme).fonts["ascii"] == "Calibri"
    assert letters(paragraph(run=own), styles=sheet, theme=theme).fonts["ascii"] == "Times New Roman"


def test_a_color_beside_a_color_of_the_theme_is_read():
    run = '<w:color w:val="FF0000" w:themeColor="accent2"/>'

    assert letters(paragraph(run=run)).color == "ff0000"


def numbering(inner):
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{inner}</w:lvl>'
    return (
        f'<w:numbering {NS}><w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )


LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("digits", "text", "first", "second"),
    [("upperRoman", "%1.", "I. chữ", "II. chữ"), ("lowerLetter", "%1)", "a) chữ", "b) chữ")],
)
def test_numbers_that_word_writes_itself_are_part_of_the_words(digits, text, first, second):
    form = f'<w:numFmt w:val="{digits}"/><w:lvlText w:val="{text}"/>'
    lines = read(paragraph(properties=LISTED) * 2, numbering=numbering(form))

    assert [line.text for line in lines] == [first, second]


def test_a_lists_indent_covers_the_styles_unless_the_style_itself_names_the_list():
    indent = '<w:pPr><w:ind w:left="{}"/></w:pPr>'
    in_style = f'<w:pPr>{LISTED}<w:ind w:left="1134"/></w:pPr>'
    sheet = styles(style("A", indent.format(1134)), style("B", in_style))
    form = '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>' + indent.format(567)
    body = paragraph(properties=f'<w:pStyle w:val="A"/>{LISTED}') + paragraph(
        properties='<w:pStyle w:val="B"/>'
    )
    lines = read(body, styles=sheet, numbering=numbering(form))

    assert [round(line.left_mm) for line in lines] == [10, 20]


def test_a_line_break_makes_two_lines():
    body = "<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r></w:p>"

    assert [line.text for line in read(body)] == ["một", "hai"]


def test_deleted_words_are_gone_and_inserted_ones_and_controls_are_there():
    run = "<w:r><w:t>{}</w:t></w:r>"
    deleted = "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
    body = f"<w:p>{deleted}<w:ins>{run.format('mới')}</w:ins></w:p>"
    control = f"<w:sdt><w:sdtContent><w:p>{run.format('chọn')}</w:p></w:sdtContent></w:sdt>"

    assert [line.text for line in read(body + control)] == ["mới", "chọn"]


def test_marks_of_notes_and_hidden_letters_are_no_words():
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>(2)</w:t></w:r>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
    body = f"<w:p><w:r><w:t>BÁO CÁO</w:t></w:r>{raised}{hidden}</w:p>"

    assert read(body)[0].text == "BÁO CÁO"


def test_a_leading_tab_moves_the_first_line_as_an_indent_does():
    tabbed = "<w:p><w:r><w:tab/><w:t>chữ</w:t></w:r></w:p>"
    indented = paragraph(properties='<w:ind w:firstLine="720"/>')

    assert read(tabbed)[0].first_mm == pytest.approx(12.7)
    assert read(indented)[0].first_mm == pytest.approx(12.7)


def test_indents_by_start_and_end_are_those_by_left_and_right():
    assert read(paragraph(properties='<w:ind w:start="567"/>'))[0].left_mm == pytest.approx(10, abs=0.01)


def test_the_room_of_a_cell_is_its_width_without_its_margins():
    table = (
        '<w:tbl><w:tblPr><w:tblCellMar><w:left w:w="108"/><w:right w:w="108"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc>{paragraph()}</w:tc></w:tr></w:tbl>'
    )

    assert read(table)[0].room_mm == pytest.approx((3000 - 216) * 25.4 / 1440)


SHAPES = {
    "DrawingML": '<w:drawing><wp:anchor><wp:extent cx="1800000" cy="0"/></wp:anchor></w:drawing>',
    "VML line": '<w:pict><v:line from="10pt,5pt" to="5.1732cm,5pt"/></w:pict>',
    "VML shape": '<w:pict><v:shape style="position:absolute;width:50mm;height:0.05pt"/></w:pict>',
}


@pytest.mark.parametrize("shape", ["DrawingML", "VML shape"])
def test_a_drawn_shape_is_a_line_of_its_length(shape):
    (line,) = read(f"<w:p><w:r>{SHAPES[shape]}</w:r></w:p>")[0].lines

    assert (line.kind, line.length_mm) == ("drawn", pytest.approx(50, abs=0.1))


def test_a_box_is_no_line():
    box = SHAPES["DrawingML"].replace('cy="0"', 'cy="900000"')

    assert read(f"<w:p><w:r>{box}</w:r></w:p>")[0].lines == ()


def test_a_line_of_old_word_reaches_from_one_point_to_the_other():
    (line,) = read(f"<w:p><w:r>{SHAPES['VML line']}</w:r></w:p>")[0].lines

    assert line.length_mm == pytest.approx(51.732 - 10 * 25.4 / 72, abs=0.01)


def test_a_dashed_border_a_box_and_underscores_are_told_apart():
    top, sides = '<w:top w:val="dashed"/>', '<w:left w:val="single"/><w:right w:val="single"/>'
    dashed = read(paragraph("", properties=f"<w:pBdr>{top}</w:pBdr>"))[0]
    boxed = read(paragraph(properties=f"<w:pBdr>{top}{sides}</w:pBdr>"))[0]
    typed = read(paragraph("__________", run='<w:sz w:val="28"/>'))[0]

    assert [line.kind for line in dashed.lines] == ["dashed"]
    assert boxed.is_boxed
    assert boxed.lines == ()
    assert [(line.kind, round(line.length_mm, 1)) for line in typed.lines] == [("underscores", 24.7)]
