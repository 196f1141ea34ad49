"""Read the sheet `Kế hoạch`: one row per setting of the plan, one per item of a list."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from catalogue import ABOUT, JSON_PREFIX, ColumnKind, PlanColumn, plan_columns, table_title
from catalogue.wording import plan_book as words
from catalogue.wording.plan_book import PlanCode
from validation.parsing import shown
from validation.plan_book_cells import read_cell
from validation.plan_book_locate import Located, header_key, locate
from validation.plan_book_model import Place, Problem, problem
from validation.reading import RawWorkbook, Value


@dataclass(frozen=True, kw_only=True)
class Settings:
    """A plan's settings as read: values by key ("office.name"), their cells, and what is wrong."""

    values: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    problems: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands beside a setting's name: one value, or one item of a list."""

    key: str
    place: Place
    value: Value


def read_settings(workbook: RawWorkbook) -> Settings:
    """Return the settings the workbook's first sheet holds."""
    located = locate(workbook, ABOUT, words.ABOUT_COLUMNS)
    if located is None or "value" not in located.columns:
        return Settings(problems=[problem(PlanCode.P102, Place(sheet=table_title(ABOUT)))])
    entries = list(_entries(located))
    by_key = {key: [entry for entry in entries if entry.key == key] for key in {each.key for each in entries}}
    results = [_setting(column, by_key.get(column.key, []), located) for column in plan_columns()[ABOUT]]
    results += [_other(entry) for entry in entries if entry.key.startswith(JSON_PREFIX)]
    return Settings(
        values={key: value for result in results for key, value in result.values.items()},
        places={entry.key: entry.place for entry in reversed(entries)},
        problems=[*_strays(entries), *(each for result in results for each in result.problems)],
    )


def _entries(located: Located) -> Iterator[_Entry]:
    """Yield the rows by key; a row without a name continues the list above it."""
    kinds = {column.key: column.kind for column in plan_columns()[ABOUT]}
    last = ""
    for number, row in located.rows():
        label, value = located.value(row, "label"), located.value(row, "value")
        place = Place(sheet=located.sheet, row=number, column=located.columns["value"])
        key = _key(row[0], label)
        if key is None and label is None:
            key = last if kinds.get(last) is ColumnKind.ITEMS else ""
        if key is None:
            yield _Entry("", Place(sheet=located.sheet, row=number, column=located.columns["label"]), label)
            continue
        last = key
        if key or value is not None:
            yield _Entry(key, place, value)


def _key(hidden: Value, label: Value) -> str | None:
    """Return the setting a row is about: by its hidden key, else by its name; None when neither tells."""
    keys = {column.key: column.key for column in plan_columns()[ABOUT]}
    names = {header_key(column.header): column.key for column in plan_columns()[ABOUT]}
    if isinstance(hidden, str) and (hidden in keys or hidden.startswith(JSON_PREFIX)):
        return hidden
    return names.get(header_key(label)) if isinstance(label, str) else None


def _strays(entries: Sequence[_Entry]) -> Iterator[Problem]:
    for entry in entries:
        if not entry.key:
            yield problem(PlanCode.P120, entry.place, value=entry.value)


def _setting(column: PlanColumn, entries: Sequence[_Entry], located: Located) -> Settings:
    """Return one setting and what is wrong with it."""
    written = [entry for entry in entries if entry.value is not None]
    read = [read_cell(column, entry.value) for entry in written]
    problems = [
        problem(each.problem, entry.place, value=entry.value, of=column, **each.about)
        for entry, each in zip(written, read, strict=True)
        if each.problem
    ]
    if column.kind is ColumnKind.ITEMS:
        items = [each.text for each in read]
        is_left_out = not items and column.is_left_out_when_blank
        return Settings(values={} if is_left_out else {column.key: items}, problems=problems)
    if len(written) > 1:
        other = written[0].place.address
        problems.append(problem(PlanCode.P121, written[1].place, of=column, other=other))
    if column.is_required and not written:
        place = entries[0].place if entries else Place(sheet=located.sheet)
        problems.append(problem(PlanCode.P104, place, of=column))
    return Settings(values=_value(column, read[0].text if read else ""), problems=problems)


def _value(column: PlanColumn, text: str) -> dict[str, Any]:
    if not text and column.is_left_out_when_blank:
        return {}
    if column.kind in (ColumnKind.INTEGER, ColumnKind.YEAR) and text:
        return {column.key: int(text)}
    return {column.key: text}


def _other(entry: _Entry) -> Settings:
    """Return a setting the workbook has no row of its own for."""
    text = shown(entry.value)
    try:
        return Settings(values={entry.key.removeprefix(JSON_PREFIX): json.loads(text)})
    except ValueError:
        return Settings(problems=[problem(PlanCode.P120, entry.place, value=text)])
