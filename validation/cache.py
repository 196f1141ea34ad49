"""What was taken out of each file, kept beside the round: a file that did not change is not read again.

It may be deleted at any time, and whatever is wrong with it, files are read as if it were not there. It
holds plain JSON: a file in a shared folder must not be able to run anything. What it holds counts only for
the same bytes under the same name, read by the same program for the same forms.
"""

import hashlib
import json
import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from catalogue import Code, SheetKey
from validation.expected import Expected
from validation.model import Contact, Finding, SheetPlace
from validation.reading import LegacyText, PercentNumber, RefusedFileError
from validation.received import Received
from validation.taken import AnswerRow, Taken, TakenRow
from validation.workers import Outcome, read_all

_LOG = logging.getLogger(__name__)
_ROOMS = ("catalogue", "templates", "validation")
_COLUMNS = "file TEXT PRIMARY KEY, sha256 TEXT, made_for TEXT, content TEXT, seal TEXT"
_TABLE = f"CREATE TABLE IF NOT EXISTS taken ({_COLUMNS})"
_WAIT_SECONDS = 1.0
_FINDING_TEXTS = ("sheet", "cell", "row_key", "field_key", "value", "message", "explanation")
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError)

_Line = tuple[str, str, str, str, str]
Reader = Callable[[Sequence[Received], Expected], Iterator[Outcome]]


def read_changed(
    items: Sequence[Received], expected: Expected, *, path: Path, read: Reader = read_all
) -> Iterator[Outcome]:
    """Begin reading the files that changed since they were kept, and give what became of every file.

    Args:
        items: The files. Archives are opened each time.
        expected: What the round's forms are.
        path: The cache; made when it is not there.
        read: Reads files, and begins with it when it is called.
    """
    made_for = _made_for(expected)
    kept = _kept(path, made_for)
    known = [(item, _unchanged(item, kept)) for item in items]
    changed = [item for item, outcome in known if outcome is None]
    outcomes = chain((outcome for _, outcome in known if outcome), read(changed, expected) if changed else ())
    gone = kept.keys() - {item.file for item in items}
    return _noted(outcomes, {item.file for item in changed}, gone, path=path, made_for=made_for)


def _noted(
    outcomes: Iterable[Outcome], changed: set[str], gone: set[str], *, path: Path, made_for: str
) -> Iterator[Outcome]:
    """Give outcomes on, and keep those of changed files when all have been given."""
    fresh = []
    for outcome in outcomes:
        if outcome.item.file in changed and _is_kept(outcome):
            # Judging adds to what was taken: it is put down as it is now.
            line = outcome.item.file, outcome.sha256, made_for, _content(outcome.taken)
            fresh.append((*line, _digest(line)))
        yield outcome
    _keep(path, fresh, gone)


def _is_kept(outcome: Outcome) -> bool:
    """Whether a result is worth keeping: that of a file of its own whose bytes could be had."""
    return bool(outcome.sha256) and not outcome.item.members


def _unchanged(item: Received, kept: Mapping[str, tuple[str, str]]) -> Outcome | None:
    """Return what was taken out of a file before, if it is still the same."""
    sha256, content = kept.get(item.file, ("", ""))
    if not sha256 or item.problem:
        return None
    try:
        if hashlib.sha256(item.content()).hexdigest() != sha256:
            return None
        return Outcome(item=item, sha256=sha256, taken=_taken(json.loads(content), item.file))
    except (RefusedFileError, *_BROKEN):
        return None


# ------------------------------------------------------------------------------------------ on the disk


def _kept(path: Path, made_for: str) -> dict[str, tuple[str, str]]:
    """Return hash and content by file."""
    if not path.is_file():
        return {}
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT_SECONDS)) as store:
            lines = list(store.execute("SELECT * FROM taken WHERE made_for = ?", (made_for,)))
            return {line[0]: (line[1], line[3]) for *line, seal in lines if _digest(line) == seal}
    except (sqlite3.Error, *_BROKEN) as error:
        _LOG.info("The cache cannot be read: %s", error)
        return {}


def _keep(path: Path, rows: Sequence[_Line], gone: set[str]) -> None:
    if not rows and not gone:
        return
    try:
        path.parent.mkdir(exist_ok=True)
        _write(path, rows, gone)
    except (sqlite3.OperationalError, OSError) as error:
        _LOG.info("The cache cannot be written: %s", error)  # another run writes it, or the disk is full
    except sqlite3.DatabaseError as error:
        _LOG.info("The cache will be made anew: %s", error)
        with suppress(OSError):
            path.unlink()


def _write(path: Path, rows: Sequence[_Line], gone: set[str]) -> None:
    with closing(sqlite3.connect(path, timeout=_WAIT_SECONDS)) as store, store:
        store.execute(_TABLE)
        store.executemany("DELETE FROM taken WHERE file = ?", [(file,) for file in gone])
        store.executemany("INSERT OR REPLACE INTO taken VALUES (?, ?, ?, ?, ?)", rows)


# ------------------------------------------------------------------------------- what it was made for


def _made_for(expected: Expected) -> str:
    """Return a fingerprint of all that decides what is taken out of a file, besides the file."""
    known: dict[int, str] = {}
    told = [_told(part, known) for part in (expected.plan, expected.period, expected.design, expected.duties)]
    return _digest([_program(), *told])


def _told(value: object, known: dict[int, str]) -> str:
    """Return a fingerprint of a value; one that stands in many places is looked at once."""
    if isinstance(value, Enum) or not (is_dataclass(value) or isinstance(value, (Mapping, tuple, frozenset))):
        return repr(value)
    if id(value) not in known:
        known[id(value)] = _digest(_parts(value, known))
    return known[id(value)]


def _parts(value: object, known: dict[int, str]) -> list[str]:
    if isinstance(value, Mapping):
        return [_told(part, known) for pair in value.items() for part in pair]
    if isinstance(value, (tuple, frozenset)):
        parts = [_told(part, known) for part in value]
        return sorted(parts) if isinstance(value, frozenset) else parts
    names = [each.name for each in fields(value)]  # type: ignore[arg-type]  # a dataclass, see above
    return [type(value).__name__, *(_told(getattr(value, name), known) for name in names)]


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _program() -> str:
    """Return a fingerprint of the program's own files: another version may read otherwise."""
    home = Path(__file__).parents[1]
    files = [path for room in _ROOMS for path in sorted((home / room).rglob("*")) if _decides(path)]
    return _digest([hashlib.sha256(path.read_bytes()).hexdigest() for path in files])


def _decides(path: Path) -> bool:
    return path.suffix in {".py", ".csv", ".toml", ".txt"} and path.is_file()


# ------------------------------------------------------------------------------------ as JSON and back


def _content(taken: Taken) -> str:
    told = {
        "unit": taken.unit_code,
        "findings": [_finding_told(each) for each in taken.findings],
        "places": {key: [place.name, place.columns] for key, place in taken.places.items()},
        "answers": {
            key: {row: _packed_all(cells) for row, cells in rows.items()}
            for key, rows in taken.answers.items()
        },
        "contact": _packed_all({each.name: getattr(taken.contact, each.name) for each in fields(Contact)}),
        "rows": [_row_told(each) for each in taken.rows],
    }
    return json.dumps(told, ensure_ascii=False, allow_nan=False)


def _taken(told: Mapping[str, Any], file: str) -> Taken:
    unit = told["unit"]
    return Taken(
        file=file,
        unit_code=unit,
        findings=[_finding(each, file, unit) for each in told["findings"]],
        places={
            SheetKey(key): SheetPlace(name=name, columns=columns)
            for key, (name, columns) in told["places"].items()
        },
        answers={
            SheetKey(key): {row: _unpacked_all(cells) for row, cells in rows.items()}
            for key, rows in told["answers"].items()
        },
        contact=Contact(**_unpacked_all(told["contact"])),
        rows=[_row(each, file, unit) for each in told["rows"]],
    )


def _finding_told(finding: Finding) -> dict[str, Any]:
    told = {name: getattr(finding, name) for name in _FINDING_TEXTS}
    return told | {"code": finding.code.name, "sheet_key": finding.sheet_key}


def _finding(told: Mapping[str, Any], file: str, unit: str) -> Finding:
    key = told["sheet_key"]
    return Finding(
        file=file,
        unit_code=unit,
        code=Code[told["code"]],
        sheet_key=SheetKey(key) if key else None,
        **{name: told[name] for name in _FINDING_TEXTS},
    )


def _row_told(taken: TakenRow) -> list[Any]:
    row = taken.row
    return [taken.sheet_key, row.sheet, row.row, row.row_key, _packed_all(row.parsed), taken.unsound]


def _row(told: Sequence[Any], file: str, unit: str) -> TakenRow:
    key, sheet, number, row_key, parsed, unsound = told
    row = AnswerRow(
        file=file,
        unit_code=unit,
        sheet=sheet,
        row=number,
        row_key=row_key,
        parsed=_unpacked_all(parsed),
    )
    return TakenRow(sheet_key=SheetKey(key), row=row, unsound=tuple(unsound))


def _packed_all(values: Mapping[str, object]) -> dict[str, object]:
    return {key: _packed(value) for key, value in values.items()}


def _packed(value: object) -> object:
    """Return a value as JSON has it; what JSON has no type for as a list that begins with its kind."""
    match value:
        case date():
            return ["date", value.isoformat()]
        case PercentNumber():
            return ["percent", float(value)]
        case LegacyText():
            return ["legacy", str(value), value.font]
    return value


def _unpacked_all(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _unpacked(*value) if isinstance(value, list) else value for key, value in values.items()}


def _unpacked(kind: str, *parts: Any) -> object:  # noqa: ANN401 - whatever JSON holds
    return _KINDS[kind](*parts)


_KINDS: Mapping[str, Callable[..., object]] = {
    "date": date.fromisoformat,
    "percent": PercentNumber,
    "legacy": LegacyText,
}
