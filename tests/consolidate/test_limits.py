"""The master stays within what Excel holds."""

import re

import pytest

from catalogue import TooLargeError, load_master
from consolidate.limits import MOST_ROWS, require_room
from consolidate.table import FIRST_ROW, Row, Table

ROOM = MOST_ROWS - FIRST_ROW


def table(rows):
    """Return a table of so many rows and one row of totals."""
    return Table(design=load_master()["findings"], rows=(Row(key="k", cells={}),) * rows, totals=({},))


def test_a_sheet_may_be_filled_to_the_last_row():
    assert FIRST_ROW - 1 + len(table(ROOM).rows) + 1 == MOST_ROWS
    require_room(table(ROOM))


def test_a_table_longer_than_a_sheet_is_refused_not_cut():
    with pytest.raises(TooLargeError, match=r"“Lỗi” cần 1048571 dòng"):
        require_room(table(ROOM + 1))


def test_every_sheet_has_a_name_that_excel_takes():
    titles = [sheet.title for sheet in load_master().values()]

    assert len({title.casefold() for title in titles}) == len(titles)
    assert all(len(title) <= 31 and not re.search(r"[\[\]:*?/\\]", title) for title in titles)
