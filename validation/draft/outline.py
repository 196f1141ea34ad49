"""Order rows into groups, tasks and sub-tasks by their numbers, and give each a code."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from catalogue.wording import draft as words
from validation.draft.model import AGENCY_ROLES, DEADLINE, Entry
from validation.draft.numbering import (
    code_under,
    is_digits,
    is_part_of,
    plain_number,
    style_of,
    styles_of,
    unused,
)
from validation.draft.placing import BULLETS

_INHERITABLE = (DEADLINE, *AGENCY_ROLES, "resources", "product")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A heading of the table."""

    code: str
    number: str
    name: str
    parent_code: str
    style: str
    is_made: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task of the table, with the columns filled from the row above."""

    code: str
    number: str
    group_code: str
    parent_code: str
    entry: Entry
    inherited: tuple[str, ...]


@dataclass(slots=True)
class Outline:
    """The groups and tasks of a table, in order."""

    groups: list[GroupRow] = field(default_factory=list)
    tasks: list[TaskRow] = field(default_factory=list)


def outline(entries: Sequence[Entry]) -> Outline:
    """Return the groups and tasks the rows make up."""
    return _Outliner(entries).result


class _Outliner:
    """Goes through the rows once; what it needs to know of all rows is counted before."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.result = Outline()
        self._styles = styles_of([entry.number for entry in entries])
        self._carrying = Counter(
            style for style, entry in zip(self._styles, entries, strict=True) if entry.has_cells
        )
        self._all = Counter(self._styles)
        self._open: list[GroupRow] = []
        self._counts: Counter[str] = Counter()
        for position, entry in enumerate(entries):
            below = entries[position + 1] if position + 1 < len(entries) else None
            self._add(position, entry, below)

    def _add(self, position: int, entry: Entry, below: Entry | None) -> None:
        style = self._styles[position]
        next_style = self._styles[position + 1] if below else ""
        if self._is_heading(entry, style, next_style, below):
            self._add_group(entry, style)
        else:
            self._add_task(
                entry, style, is_parent=below is not None and self._is_parent(entry, style, below, next_style)
            )

    def _is_heading(self, entry: Entry, style: str, next_style: str, below: Entry | None) -> bool:
        """Whether a row heads others: it has no cells, and rows numbered like it mostly have none."""
        if entry.has_cells or style in {"bullet", "small"}:
            return False
        if style == "":
            return below is not None and next_style.isdigit() and not entry.absent
        if style in {"roman", "letter"}:
            return True
        if next_style == "bullet":
            return True
        return self._carrying[style] * 2 < self._all[style]

    def _is_parent(self, entry: Entry, style: str, below: Entry, next_style: str) -> bool:
        """Whether a row without cells is followed by its parts."""
        if entry.has_cells:
            return False
        if style == "bullet":
            return next_style == "" or (next_style == "bullet" and below.number != entry.number)
        return below.number.startswith(f"{entry.number.rstrip('.')}.")

    def _add_group(self, entry: Entry, style: str) -> None:
        number = plain_number(entry.number)
        self._open = self._above(number, style)
        parent = self._open[-1].code if self._open else ""
        code = self._unused_group(code_under(parent, number or str(len(self.result.groups) + 1)))
        group = GroupRow(code=code, number=number, name=entry.text("name"), parent_code=parent, style=style)
        self.result.groups.append(group)
        self._open = [*self._open, group]

    def _above(self, number: str, style: str) -> list[GroupRow]:
        """Return the headings still open above a new one."""
        styles = [group.style for group in self._open]
        kept = self._open[: styles.index(style)] if style in styles else list(self._open)
        if style.isdigit():
            kept = [g for g in kept if not g.style.isdigit() or number.startswith(f"{g.number}.")]
        return kept

    def _unused_group(self, code: str) -> str:
        return unused(code, {group.code for group in self.result.groups})

    def _add_task(self, entry: Entry, style: str, *, is_parent: bool) -> None:
        group = self._group_for(entry.number)
        parent = self._parent_task(entry, style, group)
        code = self._task_code(entry, style, group, parent)
        inherited = () if is_parent and not entry.has_cells else self._inherit(entry)
        self._mark(entry, style, parent, is_parent=is_parent)
        number = plain_number(entry.number) if style not in {"bullet", ""} else entry.number
        self.result.tasks.append(
            TaskRow(
                code=code,
                number=number,
                group_code=group.code,
                parent_code=parent.code if parent else "",
                entry=entry,
                inherited=inherited,
            )
        )

    def _group_for(self, number: str) -> GroupRow:
        """Return the heading a task stands under; a table without headings gets one."""
        if not self._open:
            made = GroupRow(
                code="I", number="", name=words.DEFAULT_GROUP, parent_code="", style="roman", is_made=True
            )
            self.result.groups.append(made)
            self._open = [made]
        for group in reversed(self._open):
            if not group.style.isdigit() or not is_digits(number) or number.startswith(f"{group.number}."):
                return group
        return self._open[0]

    def _parent_task(self, entry: Entry, style: str, group: GroupRow) -> TaskRow | None:
        """Return the task a row is a part of, or None."""
        siblings = [task for task in self.result.tasks if task.group_code == group.code]
        if not siblings:
            return None
        last = siblings[-1]
        if style.isdigit():
            return next(
                (task for task in reversed(siblings) if is_part_of(entry.number, task.number)),
                None,
            )
        top = next(task for task in reversed(siblings) if not task.parent_code)
        if style == "small":
            return top
        if style == "bullet":
            return top if self._is_below(entry.number, top, last) else None
        return top if top.number in BULLETS else None

    def _is_below(self, bullet: str, top: TaskRow, last: TaskRow) -> bool:
        """Whether a bullet marks a part: under a numbered task, or below another kind of bullet."""
        if top.number not in BULLETS:
            return bool(top.number) or last.parent_code == top.code
        return bullet != top.number

    def _task_code(self, entry: Entry, style: str, group: GroupRow, parent: TaskRow | None) -> str:
        used = {task.code for task in self.result.tasks}
        if style.isdigit() or style in {"roman", "letter"}:
            code = code_under(group.code, plain_number(entry.number))
            if code in used:
                entry.guess("code", words.REPEATED_CODE)
            return unused(code, used)
        if parent:
            self._counts[parent.code] += 1
            return unused(f"{parent.code}.{self._counts[parent.code]}", used)
        last = next((task for task in reversed(self.result.tasks) if task.group_code == group.code), None)
        if style == "" and last and style_of(last.number).isdigit():
            return unused(f"{last.code}a", used)
        self._counts[group.code] += 1
        return unused(f"{group.code}.g{self._counts[group.code]}", used)

    def _inherit(self, entry: Entry) -> tuple[str, ...]:
        """Fill cells that continue from above with the text of the task above, and return their roles."""
        if not self.result.tasks:
            return ()
        above = self.result.tasks[-1].entry
        filled = tuple(role for role in _INHERITABLE if role in entry.absent and above.text(role))
        for role in filled:
            entry.cells[role] = above.text(role)
            entry.guess(role, words.INHERITED)
        return filled

    def _mark(self, entry: Entry, style: str, parent: TaskRow | None, *, is_parent: bool) -> None:
        if is_parent:
            entry.guess("", words.PARENT_ROW)
        elif not entry.has_cells:
            entry.guess("", words.EMPTY_TASK)
        if style == "":
            sentence = words.CHILD_ROW.format(parent=parent.code) if parent else words.MISSING_NUMBER
            entry.guess("number", sentence)
