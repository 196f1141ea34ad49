"""The previous master kept as a copy, where a new one cannot carry everything staff put into it."""

import shutil
from datetime import datetime
from pathlib import Path

from catalogue.wording import adjust as words
from consolidate.adjust.model import StaffWork
from consolidate.adjust.read import staff_work_of
from validation import VIETNAM


def keep_previous(path: Path) -> tuple[str, ...]:
    """Copy a master beside itself if a new one cannot carry all of it; the same file is copied once.

    Args:
        path: The master about to be written over.

    Returns:
        What to tell the person, in sentences; none when everything is carried.

    Raises:
        UnreadableFileError: The master cannot be read; it must not be written over.
    """
    staff = staff_work_of(path)
    if not staff.left_behind:
        return ()
    saved = datetime.fromtimestamp(path.stat().st_mtime, VIETNAM)
    copy = path.with_stem(path.stem + words.COPY_SUFFIX.format(stamp=f"{saved:%Y-%m-%d %H.%M.%S}"))
    if not copy.exists():
        shutil.copy2(path, copy)
    return (*left_behind(staff), words.KEPT_COPY.format(copy=copy))


def left_behind(staff: StaffWork) -> tuple[str, ...]:
    """Return what a new master cannot carry, in sentences."""
    return tuple(
        words.LEFT_BEHIND.format(
            sheet=one.sheet, kinds=", ".join(words.LEFT_KINDS[kind] for kind in one.kinds)
        )
        for one in staff.left_behind
    )
