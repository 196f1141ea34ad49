"""Limits of what is kept of a workbook while it is read."""

import pytest

from validation.reading import LegacyText, RefusedFileError, cells


def read(*values):
    """Return a workbook of two sheets that hold the same values side by side."""
    book = cells.BookCells()
    for name in "AB":
        sheet = book.sheet(name)
        for column, value in enumerate(values, start=1):
            sheet.put(1, column, value)
    return book.workbook()


@pytest.mark.parametrize("limit", ["MAX_CELLS", "MAX_AREA", "MAX_COPIED_TEXT"])
def test_limits_hold_for_all_sheets_together(monkeypatch, limit):
    values = LegacyText("a", ".VnTime"), LegacyText("b", ".VnTime")
    monkeypatch.setattr(cells, limit, 4)

    assert list(read(*values).sheets) == ["A", "B"]

    monkeypatch.setattr(cells, limit, 3)
    with pytest.raises(RefusedFileError):
        read(*values)
