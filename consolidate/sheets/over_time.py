"""Columns of `indicators` (Chỉ tiêu) that look beyond the period: the round before, all so far, the path."""

from catalogue import Direction, OverTime
from catalogue.wording import rollups
from consolidate.course import has_path, is_rising, path_start, rule_over_time
from consolidate.formula import blank_if, difference, quoted
from consolidate.rollup_indicators import IndicatorTally
from consolidate.share import SUM_DECIMALS
from consolidate.table import Area, Cell, Formula

PREVIOUS = ("previous", "change")
SO_FAR = ("so_far", "so_far_basis")
PATH = ("expected", "pace")


def unused(rollups_: tuple[IndicatorTally, ...], *, has_past: bool) -> set[str]:
    """Return the columns that have nothing to say in this round."""
    is_plain = all(rule_over_time(each.indicator) is OverTime.LATEST for each in rollups_)
    has_paths = any(has_path(each.indicator) for each in rollups_)
    hidden = set() if has_past else set(PREVIOUS)
    return hidden | (set(SO_FAR) if is_plain else set()) | (set() if has_paths else set(PATH))


def over_time(area: Area, rollup: IndicatorTally, *, index: int) -> dict[str, Cell]:
    """Return the cells of one indicator."""
    so_far, indicator = rollup.so_far, rollup.indicator
    cells: dict[str, Cell] = {
        "previous": so_far.earlier.previous,
        "change": difference(
            area.cell("value", index),
            area.cell("previous", index),
            now=rollup.value,
            then=so_far.earlier.previous,
        ),
        "joined": so_far.earlier.joined,
        "so_far": _so_far(area, rollup, index=index),
        "so_far_basis": _basis(rollup) if rollup.is_pooled else "",
    }
    if has_path(indicator):
        cells |= {
            "path_start": path_start(indicator),
            "path_year": indicator.baseline_year,
            "expected": _expected(area, rollup, index=index),
            "pace": _pace(area, rollup, index=index),
        }
    return cells


def _so_far(area: Area, rollup: IndicatorTally, *, index: int) -> Formula | None:
    """The rule over time; blank while this period has no value."""
    if not rollup.is_pooled:
        return None
    rule, indicator = rule_over_time(rollup.indicator), rollup.indicator
    value, joined = area.cell("value", index), area.cell("joined", index)
    if rule is OverTime.SUM:
        text = f"ROUND(SUM({value},{joined}),{SUM_DECIMALS})"
    elif rule is OverTime.MAXIMUM:
        text = f"MAX({value},{joined})"
    elif rule is OverTime.CHANGE and indicator.baseline_value is None:
        text = '""'
    elif rule is OverTime.CHANGE:
        text = f"ROUND({value}-{_number(indicator.baseline_value or 0)},{SUM_DECIMALS})"
    else:
        text = value
    blank = f'{value}=""'
    return Formula(text=f"={blank_if(blank, text)}", value=rollup.so_far.value)


def _number(number: float) -> str:
    """Return a number as a formula's constant."""
    return f"({number!r})"


def _basis(rollup: IndicatorTally) -> str:
    """Say which periods stand in the value so far."""
    indicator, earlier = rollup.indicator, rollup.so_far.earlier
    if rule_over_time(indicator) is OverTime.CHANGE:
        is_known = indicator.baseline_value is not None
        return (
            rollups.CHANGE_FROM.format(year=indicator.baseline_year) if is_known else rollups.CHANGE_UNKNOWN
        )
    if not earlier.periods:
        return rollups.LATEST
    sentence = rollups.SUM_WITH if rule_over_time(indicator) is OverTime.SUM else rollups.MOST_WITH
    text = sentence.format(periods=rollups.PERIOD_JOINT.join(period.label for period in earlier.periods))
    return rollups.MISSING_PERIODS.format(text=text, count=earlier.missing) if earlier.missing else text


def _expected(area: Area, rollup: IndicatorTally, *, index: int) -> Formula:
    """The straight path at the end of the period's last month."""
    start, first, last = (area.cell(key, index) for key in ("path_start", "path_year", "target_year"))
    goal = area.cell(goal_column(rollup), index)
    part = f"(YEAR(th_data_to)-1+MONTH(th_data_to)/12-{first})/({last}-{first})"
    text = f"ROUND({start}+({goal}-{start})*MAX(0,MIN(1,{part})),{SUM_DECIMALS})"
    return Formula(text=f"={text}", value=rollup.so_far.expected)


def goal_column(rollup: IndicatorTally) -> str:
    """Return the column of the bound that `goal_of` gives."""
    indicator = rollup.indicator
    is_low = indicator.direction in (Direction.AT_LEAST, Direction.EQUAL) and indicator.target_low is not None
    return "target_low" if is_low else "target_high"


def _pace(area: Area, rollup: IndicatorTally, *, index: int) -> Formula:
    so_far, expected = area.cell("so_far", index), area.cell("expected", index)
    gap = f"ROUND({so_far}-{expected},{SUM_DECIMALS})"
    is_behind = f"{gap}<0" if is_rising(rollup.indicator) else f"{gap}>0"
    behind, on_path = (quoted(rollups.PACES[pace]) for pace in ("behind", "on_path"))
    blank = f'{so_far}=""'
    text = blank_if(blank, f"IF({is_behind},{behind},{on_path})")
    pace = rollup.so_far.pace
    return Formula(text=f"={text}", value=None if pace is None else rollups.PACES[pace])
