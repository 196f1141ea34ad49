"""The files of one unit in order: what each changed of the one before, and where the order is in doubt.

Why these doubts and no others: docs/decisions/0014-revisions-closing-and-one-writer.md
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from catalogue import Code, FormDesign, Plan, SheetKey, comparison_key, date_text, number_text
from catalogue.wording import ledger as words
from consolidate.ledger import Pick
from validation import Finding, Submission

Cell: TypeAlias = tuple[SheetKey, str, str]
"""A cell by hidden keys: sheet, row and field; on the information sheet the row is the field."""

Answers: TypeAlias = Mapping[str, Mapping[str, object]]
"""The answers of one sheet, by row key and field key."""

MOST_DECIMALS = 6
FIXED_SHEETS = (SheetKey.TASKS, SheetKey.INDICATORS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One cell that differs between two files of a unit; None is a blank cell."""

    sheet_key: SheetKey
    row_key: str
    field_key: str
    old: object
    new: object


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeText:
    """A change in the words of the form; blank text is a blank cell."""

    sheet: str
    row: str
    field: str
    old: str
    new: str


def moment(submission: Submission, arrivals: Mapping[str, int]) -> tuple[int, int, int, str]:
    """Order the files of one unit: by their own stamp, then by date, then by arrival, then by name."""
    return (
        submission.stamped_at,
        submission.received_at,
        arrivals[submission.sha256],
        submission.file,
    )


def changes(old: Submission, new: Submission) -> tuple[Change, ...]:
    """Return every cell whose answer differs, in the order of the sheets and their rows.

    On sheets with free rows a row that only moved is no change.
    """
    found: list[Change] = []
    for sheet in SheetKey:
        before, after = old.answers.get(sheet, {}), new.answers.get(sheet, {})
        if sheet not in FIXED_SHEETS:
            before, after = _without_moved(before, after)
        for row_key in _in_order(before, after):
            was, now = before.get(row_key, {}), after.get(row_key, {})
            found += (
                Change(sheet_key=sheet, row_key=row_key, field_key=key, old=was.get(key), new=now.get(key))
                for key in _in_order(was, now)
                if was.get(key) != now.get(key)
            )
    return tuple(found)


def change_text(change: Change, *, design: FormDesign, plan: Plan) -> ChangeText:
    """Return a change in the words of the form."""
    field_key = change.row_key if change.sheet_key is SheetKey.INFO else change.field_key
    return ChangeText(
        sheet=design.sheet(change.sheet_key).title,
        row=_row_text(change, plan),
        field=design.field(change.sheet_key, field_key).header,
        old=value_text(change.old),
        new=value_text(change.new),
    )


def value_text(value: object) -> str:
    """Return an answer as people read it, blank for none.

    >>> value_text(1250.5), value_text(date(2026, 11, 30)), value_text(None)
    ('1.250,5', '30/11/2026', '')
    """
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_text(value, decimals=MOST_DECIMALS)
    return "" if value is None else str(value)


def doubts(chain: Sequence[Submission], current: Submission, pick: Pick | None) -> tuple[Finding, ...]:
    """Return what an officer must settle about the file of a unit that counts.

    Args:
        chain: The unit's files, the earliest first.
        current: The one of them that counts.
        pick: The officer's decision about the unit, if one stands.
    """
    open_ = [each for each in chain if each.sha256 != current.sha256 and not _is_settled(each, current, pick)]
    found = [_tie(current, each) for each in open_ if _are_tied(current, each)]
    place = chain.index(current)
    before = next((each for each in reversed(chain[:place]) if each in open_), None)
    if before is not None and not _are_tied(current, before):
        base = chain[chain.index(before) - 1] if chain.index(before) else None
        if kind := _fork(base, before, current):
            found.append(_finding(Code.X504, current, other=before.file, kind=kind))
    return tuple(found)


def _is_settled(other: Submission, current: Submission, pick: Pick | None) -> bool:
    return pick is not None and pick.sha256 == current.sha256 and other.sha256 in pick.among


def _are_tied(one: Submission, other: Submission) -> bool:
    return one.stamped_at == other.stamped_at and one.state is other.state


def _tie(current: Submission, other: Submission) -> Finding:
    return _finding(Code.X503, current, other=other.file)


def _fork(base: Submission | None, before: Submission, after: Submission) -> str:
    """Return in words why the later of two files does not seem to continue the earlier; blank if it does."""
    names = before.contact.name, after.contact.name
    if all(names) and len({comparison_key(name) for name in names}) > 1:
        return words.FORK_PERSONS.format(before=names[0], after=names[1])
    if _shares_out(before, after):
        return words.FORK_ROWS
    if base is not None and _ignores(base, before, after):
        return words.FORK_BASE.format(base=base.file)
    return ""


def _shares_out(before: Submission, after: Submission) -> bool:
    """Whether each of two files answers rows that the other leaves blank."""
    for sheet in FIXED_SHEETS:
        was, now = _answered(before, sheet), _answered(after, sheet)
        if was - now and now - was:
            return True
    return False


def _answered(submission: Submission, sheet: SheetKey) -> set[str]:
    return {row for row, cells in submission.answers.get(sheet, {}).items() if cells}


def _ignores(base: Submission, before: Submission, after: Submission) -> bool:
    """Whether a file has none of the changes the one before it made: both were made from the same base."""
    made = {_place(change) for change in changes(base, before)}
    kept = {_place(change) for change in changes(base, after)}
    return bool(made) and made.isdisjoint(kept)


def _place(change: Change) -> Cell:
    return change.sheet_key, change.row_key, change.field_key


def _finding(code: Code, current: Submission, **facts: str) -> Finding:
    return Finding(
        file=current.file,
        unit_code=current.unit_code,
        code=code,
        sheet="",
        cell="",
        sheet_key=None,
        row_key="",
        field_key="",
        value=facts["other"],
        message=code.value.sentence.format(file=current.file, **facts),
    )


def _without_moved(before: Answers, after: Answers) -> tuple[Answers, Answers]:
    """Leave out the rows that stand in both, wherever they stand."""
    rest = dict(after)
    left = {}
    for key, cells in before.items():
        twin = key if rest.get(key) == cells else next((k for k, own in rest.items() if own == cells), None)
        if twin is None:
            left[key] = cells
        else:
            del rest[twin]
    return left, rest


def _in_order(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of both, each once."""
    return tuple(dict.fromkeys((*one, *other)))


def _row_text(change: Change, plan: Plan) -> str:
    names = {task.code: plan.full_name(task) for task in plan.tasks}
    names |= {each.code: each.name for each in plan.indicators}
    if change.sheet_key in FIXED_SHEETS and change.row_key in names:
        return words.ROW_NAME.format(code=change.row_key, name=names[change.row_key])
    return "" if change.sheet_key is SheetKey.INFO else words.ROW_NUMBER.format(row=change.row_key)
