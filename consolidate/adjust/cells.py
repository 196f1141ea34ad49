"""The cells of a detail row that staff's work touches: in force, reported, adjusted, reason, note."""

import hashlib
import json
from collections.abc import Mapping

from catalogue import FormDesign
from consolidate.adjust.fields import DETAILS, FLAG, MARK, MEMORY, NOTE, WHY, Adjustable
from consolidate.adjust.formulas import ROW, YES
from consolidate.adjust.model import StaffRow
from consolidate.adjust.settle import Settled
from consolidate.adjust.values import in_cell
from consolidate.records import Value
from consolidate.table import FIRST_ROW, Cell, Formula

DATA_STATE = Adjustable(key="data_state", choices="data_state")
"""Never adjusted by itself: a figure put in by staff is a figure."""


def staff_cells(
    table: str,
    index: int,
    *,
    own: Mapping[str, Value],
    now: Mapping[str, Value],
    settled: Settled | None,
    design: FormDesign,
    patterns: Mapping[str, str],
    flags: str = "",
) -> dict[str, Cell]:
    """Return the cells of one detail row that hold figures, and those that are staff's.

    Args:
        table: The detail table.
        index: The row's place in it, 0-based.
        own: The merged row as the unit reported it.
        now: The same row with the figures in force.
        settled: Staff's work on it, if any.
        design: The standard form.
        patterns: What `in_force` gives for such a row.
        flags: What to see to in the adjustment, in sentences.
    """
    number = str(FIRST_ROW + index)
    formulas = {key: pattern.replace(ROW, number) for key, pattern in patterns.items()}
    detail = DETAILS[table]
    figures = (*detail.figures, DATA_STATE) if "data_state" in formulas else detail.figures
    cells: dict[str, Cell] = {}
    for figure in figures:
        value = in_cell(figure, now[figure.key], design)
        text = formulas.get(figure.key)
        cells[figure.key] = value if text is None else Formula(text=text, value=value)
        cells[figure.reported] = in_cell(figure, own[figure.key], design)
    is_adjusted = settled is not None and settled.is_adjusted
    cells[MARK] = Formula(text=formulas[MARK], value=YES if is_adjusted else None)
    return cells | (_written(settled.row, detail.figures) | {FLAG: flags} if settled else {})


def _written(row: StaffRow, figures: tuple[Adjustable, ...]) -> dict[str, Cell]:
    values: dict[str, Cell] = {figure.adjusted: row.typed.get(figure.key) for figure in figures}
    return values | {WHY: row.why, NOTE: row.note, MEMORY: memory_of(row)}


def memory_of(row: StaffRow) -> str:
    """Return what a row's adjustments were based on, as hidden text; blank when nothing is adjusted."""
    if not row.typed:
        return ""
    told = {key: [row.typed[key], row.basis.get(key, "")] for key in sorted(row.typed)}
    return json.dumps({"why": mark_of(row.why), "figures": told}, ensure_ascii=False)


def remembered(text: str, *, why: str) -> dict[str, tuple[object, str]]:
    """Return the adjusted value and its basis by figure, as `memory_of` wrote them.

    Nothing is remembered once the reason was changed: staff have then looked at the row again.
    """
    try:
        told = json.loads(text)
        if told["why"] != mark_of(why):
            return {}
        return {str(key): (value, str(basis)) for key, (value, basis) in told["figures"].items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def mark_of(why: str) -> str:
    """Return a short mark of a reason: changed when the reason changes."""
    return hashlib.sha256(why.encode("utf-8", "surrogatepass")).hexdigest()[:16]
