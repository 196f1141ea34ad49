"""Rounds of any size with invented answers: 10 to 60 rows a form, the same for the same size.

The units are invented; each owes some tasks and indicators of a real plan. Forms are built once and kept in
the system's temporary folder.
"""

import io
import os
import random
import tempfile
import zipfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from catalogue import Catalogue, Duty, Identity, Plan, SheetKey, Task, TaskDuty, Unit, UnitKind, identity
from cli.desk import Desk
from cli.invent import Inventor
from cli.new import create_round
from templates import Filling, build_form

PLAN, PERIOD, DEADLINE = "hp-2026-chuyen-doi-xanh", "2026", date(2027, 1, 5)
_FORMS = Path(tempfile.gettempdir()) / "tonghop-benchmark-forms"
_BUILT = 1_000
_TASKS, _INDICATORS = (7, 32), (2, 12)

_OWED: dict[tuple[str, str], TaskDuty] = {}

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A round whose units have all answered, in a folder of its own."""

    desk: Desk

    @property
    def files(self) -> list[Path]:
        """What came back."""
        return sorted(self.desk.round.received_dir.iterdir())


def trial(folder: Path, size: int, *, first: int = 0) -> Trial:
    """Make a round of so many units in a folder, with one form of each, from a number on."""
    create_round(Catalogue(), folder, plan_id=PLAN, period_code=PERIOD, deadline=DEADLINE, is_invented=True)
    _FORMS.mkdir(exist_ok=True)
    numbers = range(first, first + size)
    built, copied = ([n for n in numbers if (n < _BUILT) is is_built] for is_built in (True, False))
    with ProcessPoolExecutor() as pool:
        written = [*pool.map(_written, built, [folder] * size, chunksize=50)]
        written += pool.map(_copied, copied, [folder] * size, chunksize=50)
    found = opened(folder, size, first=first)
    for path in written:
        os.link(path, found.desk.round.received_dir / path.name)
    return found


def opened(folder: Path, size: int, *, first: int = 0) -> Trial:
    """Return a round made before."""
    desk = Desk.open(folder, Catalogue())
    numbers = range(first, first + size)
    return Trial(desk=replace(desk, duties=tuple(duty_of(number, desk.plan) for number in numbers)))


def duty_of(number: int, plan: Plan) -> Duty:
    """Return what an invented unit owes: the same as the unit a thousand before it."""
    dice = random.Random(f"duty {number % _BUILT}")
    code = f"x{number:05}"
    unit = Unit(
        code=code,
        official_code="",
        kind=UnitKind.COMMUNE,
        name=f"Xã {code}",
        agency_name=f"UBND xã {code}",
        certainty="",
        source="",
    )
    tasks = _some(plan.reported_tasks, dice.randint(*_TASKS), dice)
    return Duty(
        unit=unit,
        tasks=tuple(_owed(task, plan) for task in tasks),
        indicators=tuple(_some(plan.indicators, dice.randint(*_INDICATORS), dice)),
    )


def _owed(task: Task, plan: Plan) -> TaskDuty:
    """Return a task as it is owed; units share it, as those of a real round do."""
    return _OWED.setdefault((plan.id, task.code), TaskDuty(task=task, role=plan.reporting_role))


def _some(items: Sequence[T], count: int, dice: random.Random) -> list[T]:
    """Return some items in their order."""
    return [items[at] for at in sorted(dice.sample(range(len(items)), min(count, len(items))))]


def _written(number: int, folder: Path) -> Path:
    """Build a form with answers of which each unit's are its own, unless it was built before."""
    desk = _opened(folder)
    duty = duty_of(number, desk.plan)
    path = _FORMS / f"{duty.unit.code}-{_identity(duty, desk).fingerprint[:12]}.xlsx"
    if not path.exists():
        answers = Inventor(duty, desk.plan, desk.round.period, desk.design).answers()
        for cells in answers[SheetKey.TASKS].values():
            cells |= {key: f"{cells[key]} ({duty.unit.name})" for key in cells if key.endswith("_text")}
        filling = Filling(answers=answers)
        path.write_bytes(build_form(duty, desk.plan, desk.round, desk.design, filling=filling))
    return path


def _copied(number: int, folder: Path) -> Path:
    """Make another unit's form out of the one a thousand before it: building takes ten times as long."""
    desk = _opened(folder)
    mine, theirs = (duty_of(each, desk.plan) for each in (number, number % _BUILT))
    said, meant = _identity(theirs, desk), _identity(mine, desk)
    path = _FORMS / f"{mine.unit.code}-{meant.fingerprint[:12]}.xlsx"
    if path.exists():
        return path
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(_written(number % _BUILT, folder)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = source.read(name).replace(said.unit_code.encode(), meant.unit_code.encode())
            target.writestr(name, part.replace(said.fingerprint.encode(), meant.fingerprint.encode()))
    path.write_bytes(buffer.getvalue())
    return path


def build_forms(folder: Path, duties: Sequence[Duty]) -> None:
    """Build the empty forms of some units, in memory."""
    desk = _opened(folder)
    for duty in duties:
        build_form(duty, desk.plan, desk.round, desk.design)


def _identity(duty: Duty, desk: Desk) -> Identity:
    return identity(duty, desk.plan, desk.round.period.code, desk.design)


@cache
def _opened(folder: Path) -> Desk:
    return Desk.open(folder, Catalogue())
