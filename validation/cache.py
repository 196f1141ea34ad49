"""What was taken out of each file, kept beside the round: a file that did not change is not read again.

It may be deleted at any time, and whatever is wrong with it, files are read as if it were not there. It
holds plain data (MessagePack): a file in a shared folder must not be able to run anything. What it holds
counts only for the same bytes under the same name, read by the same program for the same forms.
"""

import hashlib
import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, partial
from itertools import chain, compress
from operator import not_
from pathlib import Path

from validation.expected import Expected
from validation.packing import BROKEN
from validation.reading import RefusedFileError
from validation.received import Received
from validation.workers import Outcome, Reader, come_back, read_all

_LOG = logging.getLogger(__name__)
_ROOMS = ("catalogue", "templates", "validation")
_COLUMNS = "file TEXT PRIMARY KEY, sha256 TEXT, made_for TEXT, content BLOB, seal TEXT"
_TABLE = f"CREATE TABLE IF NOT EXISTS taken ({_COLUMNS})"
_WAIT_SECONDS = 1.0
_NOT_OURS = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

_Line = tuple[str, str, str, bytes, str]
_Found = tuple[str, bytes]
"""The hash of a file, and what was taken out of it."""


def cache_path(folder: Path) -> Path:
    """Return where what was read of the round in a folder is kept."""
    return folder / ".bo-dem" / "da-doc.sqlite"


def keeping(folder: Path, *, read: Reader = read_all, writes: bool = True) -> Reader:
    """Return a reader for all that came back in the round in a folder, keeping there what it read.

    Args:
        folder: The round's. What is kept in it of other files is forgotten.
        read: Reads what is not kept.
        writes: Whether to keep what was read; if not, nothing in the folder changes.
    """
    return partial(read_changed, path=cache_path(folder), read=read, writes=writes)


def read_changed(
    items: Sequence[Received], expected: Expected, *, path: Path, read: Reader = read_all, writes: bool = True
) -> Iterator[Outcome]:
    """Begin reading the files that changed since they were kept, and give what became of every file.

    Args:
        items: The files. Archives are opened each time.
        expected: What the round's forms are.
        path: The cache; made when it is not there.
        read: Reads files, and begins with it when it is called.
        writes: Whether to keep what was read.
    """
    if not path.is_file():  # nothing is kept: reading begins before it is worked out for what
        outcomes = read(items, expected) if items else iter(())
        if not writes:
            return outcomes
        return _noted(outcomes, {}, set(), path=path, made_for=_made_for(expected))
    made_for = _made_for(expected)
    kept = _kept(path, made_for)
    is_same = [_is_same(item, kept) for item in items]
    same = list(compress(items, is_same))
    changed = list(compress(items, map(not_, is_same)))
    # Begun first: the rest is unpacked meanwhile.
    fresh = read(changed, expected) if changed else iter(())
    outcomes = chain(_unpacked(same, kept, lambda broken: read(broken, expected)), fresh)
    if not writes:
        return outcomes
    gone = kept.keys() - {item.file for item in items}
    return _noted(outcomes, kept, gone, path=path, made_for=made_for)


def _noted(
    outcomes: Iterable[Outcome], kept: Mapping[str, _Found], gone: set[str], *, path: Path, made_for: str
) -> Iterator[Outcome]:
    """Give outcomes on, and keep those that are not kept already when all have been given."""
    fresh = []
    for outcome in outcomes:
        is_new = kept.get(outcome.item.file) != (outcome.sha256, outcome.packed)
        if is_new and _is_kept(outcome):
            line = outcome.item.file, outcome.sha256, made_for, outcome.packed
            fresh.append((*line, _sealed(*line)))
        yield outcome
    _keep(path, sorted(fresh), gone)


def _is_kept(outcome: Outcome) -> bool:
    """Whether a result is worth keeping: that of a file of its own whose bytes could be had."""
    is_whole = bool(outcome.sha256 and outcome.packed) and not outcome.item.members
    return is_whole and outcome.item.file.isprintable()  # other names are bytes that are no text


def _is_same(item: Received, kept: Mapping[str, _Found]) -> bool:
    """Whether a file is the one that was read before."""
    if item.file not in kept or item.problem:
        return False
    try:
        return hashlib.sha256(item.content()).hexdigest() == kept[item.file][0]
    except RefusedFileError:
        return False


def _unpacked(
    same: Iterable[Received],
    kept: Mapping[str, _Found],
    read: Callable[[Sequence[Received]], Iterator[Outcome]],
) -> Iterator[Outcome]:
    """Give what was taken out of files before; where that cannot be unpacked they are read."""
    broken = []
    for item in same:
        try:
            yield come_back(item, *kept[item.file])
        except BROKEN:
            broken.append(item)
    if broken:
        yield from read(broken)


# ------------------------------------------------------------------------------------------ on the disk


def _kept(path: Path, made_for: str) -> dict[str, _Found]:
    """Return what is kept, by file."""
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT_SECONDS)) as store:
            lines = list(store.execute("SELECT * FROM taken WHERE made_for = ?", (made_for,)))
            return {line[0]: (line[1], line[3]) for *line, seal in lines if _sealed(*line) == seal}
    except (sqlite3.Error, *BROKEN) as error:
        _LOG.info("The cache cannot be read: %s", error)
        return {}


def _keep(path: Path, rows: Sequence[_Line], gone: set[str]) -> None:
    if not rows and not gone:
        return
    try:
        path.parent.mkdir(exist_ok=True)
        _write_anew(path, rows, gone)
    except (sqlite3.Error, OSError) as error:
        _LOG.info("The cache cannot be written: %s", error)  # another run writes it, or the disk is full


def _write_anew(path: Path, rows: Sequence[_Line], gone: set[str]) -> None:
    """Write to the cache; one that is damaged, or none of ours, is made anew."""
    try:
        _write(path, rows, gone)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in _NOT_OURS:
            raise
        _LOG.info("The cache is made anew: %s", error)
        path.unlink()
        _write(path, rows, gone)


def _sealed(file: str, sha256: str, made_for: str, content: bytes) -> str:
    return hashlib.sha256(f"{file}\0{sha256}\0{made_for}\0".encode() + content).hexdigest()


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
    # By kind, not value by value: a large round expects hundreds of thousands of values of a few kinds.
    if not _has_parts(type(value)):  # type: ignore[arg-type]  # a class is hashable
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
    kind = type(value)
    return [kind.__name__, *(_told(getattr(value, name), known) for name in _field_names(kind))]  # type: ignore[arg-type]  # as above


@cache
def _has_parts(kind: type) -> bool:
    return not issubclass(kind, Enum) and (
        is_dataclass(kind) or issubclass(kind, (Mapping, tuple, frozenset))
    )


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


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
