"""Links within the master: a detail row leads back to the row that sums it up, by that row's key."""

import re

import openpyxl
import pytest

from catalogue import SheetKey, load_master
from consolidate import merge
from consolidate.table import match_key
from tests.consolidate.making import DEADLINE, PLACES, checked, submission

JUMP = re.compile(
    r"""=IF\(COUNTIFS\((?P<span>'(?P<sheet>[^']+)'!(?P<keys>\$A\$6:\$A\$\d+)),(?P<key>[^,]+)\)=0,"","""
    r"""HYPERLINK\("#'(?P=sheet)'!(?P<letter>[A-Z]+)"&\(MATCH\((?P=key),(?P=span),0\)\+5\),"(?P<shown>[^"]+)"\)\)"""
)
UNIT = "11311"
HOME = [
    ("task_rows", "task_code", "tasks"),
    ("indicator_rows", "indicator_code", "indicators"),
    ("budgets", "task_code", "money"),
]


@pytest.fixture(scope="module")
def unknown(build, owed, tmp_path_factory):
    """A master of one unit that answers a task the plan does not have, and asks for nothing."""
    common = {"file": "a", "unit_code": UNIT, "row": 7}
    task = {"sheet": PLACES[SheetKey.TASKS].name, "row_key": "X.9", "status": "in_progress"}
    money = {"sheet": PLACES[SheetKey.BUDGETS].name, "row_key": "1", "task": "X.9", "planned_vnd": 1_000_000}
    proposal = {"sheet": PLACES[SheetKey.PROPOSALS].name, "row_key": "1", "content": "Không có"}
    rows = {SheetKey.TASKS: task, SheetKey.BUDGETS: money, SheetKey.PROPOSALS: proposal}
    found = checked(
        [submission("a", UNIT, rows_read=3)], {sheet: [common | row] for sheet, row in rows.items()}
    )
    path = tmp_path_factory.mktemp("unknown") / "tong-hop.xlsx"
    path.write_bytes(build(merge(found, (owed[UNIT],), deadline=DEADLINE)))
    return openpyxl.load_workbook(path, data_only=True)


def rows_of(book, key):
    """Return the rows of a table as cells by key, each with the key of the row as `_key`."""
    columns, *rest = book[load_master()[key].title].iter_rows()
    rows = ({name.value: cell for name, cell in zip(columns, row, strict=True)} for row in rest[4:])
    return [row for row in rows if row["_key"].value]


def landing(values, link):
    """Return the key of the row that a link leads to."""
    found = JUMP.fullmatch(link.value)
    key = found["key"].strip('"') if '"' in found["key"] else values[link.parent.title][found["key"]].value
    return next(cell.value for (cell,) in values[found["sheet"]][found["keys"]] if cell.value == key)


@pytest.mark.parametrize(("detail", "code", "summary"), HOME)
def test_every_detail_row_leads_to_its_own_summary_row(workbook, values, detail, code, summary):
    own = {row["_key"].value: row[code].value for row in rows_of(values, summary)}
    rows = rows_of(workbook, detail)

    assert rows
    for row in rows:
        assert own[landing(values, row["summary"])] == row[code].value


@pytest.mark.parametrize(("detail", "summary"), [(detail, summary) for detail, _, summary in HOME])
def test_the_link_opens_the_summary_at_the_first_column_that_is_shown(workbook, detail, summary):
    sheet = workbook[load_master()[summary].title]
    link = JUMP.fullmatch(rows_of(workbook, detail)[0]["summary"].value)

    assert link["sheet"] == sheet.title
    assert not sheet.column_dimensions[link["letter"]].hidden


@pytest.mark.parametrize("detail", [detail for detail, *_ in HOME])
def test_the_link_is_shown_in_words_before_it_is_calculated(values, detail):
    assert {row["summary"].value for row in rows_of(values, detail)} == {"Về tổng hợp"}


def test_every_proposal_leads_to_the_issue_it_is_part_of(workbook, values):
    issues = {row["_key"].value: row["number"].value for row in rows_of(values, "issues")}
    said = {row["_key"].value: row["number"].value for row in rows_of(values, "issue_rows")}

    for row in rows_of(workbook, "proposals"):
        unit, number = row["_key"].value.removeprefix("k:").split("|")
        statement = match_key(SheetKey.PROPOSALS, "content", number, unit)
        assert issues[landing(values, row["issue"])] == said[statement]


@pytest.mark.parametrize(
    ("detail", "link"), [("task_rows", "summary"), ("budgets", "summary"), ("proposals", "issue")]
)
def test_a_row_that_nothing_sums_up_has_no_link(unknown, detail, link):
    (row,) = rows_of(unknown, detail)

    assert not row[link].value
