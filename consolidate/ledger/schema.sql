-- The ledger of a round. Rows are only ever added; each holds the hash of the one before it.
CREATE TABLE ledger (version INTEGER NOT NULL);
INSERT INTO ledger (version) VALUES (1);

CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    happened_at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    unit_code TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    details TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
