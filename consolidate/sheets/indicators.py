"""`indicators` (Chỉ tiêu): one row per indicator over all its units, by formulas over the detail."""

from catalogue import Across, Direction, Indicator, target_text
from catalogue.wording import master as words
from consolidate.context import Context
from consolidate.formula import blank_if, chain, counted, quoted, summed
from consolidate.rollup_indicators import (
    POOLED,
    Assessment,
    DataState,
    IndicatorRollup,
    goal_of,
)
from consolidate.share import SUM_DECIMALS, share_formula
from consolidate.table import Area, Cell, Formula, Row, Table, match_key

BLANK = '""'


def indicators_table(context: Context) -> Table:
    """Return one row per indicator, in the plan's order."""
    rows = tuple(_row(context, rollup, index=index) for index, rollup in enumerate(context.indicators))
    return Table(design=context.areas["indicators"].design, rows=rows)


def _row(context: Context, rollup: IndicatorRollup, *, index: int) -> Row:
    indicator = rollup.indicator
    return Row(
        key=match_key(indicator.code),
        cells={
            "indicator_code": indicator.code,
            "number": indicator.code,
            "name": indicator.name,
            "unit_of_measure": indicator.unit_of_measure,
            "target": target_text(indicator),
            "target_year": indicator.year,
            "target_low": indicator.target_low,
            "target_high": indicator.target_high,
            "reporters": "; ".join(unit.agency_name for unit in rollup.owing),
            "reporters_basis": _basis(context, rollup),
            "rule": words.RULES[indicator.across],
            "owed_count": rollup.owed_count,
            **_figures(context, rollup, index=index),
            "assessment": _assessment(context.areas["indicators"], rollup, index=index),
            "note": indicator.note,
        },
    )


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
    reported, owed = area.cell("reported_count", index), area.cell("owed_count", index)
    cells: dict[str, Cell] = {
        "reported_count": Formula(text=f"={counted(key, with_data)}", value=rollup.reported_count),
        "none_count": Formula(text=f"={counted(key, without_case)}", value=rollup.none_count),
        "coverage_pct": Formula(
            text=f"={blank_if(f'{owed}=0', share_formula(reported, owed))}", value=rollup.coverage_pct
        ),
        "value": _value(area, detail, rollup, index=index, pairs=(key, with_data)),
    }
    if rollup.indicator.across is Across.RATIO_OF_SUMS:
        for name, value in (("numerator", rollup.numerator), ("denominator", rollup.denominator)):
            total = summed(detail.span(name), key, with_data, decimals=SUM_DECIMALS)
            cells[name] = Formula(text=f"={blank_if(f'{reported}=0', total)}", value=value)
    return cells


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
    if rule not in POOLED:
        return None
    reported = area.cell("reported_count", index)
    numerator, denominator = area.cell("numerator", index), area.cell("denominator", index)
    total = summed(detail.span("value"), *pairs, decimals=SUM_DECIMALS)
    if rule is Across.RATIO_OF_SUMS:
        text = blank_if(f"{reported}=0", blank_if(f"{denominator}=0", share_formula(numerator, denominator)))
    elif rule is Across.SUM:
        text = blank_if(f"{reported}=0", total)
    elif rule is Across.SINGLE:
        text = blank_if(f"{reported}<>1", total)
    else:
        function = "MAX" if rule is Across.MAXIMUM else "MIN"
        meets = "*".join(f"({span}={criterion})" for span, criterion in pairs)
        text = blank_if(f"{reported}=0", f"{function}(IF({meets},{detail.span('value')}))")
    return Formula(text=f"={text}", value=rollup.value, is_array=rule in (Across.MAXIMUM, Across.MINIMUM))


def _assessment(area: Area, rollup: IndicatorRollup, *, index: int) -> Formula:
    """The rule of `roll_up_indicators`, over the figures in the row."""
    value, owed, reported = (area.cell(key, index) for key in ("value", "owed_count", "reported_count"))
    cases = [(f"{owed}=0", Assessment.NO_REPORTER)]
    if rollup.indicator.across not in POOLED:
        text = _chain(cases, Assessment.NOT_POOLED)
    else:
        cases.append((f"AND({value}={BLANK},{area.cell('none_count', index)}={owed})", Assessment.NONE))
        if rollup.indicator.across is Across.SINGLE:
            cases.append((f"AND({value}={BLANK},{reported}>1)", Assessment.CONFLICT))
        cases.append((f"{value}={BLANK}", Assessment.NO_DATA))
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
    value = area.cell("value", index)
    low, high = (
        f"ROUND({value}-{area.cell(key, index)},{SUM_DECIMALS})" for key in ("target_low", "target_high")
    )
    if indicator.direction is Direction.RANGE:
        if indicator.target_low is None or indicator.target_high is None:
            return [], Assessment.NO_TARGET
        return [(f"{low}<0", Assessment.NOT_MET), (f"{high}>0", Assessment.EXCEEDED)], Assessment.MET
    if goal_of(indicator) is None:
        return [], Assessment.NO_TARGET
    if indicator.direction is Direction.AT_LEAST:
        return [(f"{low}>0", Assessment.EXCEEDED), (f"{low}=0", Assessment.MET)], Assessment.NOT_MET
    if indicator.direction is Direction.AT_MOST:
        return [(f"{high}<0", Assessment.EXCEEDED), (f"{high}=0", Assessment.MET)], Assessment.NOT_MET
    if indicator.direction is Direction.RANK:
        return [(f"{high}<=0", Assessment.MET)], Assessment.NOT_MET
    bound = high if indicator.target_low is None else low
    return [(f"{bound}=0", Assessment.MET)], Assessment.NOT_MET
