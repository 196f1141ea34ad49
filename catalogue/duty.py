"""What each unit must report in a round, and the identity of the form it gets."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from catalogue.errors import CatalogueError
from catalogue.field import FormDesign, SheetKey
from catalogue.plan import Across, Indicator, Measure, Plan, Role, Task
from catalogue.succession import Assignee, UnitsInForce, named_units
from catalogue.unit import Registry, Unit
from catalogue.wording import catalogue as words


# Thousands of these go to the workers: with slots, pickling them would take a second.
@dataclass(frozen=True, kw_only=True)
class TaskDuty:
    """A task a unit reports on, in which role, and instead of which units the plan named."""

    task: Task
    role: Role
    instead_of: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Duty:
    """Everything one unit reports in one round, in the plan's order."""

    unit: Unit
    tasks: tuple[TaskDuty, ...]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a form says it is; written into the form and compared when it comes back."""

    plan_id: str
    plan_version: str
    period: str
    unit_code: str
    form_version: str
    fingerprint: str


def resolve_mentions(task: Task, role: Role, units: UnitsInForce) -> tuple[Assignee, ...]:
    """Return the units that answer for a task in one role, in the order named, each pair once.

    Raises:
        CatalogueError: A name resolves to nobody.
    """
    assignees: dict[Assignee, None] = {}
    for mention in task.mentions_in(role):
        found = units.resolve(mention.agency)
        if found is None:
            raise CatalogueError(
                words.UNRESOLVED_AGENCY.format(task=task.code, agency=mention.agency, registry=units.named.id)
            )
        assignees.update(dict.fromkeys(found))
    return tuple(assignees)


def check_agencies(plan: Plan, registry: Registry) -> None:
    """Check that every agency a plan names, in any role, resolves to units or to an open group.

    Raises:
        CatalogueError: A name resolves to nobody.
    """
    units = UnitsInForce.of(registry)
    for task in plan.tasks:
        for role in Role:
            resolve_mentions(task, role, units)


def reporters_of(
    indicator: Indicator,
    plan: Plan,
    units: UnitsInForce,
    *,
    appointed: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Unit, ...]:
    """Return the units that report an indicator: those the officer appointed, else derived from its task.

    An indicator no task carries has none until someone is appointed; nor has one of which a single unit's
    figure counts while its task has several units.
    """
    if appointed and indicator.code in appointed:
        return tuple(unit for name in appointed[indicator.code] for unit in named_units(name, units.current))
    if not indicator.task_code or indicator.measure is Measure.TEXT:
        return ()
    assignees = resolve_mentions(plan.task(indicator.task_code), plan.reporting_role, units)
    found = tuple(dict.fromkeys(assignee.unit for assignee in assignees))
    return () if indicator.across is Across.SINGLE and len(found) > 1 else found


def duties(
    plan: Plan,
    units: UnitsInForce,
    *,
    ask_coordinating: bool = False,
    appointed: Mapping[str, Sequence[str]] | None = None,
    assigned: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Duty, ...]:
    """Return what every reporting unit owes, in the registry's order.

    Args:
        plan: The plan.
        units: The units that hold in the round's period.
        ask_coordinating: Whether coordinating units report too. A unit named in both roles for one
            task reports it once, in the plan's reporting role.
        appointed: Units the officer made responsible for indicators, by indicator code.
        assigned: Units the officer asks besides those the plan names, by task code.

    Raises:
        CatalogueError: A name resolves to nobody, or the officer's choice is for an unknown code.
    """
    _check_codes(plan, words.INDICATOR, appointed or (), {indicator.code for indicator in plan.indicators})
    _check_codes(plan, words.TASKS, assigned or (), {task.code for task in plan.reported_tasks})
    tasks: dict[str, list[TaskDuty]] = {}
    indicators: dict[str, list[Indicator]] = {}
    roles = (plan.reporting_role, Role.COORDINATING) if ask_coordinating else (plan.reporting_role,)
    for task in plan.reported_tasks:
        owing = _task_duties(task, roles, units)
        asked = TaskDuty(task=task, role=plan.reporting_role)
        for name in (assigned or {}).get(task.code, ()):
            for unit in named_units(name, units.current):
                owing.setdefault(unit.code, asked)
        for unit_code, duty in owing.items():
            tasks.setdefault(unit_code, []).append(duty)
    for indicator in plan.indicators:
        for unit in reporters_of(indicator, plan, units, appointed=appointed):
            indicators.setdefault(unit.code, []).append(indicator)
    return tuple(
        Duty(
            unit=units.current.unit(code),
            tasks=tuple(tasks.get(code, ())),
            indicators=tuple(indicators.get(code, ())),
        )
        for code in units.current.sorted_codes((*tasks, *indicators))
    )


def _check_codes(plan: Plan, what: str, codes: Iterable[str], known: set[str]) -> None:
    for code in codes:
        if code not in known:
            raise CatalogueError(words.UNKNOWN_REFERENCE.format(plan=plan.id, what=what, code=code))


def _task_duties(task: Task, roles: Sequence[Role], units: UnitsInForce) -> dict[str, TaskDuty]:
    """Return who reports a task, by unit code; a unit reports it once, in the first of its roles.

    Units that owe the same share it: a hundred communes owe the same tasks.
    """
    found: dict[str, TaskDuty] = {}
    for role in roles:
        shared = TaskDuty(task=task, role=role)
        for assignee in resolve_mentions(task, role, units):
            code = assignee.unit.code
            duty = found.setdefault(code, shared)
            if duty.role is role and assignee.instead_of:
                instead_of = (*duty.instead_of, assignee.instead_of.agency_name)
                found[code] = TaskDuty(task=task, role=role, instead_of=instead_of)
    return found


def tasks_without_reporter(plan: Plan, owed: Sequence[Duty]) -> tuple[Task, ...]:
    """Return the reported tasks that no unit owes, in the plan's order."""
    given = {duty.task.code for each in owed for duty in each.tasks}
    return tuple(task for task in plan.reported_tasks if task.code not in given)


def open_successions(plan: Plan, units: UnitsInForce) -> dict[Unit, tuple[Task, ...]]:
    """Return the units of the plan whose successor the officer must name, each with the tasks concerned."""
    found: dict[Unit, tuple[Task, ...]] = {}
    for task in plan.reported_tasks:
        for mention in task.mentions_in(plan.reporting_role):
            for unit in units.named.resolve(mention.agency) or ():
                if units.is_open(unit) and task not in found.get(unit, ()):
                    found[unit] = (*found.get(unit, ()), task)
    return found


def identity(duty: Duty, plan: Plan, period: str, design: FormDesign) -> Identity:
    """Return the identity of the form a unit gets.

    The fingerprint changes with any row, column or dropdown of the form.
    """
    parts = [plan.id, str(plan.version), period, duty.unit.code, design.version]
    parts += [":".join((task.task.code, task.role, *task.instead_of)) for task in duty.tasks]
    parts += [indicator.code for indicator in duty.indicators]
    parts += [f"{field.sheet}.{field.key}" for field in design.fields]
    parts += [f"{name}.{choice.key}" for name, choices in design.choices.items() for choice in choices]
    parts += [f"{key}:{design.sheet(key).free_rows}" for key in SheetKey]
    return Identity(
        plan_id=plan.id,
        plan_version=str(plan.version),
        period=period,
        unit_code=duty.unit.code,
        form_version=design.version,
        fingerprint=hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16],
    )
