"""What consolidating again would change, told before anything is written."""

import pandas as pd
import pytest

from catalogue import SheetKey
from consolidate import compare_masters, merge, read_master
from tests.consolidate.making import DEADLINE, PLACES, checked, submission

UNIT, OTHER = "11311", "11329"


def task(file, unit, code, **cells):
    common = {"file": file, "unit_code": unit, "sheet": PLACES[SheetKey.TASKS].name, "row": 7}
    return common | {"row_key": code, "role": "lead", "status": "in_progress"} | cells


def money(file, unit, code, amount):
    common = {"file": file, "unit_code": unit, "sheet": PLACES[SheetKey.BUDGETS].name, "row": 7}
    return common | {"row_key": "1", "task": code, "funding_source": "local", "planned_vnd": amount}


@pytest.fixture
def tables(build, owed, tmp_path):
    """Build the master of some submissions and rows, and read it back."""

    def tables(submissions, rows):
        merged = merge(checked(submissions, rows), (owed[UNIT], owed[OTHER]), deadline=DEADLINE)
        path = tmp_path / "tong-hop.xlsx"
        path.write_bytes(build(merged))
        return read_master(path)

    return tables


@pytest.fixture
def code(owed):
    return owed[UNIT].tasks[0].task.code


@pytest.fixture
def first(tables, code):
    """One unit with one task and one sum of money."""
    return tables(
        [submission("a", UNIT, rows_read=2)],
        {
            SheetKey.TASKS: [task("a", UNIT, code, completion_pct=10.0)],
            SheetKey.BUDGETS: [money("a", UNIT, code, 5_000_000)],
        },
    )


def change_of(preview, key):
    return next(each for each in preview.tables if each.key == key)


def figure(preview, label):
    return next((each.before, each.after) for each in preview.figures if each.label == label)


def test_the_same_master_again_changes_nothing(first):
    preview = compare_masters(first, first)

    assert preview.is_empty
    assert all(each.is_same for each in preview.figures)


def test_without_a_master_everything_is_new(first):
    preview = compare_masters(None, first)

    assert (preview.is_first, preview.is_empty) == (True, False)
    assert len(change_of(preview, "submissions").added) == 2
    assert figure(preview, "Số dòng tổng hợp") == (None, 2.0)


def test_a_new_unit_adds_rows_and_changes_its_state(first, tables, code):
    again = tables(
        [submission("a", UNIT, rows_read=2), submission("b", OTHER, rows_read=1)],
        {
            SheetKey.TASKS: [task("a", UNIT, code, completion_pct=10.0), task("b", OTHER, code)],
            SheetKey.BUDGETS: [money("a", UNIT, code, 5_000_000)],
        },
    )
    preview = compare_masters(first, again)

    assert len(change_of(preview, "task_rows").added) == 1
    assert change_of(preview, "sources").added == ("b",)
    assert ("Tình trạng", "Chưa nộp", "Hợp lệ") in {
        (each.field, each.old, each.new) for each in change_of(preview, "submissions").changed
    }
    assert figure(preview, "Đơn vị: Hợp lệ") == (1.0, 2.0)


def test_a_changed_answer_is_one_cell_and_moves_the_figures(first, tables, code):
    again = tables(
        [submission("a", UNIT, rows_read=2)],
        {
            SheetKey.TASKS: [task("a", UNIT, code, completion_pct=55.5)],
            SheetKey.BUDGETS: [money("a", UNIT, code, 7_000_001)],
        },
    )
    preview = compare_masters(first, again)
    (cell,) = change_of(preview, "task_rows").changed

    assert (cell.field, cell.old, cell.new) == ("Tỷ lệ hoàn thành (%)", "10", "55,5")
    assert figure(preview, "Kế hoạch vốn (triệu đồng)") == (5.0, 7.000001)


def test_what_would_go_is_named(first, tables):
    preview = compare_masters(first, tables([], {}))

    assert len(change_of(preview, "budgets").dropped) == 1
    assert change_of(preview, "sources").dropped == ("a",)


def test_rows_that_look_alike_are_counted_one_by_one(tables, code):
    one, two = ([money("a", UNIT, code, 1_000_000)] * count for count in (1, 2))
    files = [submission("a", UNIT, rows_read=2)]
    preview = compare_masters(tables(files, {SheetKey.BUDGETS: one}), tables(files, {SheetKey.BUDGETS: two}))

    assert len(change_of(preview, "budgets").added) == 1


def test_the_order_of_rows_is_no_change(first):
    shuffled = {key: frame.iloc[::-1].reset_index(drop=True) for key, frame in first.tables.items()}

    assert compare_masters(first, type(first)(about=first.about, tables=shuffled)).is_empty


def test_a_master_made_before_its_rows_led_back_is_compared_all_the_same(first):
    older = {key: frame.drop(columns="summary", errors="ignore") for key, frame in first.tables.items()}

    assert compare_masters(type(first)(about=first.about, tables=older), first).is_empty


def test_every_table_that_is_compared_is_one_of_the_master(first):
    preview = compare_masters(None, first)

    assert all(isinstance(first.tables[each.key], pd.DataFrame) for each in preview.tables)
