"""What stands in the way and what is asked for: the units' own words, said once however many say them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalogue import comparison_key
from consolidate import MasterTables
from report.figures.cells import lines
from report.figures.tasks import Tasks
from report.trace.origin import Whole, counted, distinct, tally, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Difficulty:
    """A difficulty in one group of tasks, the units that name it and the tasks they name it for.

    Attributes:
        rows: Positions of the task rows that say it; `at` is that of the first.
    """

    group_code: str
    text: str
    cause: str
    units: tuple[str, ...]
    task_codes: tuple[str, ...]
    rows: tuple[int, ...]

    @property
    def at(self) -> int:
        """The position of the task row that says it first."""
        return self.rows[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposal to one addressee (blank when the unit names none), and the units that make it.

    Attributes:
        sheet, at: Where it is first made: the table of the master and the position of the row.
    """

    addressee: str
    theme: str
    text: str
    units: tuple[str, ...]
    task_codes: tuple[str, ...]
    sheet: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """Difficulties and proposals, the most shared first, and how many units and tasks they come from."""

    difficulties: tuple[Difficulty, ...]
    difficulty_units: int
    difficulty_tasks: int
    proposals: tuple[Proposal, ...]
    proposal_units: int


def remarks(master: MasterTables, tasks: Tasks) -> Remarks:
    """Return what the units say of difficulties, and propose, in the task rows and in their own table."""
    difficulties, proposals = _difficulties(tasks), _proposals(master, tasks)
    return Remarks(
        difficulties=difficulties,
        difficulty_units=_distinct(difficulties, "unit_name", [item.units for item in difficulties]),
        difficulty_tasks=_distinct(difficulties, "task_code", [item.task_codes for item in difficulties]),
        proposals=proposals,
        proposal_units=_units(proposals),
    )


def _distinct(found: Sequence[Difficulty], column: str, named: Sequence[tuple[str, ...]]) -> Whole:
    rows = [row for item in found for row in item.rows]
    return distinct(len({name for names in named for name in names}), "task_rows", column, rows)


def proposals_count(found: Sequence[Proposal]) -> Whole:
    """Return how many proposals there are among some."""
    sheets = dict.fromkeys(item.sheet for item in found)
    return total([tally(sheet, [item for item in found if item.sheet == sheet]) for sheet in sheets])


def _units(proposals: Sequence[Proposal]) -> Whole:
    """Count the units that propose something, in the task rows or in their own table."""
    names = {unit for proposal in proposals for unit in proposal.units}
    return counted(len(names), "submissions", unit_name=tuple(sorted(names)))


def _difficulties(tasks: Tasks) -> tuple[Difficulty, ...]:
    found: dict[tuple[str, ...], Difficulty] = {}
    for task in tasks.lines:
        for answer in task.answers:
            if not answer.difficulty:
                continue
            key = (task.group_code, comparison_key(answer.difficulty), comparison_key(answer.cause))
            known = found.get(key)
            found[key] = Difficulty(
                group_code=task.group_code,
                text=known.text if known else answer.difficulty,
                cause=known.cause if known else answer.cause,
                units=_with(known.units if known else (), answer.unit),
                task_codes=_with(known.task_codes if known else (), task.code),
                rows=(*(known.rows if known else ()), answer.at),
            )
    return tuple(sorted(found.values(), key=lambda difficulty: -len(difficulty.units)))


def _proposals(master: MasterTables, tasks: Tasks) -> tuple[Proposal, ...]:
    found: dict[tuple[str, ...], Proposal] = {}
    for proposal in (*_own_table(master), *_from_tasks(tasks)):
        if not proposal.text:
            continue
        key = (
            comparison_key(proposal.addressee),
            comparison_key(proposal.theme),
            comparison_key(proposal.text),
        )
        known = found.get(key)
        found[key] = Proposal(
            addressee=known.addressee if known else proposal.addressee,
            theme=known.theme if known else proposal.theme,
            text=known.text if known else proposal.text,
            units=_with(known.units if known else (), *proposal.units),
            task_codes=_with(known.task_codes if known else (), *proposal.task_codes),
            sheet=known.sheet if known else proposal.sheet,
            at=known.at if known else proposal.at,
        )
    return tuple(sorted(found.values(), key=lambda proposal: -len(proposal.units)))


def _own_table(master: MasterTables) -> Iterable[Proposal]:
    for line in lines(master, "proposals"):
        yield Proposal(
            addressee=line.text("addressee"),
            theme=line.text("theme"),
            text=line.text("content"),
            units=(line.text("unit_name"),),
            task_codes=tuple(filter(None, (line.text("task_code"),))),
            sheet=line.sheet,
            at=line.at,
        )


def _from_tasks(tasks: Tasks) -> Iterable[Proposal]:
    for task in tasks.lines:
        for answer in task.answers:
            yield Proposal(
                addressee="",
                theme="",
                text=answer.proposal,
                units=(answer.unit,),
                task_codes=(task.code,),
                sheet="task_rows",
                at=answer.at,
            )


def _with(known: tuple[str, ...], *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *names)))
