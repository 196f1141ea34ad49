"""What staff's adjustments come to: figures in force, problems, and what no longer has a row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from catalogue import Code, FormDesign, Measure, Period, Plan, Rule, SheetKey
from catalogue.wording import adjust as words
from consolidate.adjust.fields import DETAILS, Detail
from consolidate.adjust.keys import keys_of
from consolidate.adjust.model import StaffRow, StaffWork
from consolidate.adjust.values import in_cell, in_words, usable
from consolidate.model import Merged
from consolidate.records import Value, records
from consolidate.rollup_indicators import DataState
from consolidate.share import share_pct

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something to see to in an adjustment.

    Attributes:
        figure: The figure concerned; blank when it is the reason.
        facts: Blanks of the code's sentence that only its maker knows.
    """

    code: Code
    figure: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Staff's work on a row that is there.

    Attributes:
        row: What they wrote; a choice in the words of its dropdown.
        cells: The cells of the merged row that change, by field key.
    """

    row: StaffRow
    cells: Mapping[str, Value]
    problems: tuple[Problem, ...]

    @property
    def is_adjusted(self) -> bool:
        """Whether any figure in force is not the unit's own."""
        return bool(self.cells)


@dataclass(frozen=True, kw_only=True)
class Adjusted:
    """A round with staff's adjustments in force.

    Attributes:
        merged: The round, its rows holding the figures in force.
        settled: Staff's work by table and row key, for rows that are there.
        orphans: The rest, each with the reason why it has no row.
    """

    merged: Merged
    settled: Mapping[tuple[str, str], Settled]
    orphans: tuple[tuple[StaffRow, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What is needed to settle the rows of one table."""

    table: str
    detail: Detail
    design: FormDesign
    ratios: frozenset[str]


def adjust(merged: Merged, staff: StaffWork, *, plan: Plan, design: FormDesign, period: Period) -> Adjusted:
    """Return a round with staff's adjustments in force; a figure that cannot be used changes nothing."""
    frames: dict[SheetKey, pd.DataFrame] = dict(merged.rows)
    ratios = frozenset(one.code for one in plan.indicators if one.measure is Measure.RATIO)
    settled: dict[tuple[str, str], Settled] = {}
    orphans: list[tuple[StaffRow, str]] = []
    for table in dict.fromkeys(row.table for row in staff.rows):
        desk = _Desk(table=table, detail=DETAILS[table], design=design, ratios=ratios)
        frame = merged.rows[desk.detail.sheet]
        found, lost = _settle_table([row for row in staff.rows if row.table == table], frame, desk)
        orphans += lost
        changed = _changed(frame, {place: one.cells for place, one in found.items()})
        frames[desk.detail.sheet] = changed
        held = _held_together(found, frame, changed, sheet=desk.detail.sheet, period=period)
        settled |= {(table, one.row.key): one for one in held}
    orphans.sort(key=lambda pair: (pair[0].table, pair[0].key, pair[0].about, repr(pair[0])))
    return Adjusted(merged=replace(merged, rows=frames), settled=settled, orphans=tuple(orphans))


def _held_together(
    found: Mapping[int, Settled],
    before: "pd.DataFrame",
    after: "pd.DataFrame",
    *,
    sheet: SheetKey,
    period: Period,
) -> Iterator[Settled]:
    """Yield what is settled, with the rules of the form that a row keeps no more once it is adjusted."""
    from validation import contradictions  # loads pandas, which is not needed to begin

    places = list(found)
    was = contradictions(sheet, before.iloc[places], period=period)
    now = contradictions(sheet, after.iloc[places], period=period)
    broken = [(rule, new & ~old) for (rule, new), (_, old) in zip(now, was, strict=True)]
    for at, settled in enumerate(found.values()):
        more = [
            _contradiction(rule, settled.row)
            for rule, mask in broken
            if settled.is_adjusted and mask.iloc[at]
        ]
        yield replace(settled, problems=(*settled.problems, *more))


def _contradiction(rule: Rule, row: StaffRow) -> Problem:
    """Return the problem of a rule that an adjustment breaks, at the figure it blames if that is adjusted."""
    figures = [key for key in (rule.field_key, *sorted(rule.columns), *row.typed) if key in row.typed]
    kind = words.BROKEN_RULE.format(code=rule.code.name, title=rule.code.value.title)
    return Problem(code=Code.X508, figure=figures[0], facts={"kind": kind})


def _settle_table(
    own: list[StaffRow], frame: "pd.DataFrame", desk: _Desk
) -> tuple[dict[int, Settled], list[tuple[StaffRow, str]]]:
    """Return what is settled by the row's place in the frame, and what has no row."""
    rows = records(frame)
    places = {key: place for place, key in enumerate(keys_of(desk.table, rows))}
    found: dict[int, Settled] = {}
    lost = []
    for row in own:
        place = places.get(row.key)
        if place is None or place in found:
            lost.append((row, words.REASON_GONE if row.key and place is None else words.REASON_UNKEYED))
        else:
            found[place] = _settle(row, rows[place], desk)
    return found, lost


def _changed(frame: "pd.DataFrame", changes: Mapping[int, Mapping[str, Value]]) -> "pd.DataFrame":
    changed = frame.copy()
    for place, values in changes.items():
        for key, value in values.items():
            changed.loc[changed.index[place], key] = value
    return changed


def _settle(row: StaffRow, record: Mapping[str, Value], desk: _Desk) -> Settled:
    figures = [figure for figure in desk.detail.figures if figure.key in row.typed]
    read = {figure.key: usable(figure, row.typed[figure.key], desk.design) for figure in figures}
    known = {key: value for key, value in read.items() if value is not None}
    problems = [
        Problem(code=Code.X502, figure=figure.key, facts={"expected": figure.expected(desk.design)})
        for figure in figures
        if figure.key not in known
    ]
    values: Mapping[str, Value] = known
    if desk.table == "indicator_rows":
        values, needed = (_ratio if record["row_key"] in desk.ratios else _level)(known, record)
        problems += [Problem(code=Code.X502, figure=key, facts={"expected": what}) for key, what in needed]
    own = {figure.key: in_words(in_cell(figure, record[figure.key], desk.design)) for figure in figures}
    row = replace(row, basis=own | {key: text for key, text in row.basis.items() if key in own})
    problems += _moved(row, own)
    if row.typed and not row.why:
        problems.append(Problem(code=Code.X501))
    labelled = {
        figure.key: row.typed[figure.key]
        if figure.key not in known
        else in_cell(figure, known[figure.key], desk.design) or row.typed[figure.key]
        for figure in figures
    }
    return Settled(row=replace(row, typed=labelled), cells=values, problems=tuple(problems))


_Outcome = tuple[Mapping[str, Value], list[tuple[str, str]]]


def _ratio(known: Mapping[str, Value], record: Mapping[str, Value]) -> _Outcome:
    """A ratio is adjusted by its parts; a part not adjusted stays the unit's."""
    needed = [("value", words.RATIO_BY_PARTS)] if "value" in known else []
    own = {key: value for key, value in known.items() if key != "value"}
    if not own:
        return {}, needed
    numerator, denominator = (own.get(key, record[key]) for key in ("numerator", "denominator"))
    if not isinstance(numerator, int | float) or not isinstance(denominator, int | float) or denominator <= 0:
        return {}, [*needed, *((key, words.PARTS_NEEDED) for key in own)]
    ratio = share_pct(numerator, denominator)
    parts: dict[str, Value] = {"numerator": numerator, "denominator": denominator, "value": ratio}
    return parts | {"data_state": DataState.HAS_DATA.value}, needed


def _level(known: Mapping[str, Value], _record: Mapping[str, Value]) -> _Outcome:
    needed = [(key, words.VALUE_ONLY) for key in ("numerator", "denominator") if key in known]
    if "value" not in known:
        return {}, needed
    return {"value": known["value"], "data_state": DataState.HAS_DATA.value}, needed


def _moved(row: StaffRow, own: Mapping[str, str]) -> Iterator[Problem]:
    """Figures of the unit that are no longer what they were when staff adjusted them."""
    for key, now in own.items():
        before = row.basis[key]
        if before != now:
            facts = {"previous": before or words.BLANK, "value": now or words.BLANK}
            yield Problem(code=Code.X505, figure=key, facts=facts)
