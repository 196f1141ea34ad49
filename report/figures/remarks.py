"""What stands in the way and what is asked for: the units' own words, said once however many say them."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalogue import comparison_key
from consolidate import MasterTables
from report.figures.cells import lines
from report.figures.tasks import Tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class Difficulty:
    """A difficulty in one group of tasks, the units that name it and the tasks they name it for."""

    group_code: str
    text: str
    cause: str
    units: tuple[str, ...]
    task_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposal to one addressee (blank when the unit names none), and the units that make it."""

    addressee: str
    theme: str
    text: str
    units: tuple[str, ...]
    task_codes: tuple[str, ...]


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
        difficulty_units=_distinct(unit for difficulty in difficulties for unit in difficulty.units),
        difficulty_tasks=_distinct(code for difficulty in difficulties for code in difficulty.task_codes),
        proposals=proposals,
        proposal_units=_distinct(unit for proposal in proposals for unit in proposal.units),
    )


def _distinct(names: Iterable[str]) -> int:
    return len(set(names))


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
        )


def _from_tasks(tasks: Tasks) -> Iterable[Proposal]:
    for task in tasks.lines:
        for answer in task.answers:
            yield Proposal(
                addressee="", theme="", text=answer.proposal, units=(answer.unit,), task_codes=(task.code,)
            )


def _with(known: tuple[str, ...], *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *names)))
