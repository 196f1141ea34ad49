"""What every command about a round needs at hand: the round, its plan, its units and what they owe.

Consolidation is named by its room: each of its parts loads when it is used, most while files are read.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

import consolidate
from catalogue import (
    Catalogue,
    Duty,
    FormDesign,
    Plan,
    Round,
    TongHopError,
    UnitsInForce,
    duties,
    load_design,
    load_round,
)
from catalogue.wording import cli as words
from cli.output import complain, progress
from validation import (
    Checked,
    History,
    Reader,
    check_round,
    keeping,
    read_all,
    received_file,
    received_files,
)

if TYPE_CHECKING:
    from consolidate import Ledger, Merged, Past, Preview, StaffWork

_T = TypeVar("_T")

WRITTEN_MASTER = ".tonghop.goc.xlsx"


@dataclass(frozen=True)
class Desk:
    """A round with everything known about it.

    Attributes:
        previous: Where the earlier rounds are; None means the folders beside the round.
        cluster: The address of the cluster that reads what came back; blank means this machine.
    """

    round: Round
    plan: Plan
    units: UnitsInForce
    duties: tuple[Duty, ...]
    design: FormDesign
    previous: Path | None = None
    cluster: str = ""

    @classmethod
    def open(cls, folder: Path, catalogue: Catalogue) -> "Desk":
        """Open the round in a folder.

        Raises:
            TongHopError: The folder is no round, or its plan is unknown.
        """
        round_ = load_round(folder)
        plan = catalogue.plan(round_.plan_id)
        units = UnitsInForce(
            catalogue.registry(plan.registry_id),
            catalogue.registry_on(plan.registry_id, round_.period.data_to),
            round_.settled,
        )
        owed = duties(
            plan,
            units,
            ask_coordinating=round_.ask_coordinating,
            appointed=round_.appointed,
            assigned=round_.assigned,
        )
        return cls(round_, plan, units, owed, load_design(round_.period.data_to))

    @cached_property
    def by_unit(self) -> dict[str, Duty]:
        """What each unit owes, by unit code."""
        return {duty.unit.code: duty for duty in self.duties}

    @cached_property
    def earlier(self) -> tuple[Round, ...]:
        """The earlier rounds of the plan that have a master, oldest first; beside this one unless told where.

        Raises:
            RoundError: There is none in the folder that was named.
        """
        return consolidate.earlier_rounds(self.round, folder=self.previous)

    @cached_property
    def history(self) -> History | None:
        """What the units reported the period before; one that cannot be read is named and left out."""
        return next(iter(self._readable(self.earlier[-1:], consolidate.read_history)), None)

    @cached_property
    def pasts(self) -> "tuple[Past, ...]":
        """The figures of the earlier rounds; one that cannot be read is named and left out."""
        return self._readable(self.earlier, consolidate.read_past)

    @staticmethod
    def _readable(rounds: Sequence[Round], read: Callable[[Path], _T]) -> tuple[_T, ...]:
        found = []
        for each in rounds:
            try:
                found.append(read(each.master_path))
            except TongHopError as error:
                complain(words.NO_HISTORY.format(folder=each.folder, reason=error))
        return tuple(found)

    @property
    def ledger(self) -> "Ledger":
        """What was decided about the round."""
        return consolidate.Ledger.open(self.round.ledger_path)

    def check(self, files: tuple[Path, ...] | None = None, *, keeps: bool = True) -> Checked:
        """Check what came back, with a progress bar; of a whole round only what changed is read again.

        Args:
            files: Only these; None for all there is.
            keeps: Whether what is read may be kept in the round's folder for the next time.
        """
        folder = self.round.received_dir
        items = received_files(folder) if files is None else [received_file(path, folder) for path in files]
        with progress(words.CHECKING, len(items)) as step:
            return check_round(
                self.round,
                self.plan,
                self.duties,
                self.design,
                files=items,
                history=lambda: self.history,
                on_file=step,
                reader=self._reader(is_whole=files is None, keeps=keeps),
            )

    def _reader(self, *, is_whole: bool, keeps: bool) -> Reader:
        read: Reader = read_all
        if self.cluster:
            from validation import cluster_reader  # what few rounds need is loaded for those only

            read = cluster_reader(self.cluster)
        return keeping(self.round.folder, read=read, writes=keeps) if is_whole else read

    @contextmanager
    def writing(
        self, wait_seconds: float = consolidate.WAIT_SECONDS, *, on_wait: Callable[[str], None] = complain
    ) -> Iterator[None]:
        """Hold the round while it is written to; what a writer that was killed left is cleared first.

        Raises:
            LockedFileError: Somebody else holds it, and still does after the wait.
        """
        with consolidate.writing(self.round.folder, wait_seconds=wait_seconds, on_wait=on_wait):
            round_ = self.round
            outputs = (round_.master_path.parent, round_.report_path.parent, round_.returned_dir)
            for folder in (round_.folder, round_.issued_dir, *outputs, round_.letters_dir):
                consolidate.clear_drafts(folder)
            yield

    def record(self, merged: "Merged") -> None:
        """Tell the ledger what is new in what came back; nothing when nothing is."""
        seen = consolidate.files_seen(self.ledger.events())
        if events := tuple(consolidate.news(seen, consolidate.sightings_of(merged), when=datetime.now(UTC))):
            self.ledger.append_all(events)

    def preview(self, merged: "Merged") -> "Preview":
        """Say how the master would change; nothing in the round's folder is written.

        Raises:
            UnreadableFileError: The master that is there cannot be read.
        """
        path = self.round.master_path
        before = consolidate.read_master(path) if path.exists() else None
        with TemporaryDirectory() as folder:
            built = Path(folder, path.name)
            built.write_bytes(self.build_master(merged))
            return consolidate.compare_masters(before, consolidate.read_master(built))

    def merge(self, checked: Checked) -> "Merged":
        """Put accepted submissions together, by what officers decided and ruled.

        Raises:
            TongHopError: The round has no deadline, or its ledger cannot be read or trusted.
        """
        events = self.ledger.events()
        return consolidate.merge(
            checked,
            self.duties,
            deadline=self.round.required_deadline(),
            decisions=consolidate.in_force(events).values(),
            rulings=consolidate.rulings_of(events),
        )

    @property
    def written_path(self) -> Path:
        """Where the master is kept as it was written, to see what staff typed over."""
        return self.round.folder / WRITTEN_MASTER

    def staff_work(self) -> "StaffWork":
        """Return what staff put into the master that is there.

        Raises:
            UnreadableFileError: It cannot be read; it must not be written over.
        """
        return consolidate.staff_work_of(self.round.master_path, written=self.written_path)

    def build_master(self, merged: "Merged", staff: "StaffWork | None" = None) -> bytes:
        """Build the master workbook with staff's work: given, or read from the master that is there.

        Raises:
            UnreadableFileError: The master that is there cannot be read; it must not be written over.
        """
        return consolidate.build_master(
            merged,
            plan=self.plan,
            registry=self.units.current,
            round_=self.round,
            design=self.design,
            staff=self.staff_work() if staff is None else staff,
            pasts=self.pasts,
        )
