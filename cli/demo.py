"""`tonghop demo`: a whole round on a real plan, with invented answers marked as such."""

import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer

from catalogue import (
    ROUND_FILE,
    Catalogue,
    Duty,
    Indicator,
    Measure,
    Period,
    RoundError,
    SheetKey,
    TongHopError,
    load_round,
)
from catalogue.wording import cli as words
from catalogue.wording import demo as invented
from cli.consolidate import rows_line, state_counts, write_master
from cli.desk import Desk
from cli.invent import TASK_QUIRKS, TASK_SLIPS, Answers, Inventor, mistake_ratio, overspend
from cli.issue import write_forms
from cli.new import create_round
from cli.output import progress, say, table
from cli.report import write_report
from cli.send_back import send_back, to_correct
from consolidate import Merged, UnitState
from templates import Filling, build_form
from validation import VIETNAM

DEMO_PLAN = "hp-2026-chuyen-doi-xanh"
DEMO_PERIOD = "2026"
DAYS_TO_SUBMIT = 4
MISSING_SHARE = 0.07
LATE_SHARE = 0.05
# At most every third unit makes a mistake, so that a small plan has something to show.
UNITS_PER_SLIP = 3
# Numerator and denominator: more than all there is, and a part of nothing.
MISTAKEN_RATIOS = ((120.0, 100.0), (0.0, 0.0))


def demo(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help=words.DEMO_ARGUMENT)] = Path("dot-demo"),
    plan: Annotated[str, typer.Option(help=words.PLAN_OPTION)] = DEMO_PLAN,
    period: Annotated[str, typer.Option(help=words.PERIOD_OPTION)] = DEMO_PERIOD,
) -> None:
    """Issue, answer, check, consolidate and report, and say what was made."""
    desk = _fresh_round(context.obj, folder, plan_id=plan, period_code=period)
    write_forms(desk)
    submissions = _answer(desk)
    returned = send_back(desk, desk.merge(desk.check()))
    merged = write_master(desk)
    write_report(desk)
    _print(desk, merged, submissions=submissions, returned=len(returned))


def _fresh_round(catalogue: Catalogue, folder: Path, *, plan_id: str, period_code: str) -> Desk:
    """Make the round anew; a folder that holds anything but an earlier trial is left alone."""
    if folder.exists() and any(folder.iterdir()):
        if not _is_earlier_demo(folder):
            raise RoundError(words.DEMO_NOT_OURS.format(folder=folder))
        shutil.rmtree(folder)
    deadline = Period.parse(period_code).data_to + timedelta(days=DAYS_TO_SUBMIT)
    create_round(
        catalogue, folder, plan_id=plan_id, period_code=period_code, deadline=deadline, is_invented=True
    )
    return Desk.open(folder, catalogue)


def _is_earlier_demo(folder: Path) -> bool:
    try:
        return (folder / ROUND_FILE).is_file() and load_round(folder).is_invented
    except TongHopError:
        return False


@dataclass(frozen=True, kw_only=True)
class Invented:
    """One file to put into `nhan-ve/`: its path there, its answers, and the day it came."""

    path: str
    duty: Duty
    answers: Answers
    day: date


def _answer(desk: Desk) -> int:
    """Fill the forms as units would, and return how many files came back."""
    planned = list(_plan_answers(desk))
    with progress(words.DEMO_FILLING, len(planned)) as step:
        for each in planned:
            content = build_form(
                each.duty, desk.plan, desk.round, desk.design, filling=Filling(answers=each.answers)
            )
            _receive(desk.round.received_dir / each.path, content, each.day)
            step()
    stray = desk.round.received_dir / invented.STRAY_FILE_NAME
    _receive(stray, b"%PDF-1.4\n%%EOF\n", desk.round.required_deadline())
    return len(planned) + 1


def _plan_answers(desk: Desk) -> Iterator[Invented]:
    """Decide who answers what, when, and who makes which mistake; one of those has already corrected it."""
    dice = random.Random(f"{desk.plan.id} {desk.round.period.code}")  # noqa: S311 - invented answers
    order = list(desk.duties)
    dice.shuffle(order)
    slips = _slips(desk, order)
    quirks = _quirks(desk, [duty for duty in order if duty.unit.code not in slips and duty.tasks])
    busy = {*slips, *quirks}
    quiet = [duty.unit.code for duty in order if duty.unit.code not in busy and duty.unit.kind.is_communal]
    missing = set(quiet[: round(MISSING_SHARE * len(order))])
    late = set(quiet[len(missing) :][: round(LATE_SHARE * len(order))])
    corrected = next(iter(slips), "")
    deadline = desk.round.required_deadline()
    for duty in desk.duties:
        code = duty.unit.code
        if code in missing:
            continue
        day = deadline + timedelta(days=dice.randrange(1, 4) if code in late else -dice.randrange(2, 5))
        right = quirks.get(code) or _right_answers(desk, duty)
        path = _path(desk, duty, invented.FILE_NAME)
        yield Invented(path=path, duty=duty, answers=slips.get(code, right), day=day)
        if code == corrected:
            path = _path(desk, duty, invented.CORRECTED_FILE_NAME)
            yield Invented(path=path, duty=duty, answers=right, day=day + timedelta(days=1))


def _right_answers(desk: Desk, duty: Duty) -> Answers:
    return Inventor(duty, desk.plan, desk.round.period, desk.design).answers()


def _slips(desk: Desk, order: list[Duty]) -> dict[str, Answers]:
    """Return the answers of the units that make a mistake: each kind once, if there are units enough."""
    statuses = desk.design.labels("task_status")
    room = max(len(order) // UNITS_PER_SLIP, 1)
    slips: dict[str, Answers] = {}
    communal = [duty for duty in order if duty.unit.kind.is_communal and duty.tasks]
    careless = sorted(communal or [duty for duty in order if duty.tasks], key=lambda duty: len(duty.tasks))
    for slip, duty in zip(TASK_SLIPS[:room], careless, strict=False):
        slips[duty.unit.code] = _right_answers(desk, duty)
        slip(slips[duty.unit.code], statuses, desk.round.period)
    rest = [(duty, _right_answers(desk, duty)) for duty in order if duty.unit.code not in slips]
    rest.sort(key=lambda each: len(each[0].tasks) + len(each[0].indicators))
    spender = next((each for each in rest if each[1][SheetKey.BUDGETS]), None)
    if spender and len(slips) < room:
        overspend(spender[1])
        slips[spender[0].unit.code] = spender[1]
    return slips | _ratio_slips(desk, [each for each in rest if each is not spender], room=room - len(slips))


def _quirks(desk: Desk, quiet: list[Duty]) -> dict[str, Answers]:
    """Return the answers of units that write them in their own way, and are understood."""
    quirks: dict[str, Answers] = {}
    for quirk, duty in zip(TASK_QUIRKS, reversed(quiet), strict=False):
        quirks[duty.unit.code] = _right_answers(desk, duty)
        quirk(quirks[duty.unit.code], desk.design.labels("task_status"), desk.round.period)
    return quirks


def _ratio_slips(desk: Desk, rest: list[tuple[Duty, Answers]], *, room: int) -> dict[str, Answers]:
    """Let two units mistake a ratio: the first that have one, of units sorted by how little they report."""
    has_data = desk.design.labels("data_state")["has_data"]
    slips = {}
    sharing = [each for each in rest if _share(each[0])]
    for (duty, answers), (top, bottom) in zip(sharing[: max(room, 0)], MISTAKEN_RATIOS, strict=False):
        if indicator := _share(duty):
            mistake_ratio(answers, indicator, top=top, bottom=bottom, has_data=has_data)
            slips[duty.unit.code] = answers
    return slips


def _share(duty: Duty) -> Indicator | None:
    """Return a ratio of the unit whose numerator is a part of its denominator."""
    return next((each for each in duty.indicators if each.measure is Measure.RATIO and each.is_share), None)


def _path(desk: Desk, duty: Duty, pattern: str) -> str:
    name = pattern.format(unit=duty.unit.agency_name, period=desk.round.period.label)
    return f"{duty.unit.kind.value}/{name}"


def _receive(path: Path, content: bytes, day: date) -> None:
    """Write a file as if it had been saved on a day."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    stamp = datetime.combine(day, time(9), tzinfo=VIETNAM).timestamp()
    os.utime(path, (stamp, stamp))


def _print(desk: Desk, merged: Merged, *, submissions: int, returned: int) -> None:
    states = state_counts(merged)
    folders = desk.round
    errors = sum(len(copy.errors) for each in merged.standings if (copy := to_correct(each)))
    late = sum(bool(each.is_late) for each in merged.standings if each.state is UnitState.ACCEPTED)
    rows = [
        (words.DEMO_FORMS, len(desk.duties), folders.issued_dir),
        (words.DEMO_SUBMISSIONS, submissions, folders.received_dir),
        (words.DEMO_ACCEPTED, states[UnitState.ACCEPTED], ""),
        (words.DEMO_LATE, late, ""),
        (words.DEMO_RETURNED.format(errors=errors), returned, folders.returned_dir),
        (words.DEMO_MISSING, states[UnitState.MISSING], ""),
        (words.DEMO_MASTER.format(rows=merged.total.merged), 1, folders.master_path),
        (words.DEMO_REPORT, 1, folders.report_path),
    ]
    table(
        words.DEMO_TITLE,
        words.DEMO_COLUMNS,
        [[label, str(count), str(place)] for label, count, place in rows],
        numbers=(1,),
    )
    say(rows_line(merged))
