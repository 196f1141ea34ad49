"""The master's hidden sheet: what it says it is, each entry behind a name."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from consolidate.context import Context
from consolidate.styles import DAY
from templates import IDENTITY_SHEET, NAME_PREFIX

DOCUMENT = "master"
CALCULATED = "calculated"
"""A formula that gives 1. A program that saves without calculating leaves it without a value."""

MADE_FROM = "made_from"
"""The name of the digest of the files a master was made from: two with the same one can be held together."""


def identity_of(context: Context) -> dict[str, str | date]:
    """Return what the master says it is."""
    round_ = context.round_
    return {
        "document": DOCUMENT,
        "plan_id": context.plan.id,
        "plan_version": str(context.plan.version),
        "period": round_.period.code,
        "data_to": round_.period.data_to,
        "deadline": context.merged.deadline,
        "form_version": context.design.version,
        "is_invented": "x" if round_.is_invented else "",
        MADE_FROM: _digest(context),
    }


def _digest(context: Context) -> str:
    """Return what tells a round put together from others: every file, its content, and what became of it."""
    merged = context.merged
    files = [(each.file, each.sha256, merged.states[each.file].value) for each in merged.submissions]
    return hashlib.sha256(repr(files).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def draw_identity(workbook: Any, sheet: Any, *, context: Context) -> None:
    """Write the hidden sheet and its names."""
    draw_entries(workbook, sheet, identity_of(context))


def draw_entries(workbook: Any, sheet: Any, entries: Mapping[str, str | date]) -> None:
    """Write entries on a hidden sheet, each behind a name."""
    day = workbook.add_format({"num_format": DAY})
    for row, (name, value) in enumerate(entries.items()):
        sheet.write_string(row, 0, name)
        if isinstance(value, date):
            sheet.write_datetime(row, 1, value, day)
        else:
            sheet.write_string(row, 1, value)
        workbook.define_name(f"{NAME_PREFIX}{name}", f"={IDENTITY_SHEET}!$B${row + 1}")
    sheet.write_string(len(entries), 0, CALCULATED)
    sheet.write_formula(len(entries), 1, "=LEN(A1)/LEN(A1)", None, 1)
    sheet.very_hidden()
