"""Money over all units: planned and disbursed by funding source, in whole đồng."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from catalogue import VND_PER_MILLION, FormDesign, SheetKey
from consolidate.model import Merged
from consolidate.records import Value, records
from consolidate.share import share_pct

FUNDING_SOURCES = "funding_source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """An amount planned and an amount disbursed, in đồng."""

    planned_vnd: int
    disbursed_vnd: int

    @property
    def disbursed_pct(self) -> float | None:
        """What was disbursed in per cent of what was planned; None when nothing was planned."""
        return share_pct(million(self.disbursed_vnd), million(self.planned_vnd))


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskMoney:
    """Money for one task; an amount that no line gives is None, not zero."""

    planned_vnd: int | None
    disbursed_vnd: int | None

    @property
    def disbursed_pct(self) -> float | None:
        """What was disbursed in per cent of what was planned; None while either is unknown."""
        if self.planned_vnd is None or self.disbursed_vnd is None:
            return None
        return share_pct(million(self.disbursed_vnd), million(self.planned_vnd))


def together(parts: Iterable[TaskMoney]) -> TaskMoney:
    """Return the sum of several; an amount that none gives stays unknown."""
    every = list(parts)
    planned = [part.planned_vnd for part in every if part.planned_vnd is not None]
    disbursed = [part.disbursed_vnd for part in every if part.disbursed_vnd is not None]
    return TaskMoney(
        planned_vnd=sum(planned) if planned else None, disbursed_vnd=sum(disbursed) if disbursed else None
    )


NO_TASK = ""
"""The place of money that is for no task of the plan."""


@dataclass(frozen=True, kw_only=True)
class BudgetRollup:
    """Money by funding source, in the order of the form's dropdown, by task, and in all.

    Attributes:
        by_task: Tasks that have money, and `NO_TASK` for lines that name none.
    """

    by_source: Mapping[str, Funding]
    by_task: Mapping[str, TaskMoney]
    total: Funding


def million(amount_vnd: int) -> float:
    """Return an amount of đồng in millions."""
    return amount_vnd / VND_PER_MILLION


def roll_up_budgets(merged: Merged, design: FormDesign) -> BudgetRollup:
    """Return what was planned and disbursed, by funding source and in all."""
    rows = records(merged.rows[SheetKey.BUDGETS])
    return BudgetRollup(
        by_source={
            choice.key: _funding(row for row in rows if row[FUNDING_SOURCES] == choice.key)
            for choice in design.choices[FUNDING_SOURCES]
        },
        by_task=_by_task(rows),
        total=_funding(rows),
    )


def _by_task(rows: Iterable[Mapping[str, Value]]) -> dict[str, TaskMoney]:
    lines: dict[str, list[Mapping[str, Value]]] = {}
    for row in rows:
        lines.setdefault(str(row["task"] or NO_TASK), []).append(row)
    return {
        code: TaskMoney(
            planned_vnd=known_sum(own, "planned_vnd"), disbursed_vnd=known_sum(own, "disbursed_vnd")
        )
        for code, own in lines.items()
    }


def known_sum(rows: Sequence[Mapping[str, Value]], key: str) -> int | None:
    """Return the sum of an amount over the lines that give it; None when none does."""
    return _sum(rows, key) if any(row[key] is not None for row in rows) else None


def _funding(rows: Iterable[Mapping[str, Value]]) -> Funding:
    kept = list(rows)
    return Funding(planned_vnd=_sum(kept, "planned_vnd"), disbursed_vnd=_sum(kept, "disbursed_vnd"))


def _sum(rows: Iterable[Mapping[str, Value]], key: str) -> int:
    return sum(amount for row in rows if isinstance(amount := row[key], int))
