"""The previous master kept as a copy, where a new one cannot carry everything staff put into it."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

from catalogue import UnreadableFileError, load_master
from catalogue.wording import adjust as words
from catalogue.wording import master as master_words
from consolidate.adjust.model import StaffWork
from consolidate.saving import save
from validation import VIETNAM

MOST_TOLD = 5


def keep_previous(path: Path, staff: StaffWork) -> tuple[str, ...]:
    """Copy a master beside itself if a new one cannot carry all of it; the same content is copied once.

    Args:
        path: The master about to be written over.
        staff: What was read from it.

    Returns:
        What to tell the person, in sentences; none when everything is carried.

    Raises:
        UnreadableFileError: The master cannot be read; it must not be written over.
    """
    if not staff.left_behind and not staff.overtyped:
        return ()
    try:
        content, saved = path.read_bytes(), datetime.fromtimestamp(path.stat().st_mtime, VIETNAM)
    except OSError as error:
        raise UnreadableFileError(words.UNREADABLE.format(file=path)) from error
    places = _places(path.with_stem(path.stem + words.COPY_SUFFIX.format(stamp=f"{saved:%Y-%m-%d %H.%M.%S}")))
    copy = next(place for place in places if not place.exists() or place.read_bytes() == content)
    if not copy.exists():
        save(copy, content)
    return (*left_behind(staff), *typed_over(staff), words.KEPT_COPY.format(copy=copy))


def _places(copy: Path) -> Iterator[Path]:
    """Yield where a copy may stand: under its name, or numbered where another content has that name."""
    yield copy
    yield from (copy.with_stem(f"{copy.stem} {number}") for number in count(2))


def left_behind(staff: StaffWork) -> tuple[str, ...]:
    """Return what a new master cannot carry, in sentences."""
    return tuple(
        words.LEFT_BEHIND.format(
            sheet=one.sheet, kinds=", ".join(words.LEFT_KINDS[kind] for kind in one.kinds)
        )
        for one in staff.left_behind
    )


def typed_over(staff: StaffWork) -> Iterator[str]:
    """Yield the first cells of ours that staff typed over, in sentences."""
    for one in staff.overtyped[:MOST_TOLD]:
        title = load_master()[one.table].title if one.table else master_words.OVERVIEW_SHEET
        yield words.TYPED_OVER.format(sheet=title, cell=one.cell, value=one.typed or words.BLANK)
    if len(staff.overtyped) > MOST_TOLD:
        yield words.TYPED_OVER_MORE.format(count=len(staff.overtyped) - MOST_TOLD)
