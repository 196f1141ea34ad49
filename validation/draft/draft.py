"""Put a plan's draft together from the rows of its appendix."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from catalogue import PlanTables, Registry, Role, date_text, suggest
from catalogue.plan_tables import TABLES
from catalogue.wording import draft as words
from validation.draft.agencies import Named, Names, split_agencies
from validation.draft.columns import Layout, find_table
from validation.draft.deadlines import Span, read_deadline
from validation.draft.model import AGENCY_ROLES, DEADLINE, MARK_ROLES, Entry, Line
from validation.draft.outline import GroupRow, TaskRow, outline
from validation.draft.pages import undo_page_breaks
from validation.draft.placing import place

_COLUMNS = {DEADLINE: "deadline_text", "resources": "resources_text"} | {
    role: f"{role}_text" for role in AGENCY_ROLES
}
_INHERITED_ORDER = (DEADLINE, *AGENCY_ROLES, "resources", "product")
_TO_FILL = ("title", "short_title", "number", "number_text", "date", "issuer", "focal_agency")


def draft_plan(lines: Sequence[Line], *, plan_id: str, registry: Registry | None = None) -> PlanTables | None:
    """Return a plan drafted from the rows of an appendix, or None when they hold no task table.

    Every cell that is not a plain copy of the source is among the guesses. Bad rows never raise.

    Args:
        lines: The rows as the source has them; what comes before the table's header is ignored.
        plan_id: The id the plan will have.
        registry: The units the plan names; without it every agency is to be settled.
    """
    found = find_table(lines)
    if found is None:
        return None
    layout, body = found
    return _Draft(layout=layout, names=Names(registry), plan_id=plan_id).tables(body)


@dataclass
class _Draft:
    """The tables as they grow, and what was guessed."""

    layout: Layout
    names: Names
    plan_id: str
    rows: dict[str, list[Mapping[str, str]]] = field(default_factory=lambda: {table: [] for table in TABLES})
    guesses: dict[tuple[str, int, str], str] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    told: set[tuple[str, str]] = field(default_factory=set)

    def tables(self, body: Sequence[Line]) -> PlanTables:
        """Return the plan's tables."""
        entries = undo_page_breaks(place(body, self.layout), self.layout, self.names)
        found = outline(entries)
        for group in found.groups:
            self._add_group(group)
        parents = {task.parent_code for task in found.tasks}
        for task in found.tasks:
            self._add_task(task, is_parent=task.code in parents)
        return PlanTables(about=self._about(), tables=self.rows, guesses=self.guesses)

    def _add(self, table: str, cells: Mapping[str, str], guesses: Mapping[str, str]) -> None:
        row = len(self.rows[table])
        self.rows[table].append({column: cells.get(column, "") for column in TABLES[table]})
        self.guesses |= {(table, row, column): sentence for column, sentence in guesses.items() if sentence}

    def _add_group(self, group: GroupRow) -> None:
        cells = {
            "code": group.code,
            "name": group.name,
            "parent_code": group.parent_code,
            "number": group.number,
        }
        self._add("groups", cells, {"": words.MADE_GROUP} if group.is_made else {})

    def _add_task(self, task: TaskRow, *, is_parent: bool) -> None:
        entry = task.entry
        span, deadline_sentence = self._deadline(entry, is_parent=is_parent)
        if span:
            self.spans.append(span)
        self._mark_agencies(entry, is_parent=is_parent)
        cells = {
            "code": task.code,
            "group_code": task.group_code,
            "number": task.number,
            "parent_code": task.parent_code,
            "name": entry.text("name"),
            "product": entry.text("product"),
            **{role: "x" if entry.text(role) else "" for role in MARK_ROLES},
            **{column: entry.text(role) for role, column in _COLUMNS.items()},
            **_span_cells(span),
            "inherited": "|".join(
                _COLUMNS.get(role, role) for role in _INHERITED_ORDER if role in task.inherited
            ),
            "note": self._note(entry),
        }
        guesses = {_COLUMNS.get(role, role): sentence for role, sentence in entry.guesses.items()}
        self._add("tasks", cells, guesses | {"deadline_to": deadline_sentence})
        for role in AGENCY_ROLES:
            self._add_mentions(task.code, role, entry.text(role))

    def _deadline(self, entry: Entry, *, is_parent: bool) -> tuple[Span | None, str]:
        """Return a task's deadline and what to say of it."""
        text = entry.text(DEADLINE)
        if not text:
            return None, "" if is_parent else words.NO_DEADLINE
        span = read_deadline(text, is_span=self.layout.is_span)
        if span is None:
            return None, words.DEADLINE_UNREAD
        return span, _span_sentence(span, text) if self._is_new(DEADLINE, text) else ""

    def _is_new(self, kind: str, text: str) -> bool:
        """Whether a wording comes for the first time: what was read from it is told once."""
        is_new = (kind, text) not in self.told
        self.told.add((kind, text))
        return is_new

    def _mark_agencies(self, entry: Entry, *, is_parent: bool) -> None:
        for role in AGENCY_ROLES:
            if entry.text(role).endswith(","):
                entry.guess(role, words.CUT_CELL)
        if not is_parent and not entry.text(self._reporting_role):
            entry.guess(self._reporting_role, words.NO_LEAD)

    def _add_mentions(self, task_code: str, role: str, text: str) -> None:
        found = split_agencies(text, self.names)
        for position, named in enumerate(found, start=1):
            cells = {
                "task_code": task_code,
                "role": role,
                "position": str(position),
                "agency": named.agency,
                "scope": named.scope,
            }
            is_split = position == 1 and (len(found) > 1 or named.scope) and self._is_new("agency", text)
            sentence = words.AGENCY_SPLIT.format(text=text, count=len(found)) if is_split else ""
            self._add("mentions", cells, {"": sentence, "agency": self._unknown(named)})

    def _unknown(self, named: Named) -> str:
        """Return what to say of an agency the registry does not know, blank when it does."""
        registry = self.names.registry
        if named.is_known or registry is None:
            return ""
        nearest = suggest(named.agency, registry)
        if nearest:
            return words.AGENCY_NEAREST.format(name=named.agency, nearest=nearest[0].name)
        return words.AGENCY_UNKNOWN.format(name=named.agency)

    def _note(self, entry: Entry) -> str:
        """Return the plan's own remarks, and the cells of columns whose role is unknown."""
        parts = [
            words.PLAN_NOTE.format(header=self.layout.header(role), text=entry.text(role))
            for role in ("note", *self.layout.extras)
            if entry.text(role)
        ]
        return " ".join(parts)

    @property
    def _reporting_role(self) -> str:
        return Role.ADVISING if "advising" in self.layout.roles else Role.LEAD

    def _about(self) -> dict[str, Any]:
        """Return the settings of the plan, most of them to be filled in."""
        years = [day.year for span in self.spans for day in (span.start, span.end) if day]
        self.guesses |= {("about", 0, key): sentence for key, sentence in self._about_guesses()}
        return {
            "id": self.plan_id,
            "version": 1,
            **dict.fromkeys(_TO_FILL, ""),
            "kind": "administrative",
            "registry": self.names.registry.id if self.names.registry else "",
            "period_from": min(years, default=""),
            "period_to": max(years, default=""),
            "reporting_role": str(self._reporting_role),
            "legal_bases": [],
            "recipients": [],
            "notes": [],
            "calendar": [],
            "role_labels": {
                role: self.layout.header(role) for role in AGENCY_ROLES if role in self.layout.roles
            },
            "office": {"name": "", "symbol": "", "place": "", "authority": ""},
        }

    def _about_guesses(self) -> Iterator[tuple[str, str]]:
        """Yield what a person must settle about the plan as a whole."""
        for key in (*_TO_FILL, "kind", "legal_bases", "recipients", "calendar", "office.name"):
            yield key, words.ABOUT_FILL
        if self.names.registry is None:
            yield "registry", words.ABOUT_REGISTRY
        yield "period_from", words.ABOUT_PERIOD
        yield "period_to", words.ABOUT_PERIOD
        reporting = self.layout.header(self._reporting_role)
        yield "reporting_role", words.ABOUT_REPORTING.format(header=reporting)
        for role in AGENCY_ROLES:
            if role in self.layout.roles:
                yield f"role_labels.{role}", words.ABOUT_COLUMNS
        extras = [
            words.ABOUT_EXTRA_COLUMN.format(header=self.layout.header(role)) for role in self.layout.extras
        ]
        if extras:
            yield "notes", " ".join(extras)


def _span_cells(span: Span | None) -> dict[str, str]:
    if span is None:
        return {}
    return {
        "deadline_from": span.start.isoformat() if span.start else "",
        "deadline_to": span.end.isoformat() if span.end else "",
        "deadline_is_open": "x" if span.is_open else "",
    }


def _span_sentence(span: Span, text: str) -> str:
    if span.end is None:
        return words.DEADLINE_CONTINUING
    end = date_text(span.end)
    shown = (
        words.SPAN.format(start=date_text(span.start), end=end) if span.start else words.UNTIL.format(end=end)
    )
    return (words.DEADLINE_OPEN if span.is_open else words.DEADLINE_READ).format(span=shown, text=text)
