"""How it went over the rounds: the headline shares of every round the master knows, the oldest first."""

from dataclasses import dataclass

from catalogue.wording import rollups
from consolidate import MasterTables
from report.figures.cells import Line, lines
from report.trace.origin import Real

_NOW, _PAST = "now", "past_"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendLine:
    """One share over the rounds, in per cent; None where a round does not give it."""

    name: str
    values: tuple[Real | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The rounds by their periods, and the shares that more than one of them gives."""

    periods: tuple[str, ...]
    lines: tuple[TrendLine, ...]


def trend(master: MasterTables) -> Trend:
    """Return the trend of the master; no lines when there is no round before this one."""
    shares = [line for line in lines(master, "trend") if _is_headline(line)]
    used = [key for key in _slots(master) if any(line.number(key) is not None for line in shares)]
    headers = master.cells["trend"].headers if "trend" in master.cells else {}
    found = (
        TrendLine(name=line.text("name"), values=tuple(line.number(key) for key in used)) for line in shares
    )
    return Trend(
        periods=tuple(headers.get(key, "") for key in used),
        lines=tuple(line for line in found if sum(value is not None for value in line.values) > 1),
    )


def _is_headline(line: Line) -> bool:
    return (
        line.text("kind") == rollups.TREND_KINDS["headline"]
        and line.text("unit_of_measure") == rollups.PER_CENT
    )


def _slots(master: MasterTables) -> list[str]:
    """Return the columns of rounds, the oldest first, this one last."""
    columns = [str(column) for column in master.tables["trend"].columns]
    return [*sorted(column for column in columns if column.startswith(_PAST)), _NOW]
