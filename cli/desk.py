"""What every command about a round needs at hand: the round, its plan, its units and what they owe."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

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
from consolidate import (
    Ledger,
    Merged,
    build_master,
    in_force,
    merge,
    previous_round,
    read_history,
)
from validation import Checked, History, check_round, received_file, received_files


@dataclass(frozen=True)
class Desk:
    """A round with everything known about it."""

    round: Round
    plan: Plan
    units: UnitsInForce
    duties: tuple[Duty, ...]
    design: FormDesign

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
    def history(self) -> History | None:
        """What the units reported the period before; one that cannot be read is named and left out."""
        previous = previous_round(self.round)
        if previous is None:
            return None
        try:
            return read_history(previous.master_path)
        except TongHopError as error:
            complain(words.NO_HISTORY.format(folder=previous.folder, reason=error))
            return None

    @property
    def ledger(self) -> Ledger:
        """What was decided about the round."""
        return Ledger.open(self.round.ledger_path)

    def check(self, files: tuple[Path, ...] | None = None) -> Checked:
        """Check what came back, with a progress bar."""
        folder = self.round.received_dir
        items = received_files(folder) if files is None else [received_file(path, folder) for path in files]
        with progress(words.CHECKING, len(items)) as step:
            return check_round(
                self.round,
                self.plan,
                self.duties,
                self.design,
                files=items,
                history=self.history,
                on_file=step,
            )

    def merge(self, checked: Checked) -> Merged:
        """Put accepted submissions together, those accepted by exception among them.

        Raises:
            TongHopError: The round has no deadline, or its ledger cannot be read or trusted.
        """
        decisions = in_force(self.ledger.events()).values()
        return merge(checked, self.duties, deadline=self.round.required_deadline(), decisions=decisions)

    def build_master(self, merged: Merged) -> bytes:
        """Build the master workbook."""
        return build_master(
            merged, plan=self.plan, registry=self.units.current, round_=self.round, design=self.design
        )
