"""What a machine of a cluster does: read contents it was sent, by the same functions as any machine."""

import hashlib
import multiprocessing
import pickle
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory

from validation.expected import Expected
from validation.received import Received
from validation.workers import Outcome, read_all

_ROOMS = ("catalogue", "templates", "validation")
_READERS = ("openpyxl", "pebble", "xlrd")
_COMPILED = "__pycache__"


class OtherProgramError(Exception):
    """This machine's program is not the one that sent the files; its answers might differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Some files as they travel; those with a problem have no content.

    Attributes:
        expected: What the round's forms are, packed.
        stamp: Which program sent them.
    """

    items: Sequence[Received]
    contents: Sequence[bytes]
    expected: bytes
    stamp: str


def packed(expected: Expected) -> bytes:
    """Return what the round expects, as small as it gets: it travels with every parcel."""
    return zlib.compress(pickle.dumps(expected, pickle.HIGHEST_PROTOCOL))


@lru_cache(maxsize=1)
def _unpacked(blob: bytes) -> Expected:
    expected: Expected = pickle.loads(zlib.decompress(blob))  # noqa: S301 - whoever may send work may run code anyway
    return expected


def read_parcel(parcel: Parcel) -> list[Outcome]:
    """Return what became of every file; one that kills its reader kills no worker of the cluster.

    Raises:
        OtherProgramError: This machine's program is another one.
    """
    if parcel.stamp != program_stamp():
        raise OtherProgramError
    # The process belongs to Dask, which forbids it children; ours end with it.
    multiprocessing.current_process().daemon = False
    with TemporaryDirectory(prefix="tonghop-", ignore_cleanup_errors=True) as folder:
        items = [replace(item, path=Path(folder, str(place))) for place, item in enumerate(parcel.items)]
        for item, content in zip(items, parcel.contents, strict=True):
            item.path.write_bytes(content)
        return list(read_all(items, _unpacked(parcel.expected), processes=_thread_count()))


def _thread_count() -> int:
    """Return how many cores whoever started this worker gave to it."""
    from distributed import get_worker

    return int(get_worker().state.nthreads)


@cache
def program_stamp() -> str:
    """Return a hash of what reading depends on: our own sources and data, and the readers' versions."""
    digest = hashlib.sha256()
    for room in _ROOMS:
        _stamp_folder(files(room), digest)
    for reader in _READERS:
        digest.update(f"{reader} {version(reader)}".encode())
    return digest.hexdigest()


def _stamp_folder(folder: Traversable, digest: "hashlib._Hash") -> None:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            if entry.name != _COMPILED:
                _stamp_folder(entry, digest)
        else:
            # A copy checked out on Windows may end its lines otherwise.
            digest.update(entry.name.encode() + entry.read_bytes().replace(b"\r\n", b"\n"))
