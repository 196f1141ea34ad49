"""The guide to how answers are read says what the program does, row by row."""

import re
from datetime import date
from pathlib import Path

import pytest

from catalogue import SheetKey, date_text, load_design, million_vnd_text, number_text
from validation.parsing import dropdowns_of, parse
from validation.reading import LegacyText, PercentNumber

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "cach-doc-so-lieu.md"
ROW = re.compile(r"^\| (?:(?P<cell>[^`|]+) )?`(?P<typed>[^`]+)` \| (?P<meaning>.+?) \| ?(?P<code>\w*) ?\|$")
FIELDS = {
    "Số": (SheetKey.INDICATORS, "value", ""),
    "Số có đơn vị tính ha": (SheetKey.INDICATORS, "value", "ha"),
    "Số có đơn vị tính %": (SheetKey.INDICATORS, "value", "%"),
    "Tỷ lệ hoàn thành (%)": (SheetKey.TASKS, "completion_pct", ""),
    "Tiền (triệu đồng)": (SheetKey.BUDGETS, "planned_vnd", ""),
    "Ngày": (SheetKey.TASKS, "completed_on", ""),
    "Trạng thái": (SheetKey.TASKS, "status", ""),
    "Tình trạng số liệu": (SheetKey.INDICATORS, "data_state", ""),
    "Nguồn vốn": (SheetKey.BUDGETS, "funding_source", ""),
    "Nhiệm vụ": (SheetKey.BUDGETS, "task", ""),
    "Văn bản không bắt buộc": (SheetKey.BUDGETS, "note", ""),
    "Văn bản bắt buộc": (SheetKey.TASKS, "result_text", ""),
}


def rows():
    """Yield the heading of each table with each of its rows."""
    heading = ""
    for line in GUIDE.read_text("utf-8").splitlines():
        heading = line.removeprefix("## ") if line.startswith("## ") else heading
        if line.startswith("| ") and not line.startswith("| Gõ"):
            yield heading, ROW.match(line) or line


def raw(cell, typed):
    """Return a cell as the reader gives it."""
    number = typed.removesuffix(" %").replace(".", "").replace(",", ".")
    if cell is None:
        return typed
    if cell.startswith("phông"):
        return LegacyText(typed, cell.split()[1])
    return float(number) if cell == "số" else PercentNumber(float(number) / 100)


def meaning(parsed, field, design):
    """Return what was understood, as the guide writes it."""
    if parsed.problem:
        return "hỏi lại"
    if parsed.value is None:
        return "để trống"
    if field.kind == "million_vnd":
        return million_vnd_text(parsed.value)
    if isinstance(parsed.value, float):
        return number_text(parsed.value, decimals=6)
    if isinstance(parsed.value, date):
        return date_text(parsed.value)
    return design.labels(field.choices)[parsed.value] if field.choices else parsed.value


@pytest.mark.parametrize(("heading", "row"), list(rows()))
def test_a_row_of_the_guide_is_true(heading, row, plan, owed, design):
    sheet, key, unit = FIELDS[heading]
    field = design.field(sheet, key)

    parsed = parse(
        raw(row["cell"], row["typed"]),
        field,
        dropdowns_of(plan, design).of(owed["so-xay-dung"], plan),
        unit=unit,
    )

    codes = [note.code.name for note in parsed.notes] or ([parsed.problem.name] if parsed.problem else [""])
    assert (meaning(parsed, field, design), codes) == (row["meaning"], [row["code"]])


def test_every_kind_of_answer_has_a_table():
    assert {heading for heading, _ in rows()} == set(FIELDS)
    assert {load_design().field(sheet, key).kind for sheet, key, _ in FIELDS.values()} == {
        field.kind for field in load_design().fields if not field.is_fixed and field.kind != "text"
    }
