"""Put a workbook on disk whole or not at all."""

import os
from pathlib import Path

from catalogue import LockedFileError
from catalogue.wording import master as words


def save(path: Path, content: bytes) -> None:
    """Write a file beside its place and rename it over; readers see the old one or the new one, never a part.

    Raises:
        LockedFileError: The file is open in another program; the new one stands beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"~{path.name}.{os.getpid()}.tmp")
    try:
        _write(draft, content)
        _replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(draft: Path, path: Path) -> None:
    aside = path.with_stem(path.stem + words.ASIDE_SUFFIX)
    try:
        draft.replace(path)
    except PermissionError:
        try:
            draft.replace(aside)
        except PermissionError:
            raise LockedFileError(words.LOCKED_BOTH.format(file=path, aside=aside)) from None
        raise LockedFileError(words.LOCKED.format(file=path, aside=aside)) from None
