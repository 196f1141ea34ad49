"""Put a workbook on disk whole or not at all."""

import os
from pathlib import Path

from catalogue import LockedFileError
from catalogue.wording import master as words
from consolidate.opened import opened_by

_DRAFT = "~{name}.{pid}.tmp"


def save(path: Path, content: bytes) -> None:
    """Write a file beside its place and rename it over; readers see the old one or the new one, never a part.

    A file that holds the same already is left as it is.

    Raises:
        LockedFileError: The file is open in another program; the new one stands beside it.
    """
    if _holds(path, content):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(_DRAFT.format(name=path.name, pid=os.getpid()))
    try:
        write_through(draft, content)
        _replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def clear_drafts(folder: Path) -> None:
    """Remove what writers that were killed left in a folder; only for who holds the round."""
    for draft in folder.glob(_DRAFT.format(name="*", pid="*")):
        draft.unlink(missing_ok=True)


def write_through(path: Path, content: bytes) -> None:
    """Write a file down to the disk itself."""
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(draft: Path, path: Path) -> None:
    aside = path.with_stem(path.stem + words.ASIDE_SUFFIX)
    try:
        draft.replace(path)
    except PermissionError:
        who = opened_by(path) or words.ANOTHER_PROGRAM
        try:
            draft.replace(aside)
        except PermissionError:
            raise LockedFileError(words.LOCKED_BOTH.format(file=path, aside=aside, who=who)) from None
        raise LockedFileError(words.LOCKED.format(file=path, aside=aside, who=who)) from None
