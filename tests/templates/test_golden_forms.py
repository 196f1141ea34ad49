"""Forms as they were last looked at; `make golden` is the only way to change them."""

import os
from pathlib import Path

import pytest

from catalogue import SheetKey
from templates import Mark
from tests.templates.dump import dump

FOLDER = Path(__file__).parents[1] / "golden" / "forms"


def compare(name, content):
    path, text = FOLDER / f"{name}.txt", dump(content)
    if os.environ.get("TONGHOP_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("unit", ["so-xay-dung", "11311"])
def test_the_form_of_a_unit_is_the_golden_one(forms, unit):
    compare(unit, forms.bytes(unit))


def test_the_marked_copy_of_a_commune_is_the_golden_one(forms):
    row = {"status": "Hoàn thành", "completion_pct": 80.0, "result_text": "- Đã tổ chức"}
    marks = [
        Mark(sheet_key=SheetKey.TASKS, row_key="VII.2.2", field_key="completion_pct", message="Hãy ghi 100."),
        Mark(sheet_key=SheetKey.INFO, row_key="", field_key="contact_phone", message="Hãy kiểm tra lại."),
    ]
    compare("11311-tra-lai", forms.bytes("11311", forms.filled("11311", marks, tasks={"VII.2.2": row})))
