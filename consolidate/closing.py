"""Close a round (chốt): a sealed copy of it as it stands, and whether that copy is still what was sealed."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from catalogue import DecisionError
from catalogue.wording import ledger as words
from consolidate.decide import Signature
from consolidate.ledger import Closing, Entry, Event, EventKind, Rulings
from consolidate.model import Merged
from consolidate.records import records
from consolidate.saving import write_through

SEALED_DIR = "chot"
MANIFEST = "bang-ke.json"
INPUTS = "ban-nop.jsonl"
ROWS = "dong/{sheet}.jsonl"
DOCUMENT = "tonghop-chot"
_READ_ONLY = 0o444
_WRITABLE = 0o644


class SealProblemKind(StrEnum):
    """What is wrong with a sealed copy, or with what it was made from."""

    MISSING = "missing"
    CHANGED = "changed"
    EXTRA = "extra"
    LEDGER = "ledger"
    INPUT_GONE = "input_gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealProblem:
    """A place where a sealed copy is not as it was written; `file` is relative to the copy's folder."""

    number: int
    kind: SealProblemKind
    file: str


def sealed_folder(round_folder: Path, number: int) -> Path:
    """Return where the sealed copy of a closing stands."""
    return round_folder / SEALED_DIR / f"lan-{number}"


def sealed_files(
    merged: Merged, documents: Mapping[str, bytes], *, head: Entry | None, signature: Signature, number: int
) -> dict[str, bytes]:
    """Return the files of a sealed copy by name: documents, merged rows, inputs, and the manifest of all.

    Args:
        merged: The round put together.
        documents: The master, the report, the round's settings: whatever is to be kept as it is.
        head: The last entry of the ledger.
        signature: Who closes, when and why.
        number: Which closing of the round this is.
    """
    files = dict(documents)
    for sheet, frame in merged.rows.items():
        files[ROWS.format(sheet=sheet.value)] = _json_lines(records(frame))
    files[INPUTS] = _json_lines(_inputs(merged))
    manifest = {
        "document": DOCUMENT,
        "number": number,
        "who": signature.who,
        "when": signature.when.isoformat(timespec="seconds"),
        "why": signature.why,
        "ledger": {"seq": head.seq if head else 0, "hash": head.hash if head else ""},
        "files": {
            name: {"sha256": _sha256(files[name]), "bytes": len(files[name])} for name in sorted(files)
        },
        "inputs": [{"file": each.file, "sha256": each.sha256} for each in merged.submissions],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    return files | {MANIFEST: text.encode()}


def closed(merged: Merged, files: Mapping[str, bytes], signature: Signature) -> Event:
    """Return the event by which a round is closed; it binds the manifest of the sealed copy."""
    return signature.event(
        EventKind.CLOSED,
        sha256=_sha256(files[MANIFEST]),
        files=[[each.file, each.sha256] for each in merged.submissions],
        rows=asdict(merged.total),
    )


def reopened(rulings: Rulings, signature: Signature) -> Event:
    """Return the event by which a closed round is open again; its sealed copy stays.

    Raises:
        DecisionError: It is not closed.
    """
    if rulings.closing is None:
        raise DecisionError(words.NOT_CLOSED)
    return signature.event(EventKind.REOPENED)


def write_sealed(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a sealed copy whole or not at all, and protect it from being written to.

    What stands in its place is not of any closing the ledger knows; it is moved aside, not removed.
    """
    draft = folder.with_name(f"~{folder.name}")
    _clear(draft)
    for name, content in files.items():
        path = draft / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_through(path, content)
        path.chmod(_READ_ONLY)
    if folder.exists():
        folder.rename(_free(folder.with_name(folder.name + words.UNUSED_SUFFIX)))
    draft.rename(folder)


def seal_problems(
    round_folder: Path, closing: Closing, *, entries: Iterable[Entry], present: Mapping[str, str]
) -> Iterator[SealProblem]:
    """Yield where a sealed copy, or what it was made from, is not as it was; nothing when all is.

    Args:
        round_folder: The round's folder.
        closing: What the ledger says of the copy.
        entries: The whole ledger.
        present: SHA-256 of what lies in `nhan-ve/` now, by name.
    """
    folder = sealed_folder(round_folder, closing.number)
    found = [*_copy_problems(folder, closing, entries=entries)]
    yield from (SealProblem(number=closing.number, kind=kind, file=file) for kind, file in found)
    contents = frozenset(present.values())
    for file, sha256 in sorted(closing.files):
        if sha256 not in contents:
            yield SealProblem(number=closing.number, kind=SealProblemKind.INPUT_GONE, file=file)


def _copy_problems(
    folder: Path, closing: Closing, *, entries: Iterable[Entry]
) -> Iterator[tuple[SealProblemKind, str]]:
    """Yield what is wrong with a copy itself; a manifest that was changed says nothing about the rest."""
    content = _content(folder / MANIFEST)
    if content is None:
        yield SealProblemKind.MISSING, MANIFEST
        return
    if _sha256(content) != closing.manifest:
        yield SealProblemKind.CHANGED, MANIFEST
        return
    manifest = json.loads(content)
    for name, entry in manifest["files"].items():
        own = _content(folder / name)
        if own is None:
            yield SealProblemKind.MISSING, name
        elif _sha256(own) != entry["sha256"]:
            yield SealProblemKind.CHANGED, name
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for name in sorted(there - {MANIFEST, *manifest["files"]}):
        yield SealProblemKind.EXTRA, name
    head = manifest["ledger"]
    if head["seq"] and head["hash"] not in {entry.hash for entry in entries}:
        yield SealProblemKind.LEDGER, MANIFEST


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _clear(draft: Path) -> None:
    """Remove what a writer that was killed left."""
    for path in draft.rglob("*"):
        if path.is_file():
            path.chmod(_WRITABLE)  # Windows removes no file that is read-only
    shutil.rmtree(draft, ignore_errors=True)


def _free(path: Path) -> Path:
    """Return a path where nothing stands."""
    number = 1
    found = path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.name}-{number}")
    return found


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _json_lines(rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return rows as JSON Lines: text stays text, where a spreadsheet would run what begins with “=”."""
    lines = (json.dumps(row, ensure_ascii=False, default=date.isoformat) + "\n" for row in rows)
    return "".join(lines).encode()


def _inputs(merged: Merged) -> Iterator[dict[str, object]]:
    """Yield one row per file that came back."""
    for each in merged.submissions:
        yield {
            "file": each.file,
            "sha256": each.sha256,
            "unit_code": each.unit_code,
            "received_at": each.received_at,
            "state": merged.states[each.file].value,
            **asdict(merged.counts[each.file]),
        }
