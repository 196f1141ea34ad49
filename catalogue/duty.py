"""What each unit must report in a round, and the identity of the form it gets."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalogue.errors import CatalogueError
from catalogue.field import FormDesign, SheetKey
from catalogue.plan import Indicator, Plan, Role, Task
from catalogue.unit import Registry, Unit
from catalogue.wording import catalogue as words


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDuty:
    """A task a unit reports on, and in which role."""

    task: Task
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
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


def resolve_mentions(task: Task, role: Role, registry: Registry) -> tuple[Unit, ...]:
    """Return the units a task names in one role, in the order named, each once.

    Raises:
        CatalogueError: A name resolves to nobody.
    """
    units: dict[str, Unit] = {}
    for mention in task.mentions_in(role):
        found = registry.resolve(mention.agency)
        if found is None:
            raise CatalogueError(
                words.UNRESOLVED_AGENCY.format(task=task.code, agency=mention.agency, registry=registry.id)
            )
        units.update((unit.code, unit) for unit in found)
    return tuple(units.values())


def check_agencies(plan: Plan, registry: Registry) -> None:
    """Check that every agency a plan names, in any role, resolves to units or to an open group.

    Raises:
        CatalogueError: A name resolves to nobody.
    """
    for task in plan.tasks:
        for role in Role:
            resolve_mentions(task, role, registry)


def reporters_of(
    indicator: Indicator,
    plan: Plan,
    registry: Registry,
    *,
    appointed: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Unit, ...]:
    """Return the units that report an indicator: those the officer appointed, else derived from its task.

    An indicator no task carries, and for which nobody was appointed, has none.
    """
    if appointed and indicator.code in appointed:
        return tuple(unit for name in appointed[indicator.code] for unit in _named(name, registry))
    if not indicator.task_code:
        return ()
    return resolve_mentions(plan.task(indicator.task_code), plan.reporting_role, registry)


def _named(name: str, registry: Registry) -> tuple[Unit, ...]:
    """Return the units an officer named, by name or by code."""
    found = registry.resolve(name)
    return (registry.unit(name),) if found is None else found


def duties(
    plan: Plan,
    registry: Registry,
    *,
    ask_coordinating: bool = False,
    appointed: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Duty, ...]:
    """Return what every reporting unit owes, in the registry's order.

    Args:
        plan: The plan.
        registry: The units that hold in the round's period.
        ask_coordinating: Whether coordinating units report too. A unit named in both roles for one
            task reports it once, in the plan's reporting role.
        appointed: Units the officer made responsible for indicators, by indicator code.

    Raises:
        CatalogueError: A name resolves to nobody, or an appointment is for an unknown indicator.
    """
    known = {indicator.code for indicator in plan.indicators}
    for code in appointed or ():
        if code not in known:
            raise CatalogueError(
                words.UNKNOWN_REFERENCE.format(plan=plan.id, what=words.INDICATOR, code=code)
            )
    tasks: dict[str, list[TaskDuty]] = {}
    indicators: dict[str, list[Indicator]] = {}
    roles = (plan.reporting_role, Role.COORDINATING) if ask_coordinating else (plan.reporting_role,)
    for task in plan.reported_tasks:
        taken: set[str] = set()
        for role in roles:
            for unit in resolve_mentions(task, role, registry):
                if unit.code not in taken:
                    taken.add(unit.code)
                    tasks.setdefault(unit.code, []).append(TaskDuty(task=task, role=role))
    for indicator in plan.indicators:
        for unit in reporters_of(indicator, plan, registry, appointed=appointed):
            indicators.setdefault(unit.code, []).append(indicator)
    return tuple(
        Duty(
            unit=registry.unit(code),
            tasks=tuple(tasks.get(code, ())),
            indicators=tuple(indicators.get(code, ())),
        )
        for code in registry.sorted_codes((*tasks, *indicators))
    )


def identity(duty: Duty, plan: Plan, period: str, design: FormDesign) -> Identity:
    """Return the identity of the form a unit gets.

    The fingerprint changes with any row, column or dropdown of the form.
    """
    parts = [plan.id, str(plan.version), period, duty.unit.code, design.version]
    parts += [f"{task.task.code}:{task.role}" for task in duty.tasks]
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
