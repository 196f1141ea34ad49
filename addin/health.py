"""The button “Kiểm tra cài đặt”: what could keep the ribbon from working here, each line with what to do."""

import os
import platform
import uuid
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from addin.policy import OFFICE, Settings, own_settings, policy_checks, synchronised_folders
from addin.seat import Seat
from catalogue import TongHopError
from catalogue.wording import addin as words
from cli.addin import check_line
from cli.addin_install import Check, Profile, installation

PACKAGES = ("tonghop", "xlwings", "openpyxl", "pandas", "pandera")
EXCEL_LIMIT = 218
"""Excel opens no file whose path is longer."""
ROOM_FOR_FILES = 100
"""What the files of a round take: folder, unit, period."""
CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def health_lines(seat: Seat, profile: Profile | None = None, settings: Settings | None = None) -> list[Check]:
    """Return everything that was looked at, installation first."""
    settings = settings or own_settings()
    office = seat.app.version if seat.app is not None else OFFICE
    return [
        *installation(profile or Profile.of_user()),
        Check(key="versions", is_good=True, text=words.HEALTH["versions"].format(versions=_versions(seat))),
        *_round_checks(seat, settings),
        *policy_checks(settings, str(office)),
    ]


def summary(checks: Sequence[Check]) -> str:
    """Return the checks as one text, the verdict last."""
    bad = sum(check.is_good is False for check in checks)
    verdict = words.HEALTH_BAD.format(count=bad) if bad else words.HEALTH_FINE
    return "\n".join((*map(check_line, checks), "", verdict))


def _versions(seat: Seat) -> str:
    found = [f"Python {platform.python_version()}"]
    if seat.app is not None:
        found.append(f"Excel {seat.app.version}")
    return ", ".join((*found, *(f"{name} {_version(name)}" for name in PACKAGES)))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def _round_checks(seat: Seat, settings: Settings | None) -> Iterator[Check]:
    try:
        folder = seat.round_folder()
    except TongHopError:
        yield Check(key="round", is_good=None, text=words.HEALTH["round_none"])
        return
    is_long = len(str(folder)) + ROOM_FOR_FILES > EXCEL_LIMIT
    yield _verdict("round", folder, is_good=_is_writable(folder))
    yield _verdict("cloud", folder, is_good=not _is_in_cloud(folder, settings))
    yield _verdict("long", folder, is_good=not is_long)


def _verdict(key: str, folder: Path, *, is_good: bool) -> Check:
    text = words.HEALTH[f"{key}_{'good' if is_good else 'bad'}"]
    return Check(key=key, is_good=is_good, text=text.format(folder=folder, length=len(str(folder))))


def _is_writable(folder: Path) -> bool:
    """Try it: what a folder's rights say and what a policy lets happen are two things."""
    trial = folder / f"~{uuid.uuid4().hex}.tmp"
    try:
        trial.write_bytes(b"")
        trial.unlink()
    except OSError:
        return False
    return True


def _is_in_cloud(folder: Path, settings: Settings | None) -> bool:
    homes = [Path(os.environ[name]) for name in CLOUD_VARIABLES if os.environ.get(name)]
    return any(folder.is_relative_to(home) for home in (*homes, *synchronised_folders(settings)))
