"""What an error leaves out of a submission that is accepted in spite of it."""

from dataclasses import replace

import pandas as pd
import pytest

from catalogue import Code, Severity, SheetKey
from consolidate.doubt import ALSO_IN_DOUBT, whole_file_errors, without_doubt
from consolidate.model import LeftOut
from tests.consolidate.making import PLACES, finding, frames, submission
from validation import State

TASK = {"status": "done", "completion_pct": 50.0, "completed_on": pd.Timestamp(2026, 3, 2)}
TASK |= {"result_text": "Đã xong."}
RATIO = {"data_state": "has_data", "numerator": 9.0, "denominator": 3.0, "value": 300.0, "note": "x"}
MONEY = {"task": "I.1", "funding_source": "local", "planned_vnd": 5, "disbursed_vnd": 9, "note": "x"}
ANSWERS = {SheetKey.TASKS: TASK, SheetKey.INDICATORS: RATIO, SheetKey.BUDGETS: MONEY}
SHEETS = {"tasks": SheetKey.TASKS, "indicators": SheetKey.INDICATORS, "budgets": SheetKey.BUDGETS}


def rows_of(*files):
    """Return two rows, keys 1 and 2 in rows 7 and 8, on every sheet of every file."""
    return frames(
        {
            sheet: [
                {"file": file, "unit_code": "11311", "sheet": PLACES[sheet].name, "row": 6 + key}
                | {"row_key": str(key)}
                | answers
                for file in files
                for key in (1, 2)
            ]
            for sheet, answers in ANSWERS.items()
        }
    )


def error(code, sheet, row_key="", field_key="", *, cell="", title=None):
    found = finding("a", "11311", code, cell=cell)
    sheet_title = PLACES[sheet].name if title is None else title
    return replace(found, sheet_key=sheet, sheet=sheet_title, row_key=row_key, field_key=field_key)


def left(*errors, files=("a",)):
    """Return the rows and the count of what is left out of file "a"."""
    one = submission("a", "11311", state=State.RETURNED, findings=errors)
    rows, left_out = without_doubt(rows_of(*files), [one])
    return rows, left_out["a"]


@pytest.mark.parametrize(
    ("sheet", "code", "field_key", "missing"),
    [
        ("tasks", Code.C206, "completion_pct", "completion_pct"),
        ("tasks", Code.C208, "result_text", "result_text"),
        ("tasks", Code.R301, "completion_pct", "status completion_pct"),
        ("tasks", Code.R302, "status", "status completion_pct"),
        ("tasks", Code.R303, "completed_on", "completed_on"),
        ("tasks", Code.R304, "completed_on", "status completion_pct completed_on"),
        ("tasks", Code.R305, "completed_on", "status completed_on"),
        ("indicators", Code.R308, "numerator", "data_state numerator denominator value"),
        ("indicators", Code.C203, "denominator", "data_state numerator denominator value"),
        ("indicators", Code.C208, "note", "note"),
        ("budgets", Code.R307, "disbursed_vnd", "planned_vnd disbursed_vnd"),
        ("budgets", Code.C205, "disbursed_vnd", "disbursed_vnd"),
        ("budgets", Code.C202, "funding_source", "funding_source planned_vnd disbursed_vnd"),
        ("budgets", Code.X402, "task", "task planned_vnd disbursed_vnd"),
    ],
)
def test_an_error_leaves_out_its_cell_and_those_it_cannot_be_told_from(sheet, code, field_key, missing):
    key = SHEETS[sheet]
    rows, left_out = left(error(code, key, "1", field_key))
    frame = rows[key].set_index("row_key")

    assert {name for name in ANSWERS[key] if pd.isna(frame.loc["1", name])} == set(missing.split())
    assert frame.loc["2", list(ANSWERS[key])].tolist() == list(ANSWERS[key].values())
    assert left_out == LeftOut(cells=len(missing.split()), rows=0)


def test_types_of_columns_stay_what_they_were():
    rows, _ = left(error(Code.R304, SheetKey.TASKS, "1", "completed_on"))
    before = rows_of("a")

    assert rows[SheetKey.TASKS].dtypes.equals(before[SheetKey.TASKS].dtypes)


def test_a_row_in_doubt_is_dropped():
    rows, left_out = left(error(Code.T105, SheetKey.TASKS, "1", cell="A9"))

    assert rows[SheetKey.TASKS]["row_key"].tolist() == ["2"]
    assert left_out == LeftOut(cells=0, rows=1)


def test_a_missing_column_leaves_out_that_column():
    rows, left_out = left(error(Code.T102, SheetKey.TASKS, field_key="result_text"))

    assert rows[SheetKey.TASKS]["result_text"].isna().all()
    assert left_out == LeftOut(cells=2, rows=0)


def test_two_sheets_that_differ_leave_out_the_whole_sheet():
    rows, left_out = left(error(Code.T110, SheetKey.TASKS))

    assert rows[SheetKey.TASKS].empty
    assert len(rows[SheetKey.BUDGETS]) == 2
    assert left_out == LeftOut(cells=0, rows=2)


@pytest.mark.parametrize(("cell", "expected"), [("H8", "status"), ("H", "status"), ("A8", None), ("A99", "")])
def test_an_error_known_by_its_address_alone_is_found_there(cell, expected):
    rows, left_out = left(error(Code.T112, SheetKey.TASKS, cell=cell))
    frame = rows[SheetKey.TASKS]

    if expected is None:
        assert frame["row_key"].tolist() == ["1"]
    else:
        assert frame["status"].isna().any() == bool(expected)
        assert left_out.rows == 0


def test_a_cell_on_a_copy_of_the_sheet_says_nothing_of_the_rows_that_were_read_so_none_is_trusted():
    rows, _ = left(error(Code.T110, SheetKey.TASKS, cell="H8", title="Nhiệm vụ (2)"))

    assert rows[SheetKey.TASKS].empty


def test_an_address_of_several_cells_never_raises():
    assert left(error(Code.T112, SheetKey.TASKS, cell="H7:H8"))[1].rows == 2


def test_the_same_cell_is_counted_once():
    errors = [error(code, SheetKey.TASKS, "1", "completion_pct") for code in (Code.R301, Code.C206)]

    assert left(*errors)[1] == LeftOut(cells=2, rows=0)


def test_warnings_and_notes_leave_nothing_out():
    found = [error(code, SheetKey.TASKS, "1", "result_text") for code in (Code.R311, Code.C212)]
    rows, left_out = left(*found)

    assert left_out == LeftOut(cells=0, rows=0)
    assert rows[SheetKey.TASKS].equals(rows_of("a")[SheetKey.TASKS])


def test_other_files_are_left_alone():
    rows, _ = left(error(Code.T105, SheetKey.TASKS, "1"), files=("a", "b"))
    frame = rows[SheetKey.TASKS]

    assert frame[frame["file"] == "b"]["status"].tolist() == ["done", "done"]
    assert (frame["file"] == "a").sum() == 1


def test_a_problem_of_the_information_sheet_leaves_no_answer_out():
    assert left(replace(finding("a", "11311"), sheet_key=SheetKey.INFO))[1] == LeftOut(cells=0, rows=0)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (replace(finding("a", "11311", Code.E021), sheet_key=SheetKey.INFO), True),
        (replace(finding("a", "11311", Code.T101), sheet_key=None), True),
        (finding("a", "11311", Code.E016, cell=""), False),
        (error(Code.C201, SheetKey.TASKS, "1", "status"), False),
    ],
)
def test_errors_of_the_whole_file_are_told_from_those_of_a_place(found, expected):
    assert bool(whole_file_errors(submission("a", "11311", findings=(found,)))) is expected


def test_every_error_between_several_cells_says_what_else_it_doubts():
    between = {code for code in Code if code.name[0] in "RX" and code.value.severity is Severity.ERROR}

    assert set(ALSO_IN_DOUBT) == between
