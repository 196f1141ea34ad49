import docx
import openpyxl
import pytest

from catalogue import UnreadableFileError
from validation.draft import draft_plan, read_appendix

ROWS = [
    ["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"],
    ["I", "Nhóm", "", "", ""],
    ["1", "Một, hai", "Sở Y tế", "Sở Nội vụ", "Tháng 12/2027"],
    ["2", "Ba", "Sở Tài chính", "", "2028"],
]


def tasks(path):
    plan = draft_plan(read_appendix(path), plan_id="x")
    return [(row["code"], row["name"], row["lead_text"], row["inherited"]) for row in plan.tables["tasks"]]


PLAIN = [("I.1", "Một, hai", "Sở Y tế", ""), ("I.2", "Ba", "Sở Tài chính", "")]
MERGED = [("I.1", "Một, hai", "Sở Y tế", ""), ("I.2", "Ba", "Sở Y tế", "lead_text")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_table_is_read_whatever_its_delimiter(tmp_path, delimiter):
    path = tmp_path / "bảng.csv"
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in ROWS]
    path.write_text("\n".join(lines), encoding="utf-8-sig")

    assert tasks(path) == PLAIN


def test_a_text_file_is_read(tmp_path):
    path = tmp_path / "bảng.txt"
    path.write_text("Phụ lục\n" + "\n".join("\t".join(row) for row in ROWS), encoding="utf-8")

    assert tasks(path) == PLAIN


def test_a_markdown_table_keeps_its_blank_cells(tmp_path):
    path = tmp_path / "bảng.txt"
    lines = [f"| {' | '.join(row)} |" for row in ROWS]
    path.write_text("\n".join([lines[0], "|---|---|---|---|---|", *lines[1:]]), encoding="utf-8")

    assert tasks(path) == PLAIN


@pytest.fixture
def sheet():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in [["PHỤ LỤC"], *ROWS]:
        sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
    return sheet


def test_a_workbook_is_read_with_its_merged_cells(tmp_path, sheet):
    sheet.merge_cells("C4:C5")
    sheet.parent.save(tmp_path / "bảng.xlsx")

    assert tasks(tmp_path / "bảng.xlsx") == MERGED


def word_table(document, rows):
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return table


def test_a_word_table_is_read_with_its_merged_cells(tmp_path):
    document = docx.Document()
    word_table(document, [["UBND THÀNH PHỐ", "CỘNG HÒA"]])
    table = word_table(document, ROWS)
    table.cell(3, 2).text = ""
    table.cell(2, 2).merge(table.cell(3, 2))
    document.save(tmp_path / "bảng.docx")

    assert tasks(tmp_path / "bảng.docx") == MERGED


def test_a_header_under_a_band_is_read_from_word(tmp_path):
    document = docx.Document()
    top = ["STT", "Nội dung", "Phân công", "", "Thời hạn"]
    table = word_table(document, [top, ["", "", "Chủ trì", "Phối hợp", ""], *ROWS[1:]])
    table.cell(0, 2).merge(table.cell(0, 3))
    for column in (0, 1, 4):
        table.cell(0, column).merge(table.cell(1, column))
    document.save(tmp_path / "bảng.docx")

    assert tasks(tmp_path / "bảng.docx") == PLAIN


@pytest.mark.parametrize("name", ["bảng.pdf", "bảng.docx", "bảng.xlsx"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")

    with pytest.raises(UnreadableFileError, match="bảng"):
        read_appendix(tmp_path / name)
