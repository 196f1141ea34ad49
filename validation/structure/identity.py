"""Find out what a form says it is: in its hidden identity sheet, else in its visible texts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache

from catalogue import Identity, comparison_key
from catalogue.wording import forms as words
from templates import IDENTITY_SHEET
from validation.parsing import shown
from validation.reading import RawWorkbook
from validation.structure.info import InfoLines, info_strength
from validation.structure.model import SheetForm

_NAMES = tuple(field.name for field in fields(Identity))
_TITLE_ROWS = 10


def hidden_identity(workbook: RawWorkbook) -> Mapping[str, str]:
    """Return what is left of the hidden identity, by the names of `Identity`; blank when nothing is."""
    grid = workbook.sheets.get(IDENTITY_SHEET, ())
    said = {shown(row[0]): shown(row[1]) for row in grid if len(row) > 1}
    return {name: said[name] for name in _NAMES if said.get(name)}


def whole_identity(said: Mapping[str, str]) -> Identity | None:
    """Return the identity, or None when a part of it is lost."""
    return Identity(**said) if len(said) == len(_NAMES) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisibleIdentity:
    """Unit, period and plan as a form shows them; blank when it does not, or not the same everywhere."""

    unit: str
    period: str
    plan: str
    short_plan: str


def visible_identity(workbook: RawWorkbook, form: SheetForm) -> VisibleIdentity:
    """Return what the information sheet and the lines under the titles say."""
    lines = [_of_info(workbook, form), *_subtitles(workbook)]

    def same(name: str) -> str:
        texts = {comparison_key(line[name]): line[name] for line in lines if line.get(name)}
        return next(iter(texts.values())) if len(texts) == 1 else ""

    return VisibleIdentity(
        unit=same("unit"), period=same("period"), plan=same("plan"), short_plan=same("short_plan")
    )


def _of_info(workbook: RawWorkbook, form: SheetForm) -> Mapping[str, str]:
    for grid in workbook.sheets.values():
        if info_strength(grid, form) > 1 / 2:
            lines = InfoLines(grid, form)
            return {key: shown(lines.value(at)) for key, at in lines.rows.items()}
    return {}


def _subtitles(workbook: RawWorkbook) -> Iterator[Mapping[str, str]]:
    for grid in workbook.sheets.values():
        for row in grid[:_TITLE_ROWS]:
            for cell in row:
                match = _subtitle().fullmatch(cell) if isinstance(cell, str) else None
                if match:
                    found = match.groupdict()
                    yield {"unit": found["unit"], "period": found["period"], "short_plan": found["plan"]}


@cache
def _subtitle() -> re.Pattern[str]:
    """Return the pattern of the line under a sheet's title."""
    names = ("unit", "period", "plan")
    text = re.escape(words.SUBTITLE)
    for name in names:
        text = text.replace(re.escape(f"{{{name}}}"), f"(?P<{name}>.+?)")
    return re.compile(text)
