"""Figures over all rounds: headlines, groups and indicators, each from the oldest round to this one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalogue.wording import master as words
from catalogue.wording import rollups
from consolidate.context import Context
from consolidate.figures import accepted_share
from consolidate.formula import blank_if, looked_up
from consolidate.past import MONEY, OVERDUE, TASKS, UNITS, group_series, indicator_series
from consolidate.table import Area, Formula, match_key

TREND = "trend"
"""The table's key."""

SLOTS = tuple(f"past_{place:02}" for place in range(1, 12))
"""Columns for earlier rounds, the latest last; of more rounds the latest are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One figure over the rounds.

    Attributes:
        now: A formula over this master's tables.
    """

    key: str
    kind: str
    name: str
    unit_of_measure: str
    now: Formula


def series(context: Context) -> tuple[Series, ...]:
    """Return every series: headlines, then groups, then indicators that have one value."""
    return (*_headlines(context), *_groups(context), *_indicators(context))


def slots(context: Context) -> Mapping[str, Mapping[str, float]]:
    """Return the figures of the earlier rounds shown, by their column; the last is the latest round."""
    shown = context.pasts[-len(SLOTS) :]
    return {slot: past.figures for slot, past in zip(used_slots(context), shown, strict=True)}


def used_slots(context: Context) -> Sequence[str]:
    """Return the columns of earlier rounds that are used: the last ones."""
    return SLOTS[len(SLOTS) - min(len(SLOTS), len(context.pasts)) :]


def _headlines(context: Context) -> tuple[Series, ...]:
    groups, budgets = context.areas["groups"], context.areas["budgets"]
    share = accepted_share(context.areas["submissions"], [each.shown for each in context.merged.standings])
    money = budgets.total_cell("disbursed_pct", len(context.budgets.by_source))
    now = {
        UNITS: share,
        TASKS: _same(groups, groups.total_cell("done_pct"), context.plan_done_pct),
        OVERDUE: _same(
            groups, groups.total_cell("overdue"), sum(group.overdue_count for group in context.groups)
        ),
        MONEY: _same(budgets, money, context.budgets.total.disbursed_pct),
    }
    return tuple(
        Series(
            key=key,
            kind=rollups.TREND_KINDS["headline"],
            name=rollups.HEADLINES[key],
            unit_of_measure=rollups.TASK if key == OVERDUE else rollups.PER_CENT,
            now=formula,
        )
        for key, formula in now.items()
    )


def _same(area: Area, address: str, value: float | None) -> Formula:
    """Return the cell of another sheet; blank stays blank."""
    place = area.elsewhere(address)
    blank = f'{place}=""'
    return Formula(text=f"={blank_if(blank, place)}", value=value)


def _groups(context: Context) -> tuple[Series, ...]:
    return tuple(
        Series(
            key=group_series(group.group.code),
            kind=rollups.TREND_KINDS["group"],
            name=words.GROUP_NAME.format(code=group.group.code, name=group.group.name),
            unit_of_measure=rollups.PER_CENT,
            now=_found(context.areas["groups"], "done_pct", group.group.code, group.done_pct),
        )
        for group in context.groups
    )


def _indicators(context: Context) -> tuple[Series, ...]:
    return tuple(
        Series(
            key=indicator_series(rollup.indicator.code),
            kind=rollups.TREND_KINDS["indicator"],
            name=words.GROUP_NAME.format(code=rollup.indicator.code, name=rollup.indicator.name),
            unit_of_measure=rollup.indicator.unit_of_measure,
            now=_found(context.areas["indicators"], "value", rollup.indicator.code, rollup.value),
        )
        for rollup in context.indicators
        if rollup.is_pooled
    )


def _found(area: Area, column: str, code: str, value: float | None) -> Formula:
    text = looked_up(area.span(column), area.keys, f'"{match_key(code)}"')
    return Formula(text=f"={text}", value=value)
