"""The ledger on disk: one SQLite file in the round's folder, opened for each reading and each entry.

No write-ahead log: the round may lie on a network drive, where WAL does not work.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

from catalogue import LedgerError, LockedFileError
from catalogue.wording import ledger as words
from consolidate.ledger.chain import entry_of, event_of, problems
from consolidate.ledger.model import Entry, Event, Problem

VERSION = 1
SCHEMA = Path(__file__).with_name("schema.sql")
WAIT_SECONDS = 10.0
"""How long a second writer waits for the first."""

_COLUMNS = ", ".join(Entry.__slots__)
_MARKS = ", ".join("?" * len(Entry.__slots__))


@dataclass(frozen=True)
class Ledger:
    """The ledger of one round.

    Every method raises `LockedFileError` when another program holds the file, and `LedgerError` when it is
    damaged or newer than this program.
    """

    path: Path
    wait_seconds: float = WAIT_SECONDS

    @classmethod
    def open(cls, path: Path) -> "Ledger":
        """Return the ledger at a place; the file is made with the first entry."""
        return cls(path)

    def append(self, event: Event) -> Entry:
        """Add an event and return its entry."""
        return self.append_all((event,))[0]

    def append_all(self, events: Iterable[Event]) -> tuple[Entry, ...]:
        """Add events, all of them or none, and return their entries."""
        added: list[Entry] = []
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            if not _version(connection):
                _create(connection)
            last = next(iter(_entries(connection, "ORDER BY seq DESC LIMIT 1")), None)
            for event in events:
                last = entry_of(event, last)
                connection.execute(f"INSERT INTO events ({_COLUMNS}) VALUES ({_MARKS})", astuple(last))  # noqa: S608 - our own column names
                added.append(last)
            connection.execute("COMMIT")
        return tuple(added)

    def entries(self) -> tuple[Entry, ...]:
        """Return every entry as it is stored, the first one first."""
        return self._read()[0]

    def verify(self) -> tuple[Problem, ...]:
        """Return where the ledger is not as it was written, the first place first."""
        entries, written = self._read()
        return problems(entries, written=written)

    def events(self) -> tuple[Event, ...]:
        """Return every event, the first one first.

        Raises:
            LedgerError: The chain of entries is broken: what it says cannot be trusted.
        """
        entries, written = self._read()
        if found := problems(entries, written=written):
            raise LedgerError(words.TAMPERED.format(file=self.path, seq=found[0].seq))
        try:
            return tuple(event_of(entry) for entry in entries)
        except ValueError as error:
            raise LedgerError(words.DAMAGED.format(file=self.path, reason=error)) from None

    def _read(self) -> tuple[tuple[Entry, ...], int]:
        """Return the entries, and how many were ever written."""
        if not self.path.exists():
            return (), 0
        with self._connection() as connection:
            if not _version(connection):
                return (), 0
            return _entries(connection, "ORDER BY seq"), _written(connection)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Open the file, and say in a plain sentence why it cannot be used."""
        try:
            with closing(
                sqlite3.connect(self.path, timeout=self.wait_seconds, isolation_level=None)
            ) as connection:
                if _version(connection) > VERSION:
                    raise LedgerError(words.TOO_NEW.format(file=self.path))
                yield connection
        except sqlite3.Error as error:
            if _is_busy(error):
                raise LockedFileError(words.LOCKED.format(file=self.path)) from None
            raise LedgerError(words.DAMAGED.format(file=self.path, reason=error)) from None


def _is_busy(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    # Extended codes hold the primary one in their low byte.
    return code is not None and code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _version(connection: sqlite3.Connection) -> int:
    """Return the version of the file's tables, 0 for a file that is still empty."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return 0
    (version,) = connection.execute("SELECT max(version) FROM ledger").fetchone()
    return int(version)


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables within the running transaction; `executescript` would commit it."""
    statement = ""
    for line in SCHEMA.read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def _entries(connection: sqlite3.Connection, order: str) -> tuple[Entry, ...]:
    rows: Sequence[Sequence[object]] = connection.execute(
        f"SELECT {_COLUMNS} FROM events {order}"  # noqa: S608 - our own words
    ).fetchall()
    return tuple(Entry(**dict(zip(Entry.__slots__, row, strict=True))) for row in rows)  # type: ignore[arg-type]  # the columns' types are the table's


def _written(connection: sqlite3.Connection) -> int:
    """Return the highest number ever given: entries cut off the end leave it behind."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'events'").fetchone()
    return int(row[0]) if row else 0
