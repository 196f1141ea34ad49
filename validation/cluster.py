"""Read files on a Dask cluster: contents go out in parcels, what was taken out of them comes back.

A parcel whose worker is lost is read by another one. What the cluster cannot do at all, because it is gone or
loses the same parcel again and again, is read on this machine: a lost cluster costs time, not rows.
"""

import asyncio
import logging
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from catalogue import ClusterError
from catalogue.wording import cluster as words
from validation.cluster_worker import OtherProgramError, Parcel, packed, program_stamp, read_parcel
from validation.expected import Expected
from validation.reading import MAX_FILE_BYTES, RefusedFileError
from validation.received import Received
from validation.workers import BATCH_FILES, Outcome, Reader, read_all

if TYPE_CHECKING:
    from distributed import Client, Future

PARCEL_BYTES = 8 * 2**20
IN_FLIGHT_BYTES = 256 * 2**20
PARCELS_PER_THREAD = 2
CONNECT_SECONDS = 10.0
# After so long without a worker or a scheduler the rest is read on this machine.
ABSENCE_SECONDS = 30.0
LOOK_SECONDS = 1.0

_LOG = logging.getLogger(__name__)


def cluster_reader(address: str) -> Reader:
    """Return a reader that works on the Dask cluster at an address ("tcp://10.0.0.5:8786").

    Contents are sent along: the cluster needs none of our folders. It gives what `validation.workers` gives
    here, and raises ClusterError when `distributed` is not installed, nobody answers at the address, there is
    no worker, or a worker runs another program.
    """
    return partial(_read_there, address=address)


def _read_there(items: Sequence[Received], expected: Expected, *, address: str) -> Iterator[Outcome]:
    with _connected(address) as client:
        yield from _Run(client=client, expected=expected).outcomes(items)


@contextmanager
def _connected(address: str) -> "Iterator[Client]":
    try:
        import dask
        from distributed import Client
    except ImportError:
        raise ClusterError(words.NOT_INSTALLED) from None
    # Its own lines are for whoever runs the cluster; ours say what a user must know.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    quiet = {"distributed.admin.large-graph-warning-threshold": MAX_FILE_BYTES + IN_FLIGHT_BYTES}
    with dask.config.set(quiet):
        try:
            asyncio.run(_knock(address))
            client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TypeError):
            raise ClusterError(words.UNREACHABLE.format(address=address)) from None
        try:
            _await_worker(client, address)
            yield client
        finally:
            client.close(timeout=CONNECT_SECONDS)


async def _knock(address: str) -> None:
    """Raise when no scheduler answers: a client that fails to start complains again when it is collected."""
    from distributed import Security
    from distributed.comm.core import connect

    keys = Security().get_connection_args("client")
    comm = await connect(address, timeout=CONNECT_SECONDS, **keys)
    await comm.close()


def _await_worker(client: "Client", address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except TimeoutError:
        raise ClusterError(words.NO_WORKERS.format(address=address)) from None


class _GoneError(Exception):
    """The cluster is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sent:
    """Files on their way, and how many bytes they are."""

    items: Sequence[Received]
    size: int


@dataclass(kw_only=True)
class _Run:
    """The files of one round: what was sent and has not come back, by what stands for it."""

    client: "Client"
    expected: Expected
    running: "dict[Future[list[Outcome]], _Sent]" = field(default_factory=dict)

    def outcomes(self, items: Sequence[Received]) -> Iterator[Outcome]:
        """Send parcels and give what comes back; no more is on the way than memory bears."""
        paths = {item.container: item.path for item in items}
        waiting = _groups(items)
        try:
            while self._fill(waiting):
                for future in self._finished():
                    for outcome in self._come_back(future):
                        yield _at_home(outcome, paths)
        except _GoneError:
            left = [
                *chain.from_iterable(sent.items for sent in self.running.values()),
                *chain.from_iterable(waiting),
            ]
            _LOG.warning("The cluster is gone; %d files are read here", len(left))
            yield from read_all(left, self.expected)

    def _fill(self, waiting: Iterator[Sequence[Received]]) -> bool:
        """Send as much as may be on the way; say whether anything is."""
        most = PARCELS_PER_THREAD * max(1, self._thread_count())
        while len(self.running) < most and sum(sent.size for sent in self.running.values()) < IN_FLIGHT_BYTES:
            items = next(waiting, None)
            if items is None:
                break
            self._send(items)
        return bool(self.running)

    def _send(self, items: Sequence[Received]) -> None:
        loaded = [_loaded(item) for item in items]
        parcel = Parcel(
            items=tuple(item for item, _ in loaded),
            contents=tuple(content for _, content in loaded),
            expected=self._packed,
            stamp=program_stamp(),
        )
        # Not pure: a parcel that is read again must not be answered from what was read before.
        future = self.client.submit(read_parcel, parcel, pure=False)
        self.running[future] = _Sent(items=items, size=sum(map(len, parcel.contents)))

    @cached_property
    def _packed(self) -> bytes:
        return packed(self.expected)

    def _thread_count(self) -> int:
        """Return how many threads the cluster has now; 0 when nobody answers."""
        try:
            return sum(self.client.nthreads().values())
        except (OSError, CancelledError):
            return 0

    def _finished(self) -> "Sequence[Future[list[Outcome]]]":
        """Wait until something comes back.

        Raises:
            _GoneError: There has been no worker for a while.
        """
        from distributed import wait

        present = monotonic()
        while monotonic() - present < ABSENCE_SECONDS:
            try:
                with self.client.as_current():
                    return [*wait([*self.running], timeout=LOOK_SECONDS, return_when="FIRST_COMPLETED").done]
            except TimeoutError:
                if self._thread_count():
                    present = monotonic()
            except CancelledError:
                break
        raise _GoneError

    def _come_back(self, future: "Future[list[Outcome]]") -> Iterator[Outcome]:
        """Give what came back; a parcel that no worker could read is read here.

        Raises:
            ClusterError: A worker runs another program.
            _GoneError: What was read is gone with the cluster.
        """
        if future.status == "error":
            error = future.exception()
            if isinstance(error, OtherProgramError | ImportError):
                raise ClusterError(words.OTHER_PROGRAM)
            _LOG.warning("The cluster could not read a parcel; it is read here", exc_info=error)
            yield from read_all(self.running.pop(future).items, self.expected)
            return
        try:
            outcomes = future.result(timeout=ABSENCE_SECONDS)
        except TimeoutError:
            return  # its worker was lost meanwhile, and another one reads it again
        except CancelledError:
            raise _GoneError from None
        del self.running[future]
        yield from outcomes


def _groups(items: Sequence[Received]) -> Iterator[Sequence[Received]]:
    """Give files together that fill a parcel: so many, or so many bytes."""
    group: list[Received] = []
    size = 0
    for item in items:
        group.append(item)
        with suppress(OSError):
            size += item.path.stat().st_size
        if len(group) == BATCH_FILES or size >= PARCEL_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _loaded(item: Received) -> tuple[Received, bytes]:
    """Return a file with its content; one that cannot be sent says why."""
    if item.problem:
        return item, b""
    try:
        return item, item.stored()
    except RefusedFileError as refused:
        return replace(item, problem=refused.code), b""


def _at_home(outcome: Outcome, paths: Mapping[str, Path]) -> Outcome:
    """Return what came back as if the file had been read here."""
    return replace(outcome, item=replace(outcome.item, path=paths[outcome.item.container]))
