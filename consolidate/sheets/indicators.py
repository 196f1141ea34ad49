"""`indicators` (Chỉ tiêu): one row per indicator over all its units, by formulas over the detail."""

from catalogue import Across, Direction, Indicator, Measure, target_text
from catalogue.wording import master as words
from catalogue.wording import rollups
from consolidate.context import Context
from consolidate.formula import blank_if, chain, counted, over_rows, quoted, summed
from consolidate.jump import jump
from consolidate.rollup_indicators import (
    Assessment,
    DataState,
    IndicatorRollup,
    IndicatorTally,
    has_target,
)
from consolidate.share import SUM_DECIMALS, share_formula
from consolidate.sheets.over_time import over_time, unused
from consolidate.table import Area, Cell, Formula, Row, Table, match_key, without

BLANK = '""'
OVER_ROWS = (Across.MAXIMUM, Across.MINIMUM, Across.COUNT_MEETING)
"""Rules that go through the detail row by row."""


def indicators_table(context: Context) -> Table:
    """Return one row per indicator, in the plan's order."""
    rows = tuple(_row(context, rollup, index=index) for index, rollup in enumerate(context.indicators))
    hidden = unused(context.indicators, has_past=bool(context.pasts))
    return Table(design=without(context.areas["indicators"].design, hidden), rows=rows)


def _row(context: Context, rollup: IndicatorRollup, *, index: int) -> Row:
    indicator = rollup.indicator
    return Row(
        key=match_key(indicator.code),
        cells={
            **planned(indicator),
            "reporters": "; ".join(unit.agency_name for unit in rollup.owing),
            "reporters_basis": _basis(context, rollup),
            "owed_count": rollup.owed_count,
            **_figures(context, rollup, index=index),
            **over_time(context.areas["indicators"], rollup, index=index),
            "assessment": assessed(context.areas["indicators"], rollup, index=index),
            "detail": jump(
                context.areas["indicator_rows"],
                span=context.areas["indicator_rows"].span("indicator_key"),
                match=context.areas["indicators"].key_cell(index),
                shown=rollups.GO_TO_DETAIL,
                is_any=rollup.row_count > 0,
            ),
            "adjusted_count": context.adjusted_count("indicators", "indicator_rows", index),
        },
    )


def planned(indicator: Indicator) -> dict[str, Cell]:
    """What the plan says of an indicator."""
    return {
        "indicator_code": indicator.code,
        "number": indicator.code,
        "name": indicator.name,
        "unit_of_measure": indicator.unit_of_measure,
        "target": target_text(indicator),
        "target_year": indicator.year,
        "target_low": indicator.target_low,
        "target_high": indicator.target_high,
        "rule": words.RULES[indicator.across],
        "note": indicator.note,
    }


def _basis(context: Context, rollup: IndicatorRollup) -> str:
    """Say why these units report the indicator: the plan itself does not say."""
    if rollup.indicator.code in context.round_.appointed:
        return words.REPORTERS_APPOINTED
    if not rollup.owing:
        return ""
    return words.REPORTERS_BY_TASK.format(task=rollup.indicator.task_code)


def _figures(context: Context, rollup: IndicatorRollup, *, index: int) -> dict[str, Cell]:
    """Counts of units, sums and the one value, over the detail."""
    area, detail = context.areas["indicators"], context.areas["indicator_rows"]
    key = (detail.span("indicator_key"), area.key_cell(index))
    with_data = (detail.span("data_state"), quoted(context.label("data_state", DataState.HAS_DATA)))
    without_case = (detail.span("data_state"), quoted(context.label("data_state", DataState.NONE)))
    reported = area.cell("reported_count", index)
    cells: dict[str, Cell] = {
        "reported_count": Formula(text=f"={counted(key, with_data)}", value=rollup.reported_count),
        "none_count": Formula(text=f"={counted(key, without_case)}", value=rollup.none_count),
        **coverage(area, rollup, index=index),
        "value": _value(area, detail, rollup, index=index, pairs=(key, with_data)),
    }
    if rollup.indicator.across is Across.RATIO_OF_SUMS:
        for name, value in (("numerator", rollup.numerator), ("denominator", rollup.denominator)):
            total = summed(detail.span(name), key, with_data, decimals=SUM_DECIMALS)
            cells[name] = Formula(text=f"={blank_if(f'{reported}=0', total)}", value=value)
    return cells


def coverage(area: Area, rollup: IndicatorTally, *, index: int) -> dict[str, Cell]:
    """How many of the units that owe a figure stand behind the value, in per cent and in words."""
    reported, owed = area.cell("reported_count", index), area.cell("owed_count", index)
    share = blank_if(f"{owed}=0", share_formula(reported, owed))
    return {
        "coverage_pct": Formula(text=f"={share}", value=rollup.coverage_pct),
        "coverage_text": _coverage(area, rollup, index=index),
    }


def _coverage(area: Area, rollup: IndicatorTally, *, index: int) -> Formula:
    """Say of a value whether all units that owe a figure stand behind it, or how many of them do."""
    reported, owed, none = (area.cell(key, index) for key in ("reported_count", "owed_count", "none_count"))
    part = f'{quoted(rollups.PARTLY_COVERED)}&{reported}&"/"&{owed}&{quoted(rollups.OF_UNITS)}'
    text = blank_if(f"{reported}=0", f"IF({reported}+{none}>={owed},{quoted(rollups.COVERED)},{part})")
    shown = f"{rollups.PARTLY_COVERED}{rollup.reported_count}/{rollup.owed_count}{rollups.OF_UNITS}"
    value = rollups.COVERED if rollup.is_covered else shown
    return Formula(text=f"={text}", value=value if rollup.reported_count else None)


def _value(
    area: Area,
    detail: Area,
    rollup: IndicatorRollup,
    *,
    index: int,
    pairs: tuple[tuple[str, str], tuple[str, str]],
) -> Formula | None:
    """The one value by the indicator's rule."""
    rule = rollup.indicator.across
    if not rollup.is_pooled or (rule is Across.COUNT_MEETING and not has_target(rollup.indicator)):
        return None
    reported = area.cell("reported_count", index)
    total = summed(detail.span("value"), *pairs, decimals=SUM_DECIMALS)
    if rule is Across.RATIO_OF_SUMS:
        text = quotient(area, index=index)
    elif rule is Across.SUM:
        text = blank_if(f"{reported}=0", total)
    elif rule is Across.SINGLE:
        text = blank_if(f"{reported}<>1", total)
    elif rule is Across.COUNT_MEETING:
        text = blank_if(f"{reported}=0", _meeting(area, detail, rollup.indicator, index=index, pairs=pairs))
    else:
        function = "MAX" if rule is Across.MAXIMUM else "MIN"
        meets = "*".join(f"({span}={criterion})" for span, criterion in pairs)
        text = blank_if(f"{reported}=0", f"{function}(IF({meets},{detail.span('value')}))")
    return Formula(text=over_rows(f"={text}") if rule in OVER_ROWS else f"={text}", value=rollup.value)


def quotient(area: Area, *, index: int) -> str:
    """The sums in the row, divided; blank while nobody has reported."""
    numerator, denominator = area.cell("numerator", index), area.cell("denominator", index)
    share = blank_if(f"{denominator}=0", share_formula(numerator, denominator))
    return blank_if(f"{area.cell('reported_count', index)}=0", share)


def _meeting(
    area: Area, detail: Area, indicator: Indicator, *, index: int, pairs: tuple[tuple[str, str], ...]
) -> str:
    """Count the units whose own figure meets the target: `assess` over every row of the detail."""
    own = detail.span("value")
    low, high = (
        f"ROUND({own}-{area.cell(key, index)},{SUM_DECIMALS})" for key in ("target_low", "target_high")
    )
    bound = high if indicator.target_low is None else low
    meets = {
        Direction.AT_LEAST: f"{low}>=0",
        Direction.AT_MOST: f"{high}<=0",
        Direction.RANK: f"{high}<=0",
        Direction.RANGE: f"{low}>=0",
    }.get(indicator.direction, f"{bound}=0")
    counts = "*".join(f"({span}={criterion})" for span, criterion in pairs)
    return f"SUM(IF({counts},IF(ISNUMBER({own}),IF({meets},1,0),0),0))"


def assessed(area: Area, rollup: IndicatorTally, *, index: int) -> Formula:
    """The rule of `roll_up_indicators`, over the figures in the row."""
    value, owed, reported = (area.cell(key, index) for key in ("so_far", "owed_count", "reported_count"))
    cases = [(f"{owed}=0", Assessment.NO_REPORTER)]
    rule = rollup.indicator.across
    if rollup.indicator.measure is Measure.TEXT:
        text = quoted(words.ASSESSMENTS[Assessment.WORDED])
    elif rule is Across.NONE:
        text = _chain(cases, Assessment.NOT_POOLED)
    else:
        cases.append((f"AND({value}={BLANK},{area.cell('none_count', index)}={owed})", Assessment.NONE))
        if rule is Across.SINGLE:
            cases.append((f"AND({value}={BLANK},{reported}>1)", Assessment.CONFLICT))
        if rule is Across.COUNT_MEETING and not has_target(rollup.indicator):
            cases.append((f"{reported}>0", Assessment.NO_TARGET))
        cases.append((f"{value}={BLANK}", Assessment.NO_DATA))
        if rule is Across.COUNT_MEETING:
            all_said = f"{reported}+{area.cell('none_count', index)}={owed}"
            against, otherwise = (
                [(f"{value}<{reported}", Assessment.NOT_MET), (all_said, Assessment.MET)],
                Assessment.PARTIAL,
            )
        else:
            against, otherwise = _against_target(area, rollup.indicator, index=index)
        text = _chain([*cases, *against], otherwise)
    return Formula(text=f"={text}", value=words.ASSESSMENTS[rollup.assessment])


def _chain(cases: list[tuple[str, Assessment]], otherwise: Assessment) -> str:
    worded = [(condition, quoted(words.ASSESSMENTS[assessment])) for condition, assessment in cases]
    return chain(worded, quoted(words.ASSESSMENTS[otherwise]))


def _against_target(
    area: Area, indicator: Indicator, *, index: int
) -> tuple[list[tuple[str, Assessment]], Assessment]:
    """The rule of `assess`: cases in order, and what holds when none does."""
    value = area.cell("so_far", index)
    low, high = (
        f"ROUND({value}-{area.cell(key, index)},{SUM_DECIMALS})" for key in ("target_low", "target_high")
    )
    if not has_target(indicator):
        return [], Assessment.NO_TARGET
    if indicator.direction is Direction.RANGE:
        return [(f"{low}<0", Assessment.NOT_MET), (f"{high}>0", Assessment.EXCEEDED)], Assessment.MET
    if indicator.direction is Direction.AT_LEAST:
        return [(f"{low}>0", Assessment.EXCEEDED), (f"{low}=0", Assessment.MET)], Assessment.NOT_MET
    if indicator.direction is Direction.AT_MOST:
        return [(f"{high}<0", Assessment.EXCEEDED), (f"{high}=0", Assessment.MET)], Assessment.NOT_MET
    if indicator.direction is Direction.RANK:
        return [(f"{high}<=0", Assessment.MET)], Assessment.NOT_MET
    bound = high if indicator.target_low is None else low
    return [(f"{bound}=0", Assessment.MET)], Assessment.NOT_MET
