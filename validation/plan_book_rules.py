"""Hold a plan's tables against each other: codes, references, agencies, counts, spans."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from catalogue import FILE_SEPARATOR, ColumnKind, PlanColumn, comparison_key, plan_columns, table_title
from catalogue.wording.plan_book import PlanCode
from validation.plan_book_model import Line, Problem, problem

Lines = Mapping[str, Sequence[Line]]

_SPANS = (("deadline_from", "deadline_to"),)
_STATED = {"task_count": "", "priority_count": "x"}


def contradictions(lines: Lines) -> Iterator[Problem]:
    """Yield what a plan's tables say against each other; a table that is missing is not asked."""
    for table, rows in lines.items():
        columns = {column.key: column for column in plan_columns()[table]}
        for column in columns.values():
            if column.kind is ColumnKind.CODE:
                yield from _duplicates(column, rows)
            if column.refers_to in lines:
                yield from _unknown_references(column, rows, lines[column.refers_to])
        if "parent_code" in columns:
            yield from _loops(columns["parent_code"], rows)
    if {"tasks", "mentions"} <= lines.keys():
        yield from _foreign_agencies(lines["tasks"], lines["mentions"])
    if {"groups", "tasks"} <= lines.keys():
        yield from _wrong_counts(lines["groups"], lines["tasks"])
    yield from _reversed_spans(lines.get("tasks", ()))


def _duplicates(column: PlanColumn, rows: Sequence[Line]) -> Iterator[Problem]:
    first: dict[str, Line] = {}
    for row in rows:
        code = row.cells[column.key]
        if code and code in first:
            other = first[code].place(column.key).address
            yield problem(PlanCode.P115, row.place(column.key), value=code, of=column, other=other)
        first.setdefault(code, row)


def _unknown_references(
    column: PlanColumn, rows: Sequence[Line], referred: Sequence[Line]
) -> Iterator[Problem]:
    known = {row.cells["code"] for row in referred}
    other = table_title(column.refers_to)
    for row in rows:
        for code in filter(None, row.cells[column.key].split(FILE_SEPARATOR)):
            if code not in known:
                yield problem(PlanCode.P116, row.place(column.key), value=code, of=column, other=other)


def _loops(column: PlanColumn, rows: Sequence[Line]) -> Iterator[Problem]:
    parents = {row.cells["code"]: row.cells["parent_code"] for row in rows}
    for row in rows:
        code = row.cells["code"]
        if code in _above(row.cells["parent_code"], parents):
            value = row.cells["parent_code"]
            yield problem(PlanCode.P117, row.place("parent_code"), value=value, of=column)


def _above(code: str, parents: Mapping[str, str]) -> list[str]:
    """Return a code and what stands above it, each once."""
    found: list[str] = []
    while code and code not in found:
        found.append(code)
        code = parents.get(code, "")
    return found


def _foreign_agencies(tasks: Sequence[Line], mentions: Sequence[Line]) -> Iterator[Problem]:
    by_code = {row.cells["code"]: row for row in tasks}
    columns = {column.key: column for column in plan_columns()["tasks"]}
    for row in mentions:
        task, key = by_code.get(row.cells["task_code"]), f"{row.cells['role']}_text"
        if task is None or key not in columns or not row.cells["agency"]:
            continue
        agency = row.cells["agency"]
        if comparison_key(agency) not in comparison_key(task.cells[key]):
            names = {"task": row.cells["task_code"], "other": table_title("tasks")}
            yield problem(PlanCode.P118, row.place("agency"), value=agency, of=columns[key], **names)


def _wrong_counts(groups: Sequence[Line], tasks: Sequence[Line]) -> Iterator[Problem]:
    parents = {row.cells["code"]: row.cells["parent_code"] for row in groups}
    columns = {column.key: column for column in plan_columns()["groups"]}
    counted = [row for row in tasks if not row.cells["parent_code"]]
    for key, mark in _STATED.items():
        marked = [row for row in counted if not mark or row.cells["is_priority"] == mark]
        counts = Counter(code for row in marked for code in _above(row.cells["group_code"], parents))
        for group in groups:
            stated, found = group.cells[key], counts[group.cells["code"]]
            if stated and int(stated) != found:
                names = {"other": table_title("tasks"), "counted": found}
                yield problem(PlanCode.P119, group.place(key), value=stated, of=columns[key], **names)


def _reversed_spans(tasks: Sequence[Line]) -> Iterator[Problem]:
    columns = {column.key: column for column in plan_columns()["tasks"]}
    for row in tasks:
        for first, last in _SPANS:
            start, end = row.cells[first], row.cells[last]
            if start and end and end < start:
                yield problem(PlanCode.P123, row.place(last), value=end, of=columns[last], other=start)
