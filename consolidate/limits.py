"""What a sheet of Excel holds; beyond it XlsxWriter drops cells without a word."""

from catalogue import TooLargeError
from catalogue.wording import master as words
from consolidate.table import FIRST_ROW, Table

MOST_ROWS = 1_048_576


def require_room(table: Table) -> None:
    """Refuse a table that is longer than a sheet, rather than lose its end.

    Raises:
        TooLargeError: It is.
    """
    room = MOST_ROWS - FIRST_ROW + 1 - len(table.totals)
    if len(table.rows) > room:
        raise TooLargeError(
            words.TOO_MANY_ROWS.format(sheet=table.design.title, rows=len(table.rows), room=room)
        )
