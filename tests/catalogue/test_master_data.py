"""The master's sheets as data: what cells are found by is told apart."""

import pytest

from catalogue import load_master


@pytest.mark.parametrize("key", load_master())
def test_the_columns_of_a_sheet_have_keys_of_their_own(key):
    columns = load_master()[key].columns

    assert len({column.key for column in columns}) == len(columns)


def test_sheets_have_titles_of_their_own_that_excel_takes():
    titles = [sheet.title for sheet in load_master().values()]

    assert len(set(titles)) == len(titles)
    assert all(len(title) <= 31 for title in titles)
