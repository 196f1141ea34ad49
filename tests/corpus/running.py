"""Alter forms, let the program check them many at a time, and judge what became of each."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random

from consolidate import merge
from tests.corpus.book import Book
from tests.corpus.desks import Base, bases
from tests.corpus.mutate_choices import CHOICES
from tests.corpus.mutate_columns import COLUMNS
from tests.corpus.mutate_days import DAYS
from tests.corpus.mutate_files import FILES
from tests.corpus.mutate_merges import MERGES
from tests.corpus.mutate_numbers import NUMBERS
from tests.corpus.mutate_rows import ROWS
from tests.corpus.mutate_sheets import SHEETS
from tests.corpus.mutate_texts import TEXTS
from tests.corpus.mutation import Mutation
from tests.corpus.oracle import Outcome
from tests.corpus.package import packed
from validation import VIETNAM, check_round

# Answers are altered before the form's structure, and that before the file, as it happens at a unit.
THEMES = (NUMBERS, DAYS, CHOICES, TEXTS, ROWS, MERGES, COLUMNS, SHEETS, FILES)
MUTATIONS: dict[str, Mutation] = {name: each for theme in THEMES for name, each in theme.mutations.items()}
_ORDER = {name: number for number, name in enumerate(MUTATIONS)}


@dataclass(frozen=True, kw_only=True)
class Case:
    """A form to alter: which one, how, and by which throw of the dice."""

    base: int
    names: tuple[str, ...]
    seed: int = 0

    def altered(self) -> Book:
        """Return the altered form."""
        book = bases()[self.base].book.clone()
        for number, name in enumerate(sorted(self.names, key=_ORDER.__getitem__)):
            MUTATIONS[name].change(book, Random(f"{self.seed} {number}"))
        return book


@dataclass(frozen=True, kw_only=True)
class Ran:
    """A case and what became of it."""

    case: Case
    outcome: Outcome
    problems: tuple[str, ...]


def run(cases: Sequence[Case], folder: Path, counts: Counter | None = None) -> list[Ran]:
    """Check altered forms, one round for each plan they belong to; in the order of the cases.

    Args:
        cases: The forms to alter.
        folder: An empty folder for the rounds.
        counts: Where how each form ended is added up.
    """
    ran: dict[int, Ran] = {}
    for plan_id in dict.fromkeys(base.plan.id for base in bases()):
        chosen = {at: case for at, case in enumerate(cases) if bases()[case.base].plan.id == plan_id}
        if chosen:
            ran |= _run_round(chosen, folder / plan_id)
    for each in ran.values():
        if counts is not None:
            counts[each.outcome.submission.state.value] += 1
    return [ran[at] for at in sorted(ran)]


def _run_round(cases: dict[int, Case], folder: Path) -> dict[int, Ran]:
    books = {at: case.altered() for at, case in cases.items()}
    base = bases()[next(iter(cases.values())).base]
    received = folder / "nhan-ve"
    names = {
        at: receive(packed(unique(book, at)), received, f"{at:05}{book.extension}", base)
        for at, book in books.items()
    }
    checked = check_folder(base, folder)
    total = merge(checked, base.duties, deadline=base.round_.required_deadline()).total
    assert (
        total.read == total.merged + total.refused + total.superseded == sum(map(len, checked.rows.values()))
    )
    submissions = {each.file: each for each in checked.submissions}
    rows = {key: dict(iter(frame.groupby("file"))) for key, frame in checked.rows.items()}
    ran = {}
    for at, case in cases.items():
        submission = submissions.get(names[at]) or next(
            (each for file, each in submissions.items() if file.startswith(names[at])), None
        )
        assert submission, f"{names[at]} is lost: {case}"
        outcome = Outcome(
            base=bases()[case.base],
            book=books[at],
            submission=submission,
            rows={
                key: frames.get(submission.file, checked.rows[key].iloc[:0]) for key, frames in rows.items()
            },
            is_refusable=any(MUTATIONS[name].is_refusable for name in case.names),
        )
        ran[at] = Ran(case=case, outcome=outcome, problems=tuple(outcome.problems()))
    return ran


def check_folder(base: Base, folder: Path):
    """Return the verdict on a round's files."""
    return check_round(replace(base.round_, folder=folder), base.plan, base.duties, base.design)


def receive(content: bytes, folder: Path, name: str, base: Base) -> str:
    """Write a file as received in time, and return its name."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    day = base.round_.deadline
    stamp = datetime(day.year, day.month, day.day, 9, tzinfo=VIETNAM).timestamp()
    os.utime(path, (stamp, stamp))
    return name


def unique(book: Book, number: int) -> Book:
    """Return the form with a mark that changes nothing, so that no two files are the same bytes."""
    name = "docProps/app.xml"
    book.parts[name] = book.parts[name] + f"<!-- {number} -->".encode()
    return book


def report(ran: Iterable[Ran]) -> list[str]:
    """Return what went wrong, one line each."""
    return [
        f"{' + '.join(each.case.names)} [{each.case.base}/{each.case.seed}]: {problem}"
        for each in ran
        for problem in each.problems
    ]
