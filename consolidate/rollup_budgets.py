"""Money over all units: planned and disbursed by funding source, in whole đồng."""

from collections.abc import Iterable, Mapping
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


@dataclass(frozen=True, kw_only=True)
class BudgetRollup:
    """Money by funding source, in the order of the form's dropdown, and in all."""

    by_source: Mapping[str, Funding]
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
        total=_funding(rows),
    )


def _funding(rows: Iterable[Mapping[str, Value]]) -> Funding:
    kept = list(rows)
    return Funding(planned_vnd=_sum(kept, "planned_vnd"), disbursed_vnd=_sum(kept, "disbursed_vnd"))


def _sum(rows: Iterable[Mapping[str, Value]], key: str) -> int:
    return sum(amount for row in rows if isinstance(amount := row[key], int))
