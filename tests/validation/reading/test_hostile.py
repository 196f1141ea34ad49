"""Files made to break a reader: each is read rightly or refused with one code, by both ways of reading.

`benchmarks/hostile.py` measures the time and memory of every one of them.
"""

import pytest

from benchmarks.hostile_files import FILES, parts_of, zipped
from catalogue import Code
from validation.reading import RefusedFileError, read_bounded, read_workbook

REFUSED = {
    "many_sheets": Code.E010,
    "entities": Code.E010,
    "outer_entity": Code.E010,
    "doubled_names": Code.E010,
    "unfinished_tags": Code.E001,
    "ods_repeated": Code.E010,
    "ods_entities": Code.E010,
    "xls_texts": Code.E010,
    "ole_noise": Code.E001,
}
CELLS = {
    "far_value": 2,
    "huge_dimension": 1,
    "control_characters": 1,
    "climbing_names": 1,
    "reaching_formulas": 3,
    "ods_far": 2,
    "ods_blanks": 1,
    "xlsb_far": 2,
    "wide_sheets": 200,
    "far_value_everywhere": 200,
}
DOORS = pytest.mark.parametrize("read", [read_workbook, read_bounded])


@DOORS
@pytest.mark.parametrize("key", REFUSED)
def test_what_is_unsafe_is_refused_with_one_code(read, key):
    with pytest.raises(RefusedFileError) as refused:
        read(FILES[key][1]())

    assert refused.value.code is REFUSED[key]


@DOORS
@pytest.mark.parametrize("key", CELLS)
def test_what_only_looks_unsafe_is_read(read, key):
    workbook = read(FILES[key][1]())
    found = sum(value is not None for grid in workbook.sheets.values() for row in grid for value in row)

    assert found + sum(map(len, workbook.strays.values())) == CELLS[key]


@DOORS
def test_endless_depth_does_no_harm(read):
    with pytest.raises(RefusedFileError) as refused:
        read(FILES["deep_xml"][1]())

    assert refused.value.code in {Code.E008, Code.E010}


@DOORS
def test_copies_of_texts_in_a_legacy_font_are_counted(read, monkeypatch):
    monkeypatch.setattr("validation.reading.cells.MAX_COPIED_TEXT", 40)
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 11))
    texts = '<si><r><rPr><rFont val=".VnTime"/></rPr><t>b\u00b8o c\u00b8o</t></r></si>'

    with pytest.raises(RefusedFileError) as refused:
        read(zipped(parts_of(rows, texts=texts)))

    assert refused.value.code is Code.E010
