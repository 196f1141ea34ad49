"""The few spreadsheet functions the master uses, written as text.

All are in Excel 2010, LibreOffice and WPS, and mean the same in every language of them.
"""

from consolidate.share import SUM_DECIMALS
from consolidate.table import Formula


def quoted(text: str) -> str:
    """Return a text as a formula's constant."""
    return '"' + text.replace('"', '""') + '"'


def counted(*pairs: tuple[str, str]) -> str:
    """Return how many rows meet all pairs of range and criterion."""
    return f"COUNTIFS({_joined(pairs)})"


def summed(span: str, *pairs: tuple[str, str], decimals: int) -> str:
    """Return a sum over the rows that meet all pairs, without the dust of binary fractions."""
    return f"ROUND(SUMIFS({span},{_joined(pairs)}),{decimals})"


def _joined(pairs: tuple[tuple[str, str], ...]) -> str:
    return ",".join(f"{span},{criterion}" for span, criterion in pairs)


def blank_if(condition: str, otherwise: str) -> str:
    """Return blank where a condition holds, else a value."""
    return f'IF({condition},"",{otherwise})'


def over_rows(text: str) -> str:
    """Return a formula that looks at every row of its columns, of the kind that every Excel knows."""
    return "{" + text + "}"


def difference(now_at: str, then_at: str, *, now: float | None, then: float | None) -> Formula:
    """Return the change between two cells, without dust; blank while either is."""
    either = f'OR({now_at}="",{then_at}="")'
    text = blank_if(either, f"ROUND({now_at}-{then_at},{SUM_DECIMALS})")
    value = None if now is None or then is None else round(now - then, SUM_DECIMALS)
    return Formula(text=f"={text}", value=value)


def looked_up(span: str, keys: str, key: str) -> str:
    """Return the cell of a column in the row of a key; blank when that cell is blank."""
    found = f"INDEX({span},MATCH({key},{keys},0))"
    return blank_if(f'{found}=""', found)


def chain(cases: list[tuple[str, str]], otherwise: str) -> str:
    """Return the value of the first condition that holds, else the last value."""
    text = otherwise
    for condition, value in reversed(cases):
        text = f"IF({condition},{value},{text})"
    return text
