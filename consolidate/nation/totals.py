"""Tasks and indicators of the nation: live formulas over what each province's master says."""

from collections.abc import Mapping

from catalogue import Across
from catalogue.wording import nation as words
from catalogue.wording import rollups
from consolidate.formula import blank_if, counted, over_rows, quoted, summed
from consolidate.jump import jump
from consolidate.nation.model import Nation
from consolidate.nation.parts import PARTS
from consolidate.nation.rollup import count
from consolidate.rollup_indicators import IndicatorTally, has_target
from consolidate.rollup_tasks import TaskTally
from consolidate.share import SUM_DECIMALS
from consolidate.sheets import indicators, tasks
from consolidate.sheets.over_time import over_time, unused
from consolidate.table import Area, Cell, Formula, Row, Table, match_key, without

_TASKS, _INDICATORS = "task_parts", "indicator_parts"
_NOT_BLANK = quoted("<>")


def tasks_table(nation: Nation) -> Table:
    """Return one row per reported task, in the plan's order, and the totals."""
    area = nation.areas["tasks"]
    rows = tuple(_task(nation, tally, index=index) for index, tally in enumerate(nation.tasks))
    return Table(design=area.design, rows=rows, totals=(tasks.task_totals(area, nation.tasks),))


def _task(nation: Nation, tally: TaskTally, *, index: int) -> Row:
    area, parts = nation.areas["tasks"], nation.areas[_TASKS]
    numbers: dict[str, int] = {
        "owed_count": tally.owed_count,
        **{key: tally.counts[status] for status, key in tasks.COUNT_KEYS.items()},
        "late_done_count": tally.late_done_count,
        "overdue_units": tally.overdue_units,
    }
    return Row(
        key=match_key(tally.task.code),
        cells={
            **tasks.planned(nation.plan, tally.task),
            **_common(nation, _TASKS, tally.task.code, index=index),
            **_added(area, parts, numbers, index=index),
            **tasks.shares(area, tally, index=index),
            "completion_pct": tasks.completion(area, parts, tally, index=index),
            **tasks.states(area, tally, index=index),
        },
    )


def indicators_table(nation: Nation) -> Table:
    """Return one row per indicator, in the plan's order."""
    rows = tuple(_indicator(nation, tally, index=index) for index, tally in enumerate(nation.indicators))
    hidden = {"reporters_basis", *unused(nation.indicators, has_past=False)}
    return Table(design=without(nation.areas["indicators"].design, hidden), rows=rows)


def _indicator(nation: Nation, tally: IndicatorTally, *, index: int) -> Row:
    area, parts = nation.areas["indicators"], nation.areas[_INDICATORS]
    numbers = {
        "owed_count": tally.owed_count,
        "reported_count": tally.reported_count,
        "none_count": tally.none_count,
    }
    return Row(
        key=match_key(tally.indicator.code),
        cells={
            **indicators.planned(tally.indicator),
            **_common(nation, _INDICATORS, tally.indicator.code, index=index),
            **_added(area, parts, numbers, index=index),
            **indicators.coverage(area, tally, index=index),
            **_sums(area, parts, tally, index=index),
            "value": _value(area, parts, tally, index=index),
            **over_time(area, tally, index=index),
            **_earlier(area, parts, tally, index=index),
            "assessment": indicators.assessed(area, tally, index=index),
        },
    )


def _common(nation: Nation, key: str, code: str, *, index: int) -> dict[str, Cell]:
    """How many provinces owe it, how many rows were adjusted, and the way to the provinces' own figures."""
    table, _, match, _ = PARTS[key]
    parts, area = nation.areas[key], nation.areas[table]
    said = nation.said[table].get(code, ())
    adjusted = {"adjusted_count": count(said, "adjusted_count")}
    return {
        "reporters": words.PROVINCES.format(count=sum(bool(part["owed_count"]) for part in said)),
        **_added(area, parts, adjusted, index=index),
        "detail": jump(parts, span=parts.span(match), match=area.key_cell(index), shown=rollups.GO_TO_DETAIL),
    }


def _key(parts: Area, area: Area, *, index: int) -> tuple[str, str]:
    """Return the pair that finds a row's parts."""
    return parts.span(PARTS[parts.design.key][2]), area.key_cell(index)


def _added(area: Area, parts: Area, values: Mapping[str, float], *, index: int) -> dict[str, Cell]:
    """Return sums over the provinces."""
    key = _key(parts, area, index=index)
    return {
        name: Formula(text=f"={summed(parts.span(name), key, decimals=SUM_DECIMALS)}", value=value)
        for name, value in values.items()
    }


def _sums(area: Area, parts: Area, tally: IndicatorTally, *, index: int) -> dict[str, Cell]:
    """Return the numerator and denominator of a ratio of sums; nothing for other rules."""
    if tally.indicator.across is not Across.RATIO_OF_SUMS:
        return {}
    key, blank = _key(parts, area, index=index), f"{area.cell('reported_count', index)}=0"
    return {
        name: Formula(
            text=f"={blank_if(blank, summed(parts.span(name), key, decimals=SUM_DECIMALS))}", value=value
        )
        for name, value in (("numerator", tally.numerator), ("denominator", tally.denominator))
    }


def _value(area: Area, parts: Area, tally: IndicatorTally, *, index: int) -> Formula | None:
    """The one value by the indicator's rule."""
    rule = tally.indicator.across
    if not tally.is_pooled or (rule is Across.COUNT_MEETING and not has_target(tally.indicator)):
        return None
    if rule is Across.RATIO_OF_SUMS:
        return Formula(text=f"={indicators.quotient(area, index=index)}", value=tally.value)
    return _joint(area, parts, "value", rule, value=tally.value, index=index)


def _earlier(area: Area, parts: Area, tally: IndicatorTally, *, index: int) -> dict[str, Cell]:
    """What earlier periods add, by the provinces' masters; nothing where this period stands alone."""
    if tally.so_far.earlier.joined is None:
        return {}
    rule = tally.indicator.across
    basis = words.SO_FAR_MOST if rule is Across.MAXIMUM else words.SO_FAR_BASIS
    joined = _joint(area, parts, "joined", rule, value=tally.so_far.earlier.joined, index=index)
    return {"joined": joined, "so_far_basis": basis}


def _joint(area: Area, parts: Area, column: str, rule: Across, *, value: float | None, index: int) -> Formula:
    """One figure of several provinces by a rule that is no ratio; blank when none has any."""
    key, span = _key(parts, area, index=index), parts.span(column)
    is_extreme = rule in (Across.MAXIMUM, Across.MINIMUM)
    if is_extreme:
        function = "MAX" if rule is Across.MAXIMUM else "MIN"
        text = f"{function}(IF(({key[0]}={key[1]})*ISNUMBER({span}),{span}))"
    else:
        text = summed(span, key, decimals=SUM_DECIMALS)
    none = f"{counted(key, (span, _NOT_BLANK))}=0"
    whole = f"={blank_if(none, text)}"
    return Formula(text=over_rows(whole) if is_extreme else whole, value=value)
