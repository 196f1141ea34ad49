"""What lies in `nhan-ve/`: every file in every folder, and every file in an archive, each to be read once."""

import io
import os
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from catalogue import Code, clean
from validation.reading import MAX_FILE_BYTES, VIETNAM, RefusedFileError

MAX_MEMBERS = 5_000
MAX_DEPTH = 3

_TEMPORARY = "~$"
_SYSTEM_NAMES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_SYSTEM_PREFIXES = ("._",)
_SYSTEM_FOLDERS = frozenset({"__MACOSX"})
_SHORTCUTS = (".lnk", ".url", ".webloc")
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""What an archive notes of a file whose date it was not told: the first a zip can say."""
BROKEN_ARCHIVE = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, RuntimeError),
    *(NotImplementedError, ValueError, LookupError),
)
"""What zipfile raises on a damaged, encrypted or strangely packed archive."""


# Without slots, which pickle takes five times as long over.
@dataclass(frozen=True, kw_only=True)
class Received:
    """One file that came back, not read yet.

    Attributes:
        file: Its name for people: relative to `nhan-ve/`, with forward slashes, through archives.
        path: The file on disk, or the archive it is in.
        members: Where it is in the archive: its place in the list of each level, outermost first.
        container: The file on disk relative to `nhan-ve/`, spelt as it is there.
        saved_at: When it was last saved, in nanoseconds since the epoch.
        problem: Why it is not to be read, if so.
    """

    file: str
    path: Path
    container: str
    saved_at: int
    members: tuple[int, ...] = ()
    problem: Code | None = None

    def content(self) -> bytes:
        """Return the file's bytes.

        Raises:
            RefusedFileError: It cannot be opened (E023), is too big (E010) or cannot be unpacked (E013).
        """
        content = self.stored()
        for member in self.members:
            content = _unpacked(content, member)
        return content

    def stored(self) -> bytes:
        """Return the bytes of the file on disk, which may be an archive.

        Raises:
            RefusedFileError: It cannot be opened (E023) or is too big (E010).
        """
        try:
            if self.path.stat().st_size > MAX_FILE_BYTES:
                raise RefusedFileError(Code.E010)
            return self.path.read_bytes()
        except OSError:
            raise RefusedFileError(Code.E023) from None


def received_files(folder: Path) -> tuple[Received, ...]:
    """Return everything under a folder, sorted by name; what systems leave behind by themselves is not there.

    Links are never followed.
    """
    found = _walk(folder, "") if folder.is_dir() else ()
    return tuple(sorted(found, key=lambda item: item.file))


def received_file(path: Path, folder: Path) -> Received:
    """Return one file, named relative to a folder when it is in it."""
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
    return _received(path, name, path.lstat(), is_link=path.is_symlink())


def _received(path: Path, name: str, status: os.stat_result, *, is_link: bool) -> Received:
    is_link = is_link or name.lower().endswith(_SHORTCUTS)
    is_temporary = name.rpartition("/")[2].startswith(_TEMPORARY)
    problem = Code.E014 if is_link else Code.E018 if is_temporary else None
    return Received(file=clean(name), path=path, container=name, saved_at=status.st_mtime_ns, problem=problem)


def members_of(archive: Received, content: bytes) -> tuple[Received, ...]:
    """Return the files in an archive that came back, in its order.

    Raises:
        RefusedFileError: It cannot be opened or has a password (E013), or holds too much (E010).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            infos = opened.infolist()
    except BROKEN_ARCHIVE:
        raise RefusedFileError(Code.E013) from None
    if len(infos) > MAX_MEMBERS or len(archive.members) >= MAX_DEPTH:
        raise RefusedFileError(Code.E010)
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise RefusedFileError(Code.E013)
    found = (_member(archive, place, info) for place, info in enumerate(infos) if not info.is_dir())
    return tuple(_distinct([member for member in found if not _is_system(member.file)]))


def _walk(folder: Path, shown: str) -> Iterator[Received]:
    """Yield what is in a folder of this name, relative to the first one; that is where names begin."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        found = _received(folder, shown.rstrip("/") or ".", folder.lstat(), is_link=False)
        yield replace(found, problem=Code.E023)
        return
    for entry in entries:
        if _is_system(entry.name):
            continue
        is_link = entry.is_symlink() or getattr(entry, "is_junction", bool)()  # junctions: Python 3.12
        if entry.is_dir() and not is_link:
            yield from _walk(Path(entry.path), f"{shown}{entry.name}/")
        else:
            try:
                status = os.lstat(entry.path)  # what the folder itself says may be old on Windows
            except FileNotFoundError:
                continue  # gone since the folder was listed
            yield _received(Path(entry.path), f"{shown}{entry.name}", status, is_link=is_link)


def _is_system(name: str) -> bool:
    parts = PurePosixPath(name).parts
    last = parts[-1] if parts else ""
    return (
        last.lower() in _SYSTEM_NAMES
        or last.startswith(_SYSTEM_PREFIXES)
        or not _SYSTEM_FOLDERS.isdisjoint(parts)
    )


def _member(archive: Received, place: int, info: zipfile.ZipInfo) -> Received:
    name = _shown(info)
    is_temporary = PurePosixPath(name).name.startswith(_TEMPORARY)
    return replace(
        archive,
        file=f"{archive.file}/{name}",
        members=(*archive.members, place),
        saved_at=_saved_at(info, archive),
        problem=Code.E018 if is_temporary else None,
    )


def _saved_at(info: zipfile.ZipInfo, archive: Received) -> int:
    """Return when a member was saved; an archive notes local time, and nothing in it is newer than itself."""
    if info.date_time == _NO_DAY:
        return archive.saved_at
    try:
        saved = datetime(*info.date_time, tzinfo=VIETNAM)
    except ValueError:
        return archive.saved_at
    return min(int(saved.timestamp()) * 1_000_000_000, archive.saved_at)


def _shown(info: zipfile.ZipInfo) -> str:
    """Return a member's name for people: in its real letters, and never climbing out of its archive."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        name = _real_letters(name)
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return clean("".join(char for char in "/".join(parts) if char.isprintable())) or "?"


def _real_letters(name: str) -> str:
    """Return a name that its archive stored without saying in which code; zipfile took it for cp437."""
    raw = name.encode("cp437", errors="replace")
    for encoding in ("utf-8", "cp1258"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _distinct(members: Sequence[Received]) -> Iterator[Received]:
    """Give members of one name different names for people."""
    seen: dict[str, int] = {}
    for member in members:
        count = seen[member.file] = seen.get(member.file, 0) + 1
        yield member if count == 1 else replace(member, file=f"{member.file} ({count})")


def _unpacked(content: bytes, place: int) -> bytes:
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as archive,
            archive.open(archive.infolist()[place]) as stream,
        ):
            unpacked = stream.read(MAX_FILE_BYTES + 1)
    except BROKEN_ARCHIVE:
        raise RefusedFileError(Code.E013) from None
    if len(unpacked) > MAX_FILE_BYTES:
        raise RefusedFileError(Code.E010)
    return unpacked
