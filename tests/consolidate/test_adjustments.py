"""Staff's adjustments in the master: in force everywhere, kept, and told."""

import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import openpyxl
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from catalogue import Measure, SheetKey, load_master
from consolidate import ADJUSTABLE, StaffRow, StaffWork, build_master, read_master, read_staff_work
from consolidate.adjust.keys import keys_of
from consolidate.records import records
from tests.consolidate.odd import odd_plan, odd_round
from tests.consolidate.test_recalculation import compare
from tests.libreoffice import recalculate

SHEETS = {"task_rows": SheetKey.TASKS, "indicator_rows": SheetKey.INDICATORS, "budgets": SheetKey.BUDGETS}
WHY = "Đã đối chiếu với sở quản lý ngành."


@pytest.fixture(scope="module")
def build_with(plan, registry, design, settings, tmp_path_factory):
    """Build a master with staff's work in it, on disk."""

    def build_with(merged, staff, **given):
        path = tmp_path_factory.mktemp("tong-hop") / "tong-hop.xlsx"
        about = {"plan": plan, "registry": registry, "round_": settings, "design": design} | given
        path.write_bytes(build_master(merged, staff=staff, **about))
        return path

    return build_with


@pytest.fixture(scope="module")
def rows_of(merged):
    """The rows of a detail table as they were merged, by key."""
    tables = {table: records(merged.rows[sheet]) for table, sheet in SHEETS.items()}
    return {table: dict(zip(keys_of(table, rows), rows, strict=True)) for table, rows in tables.items()}


def first(rows, **wanted):
    """Return the key of the first row that has some values."""
    return next(key for key, row in rows.items() if all(row[name] == value for name, value in wanted.items()))


@pytest.fixture(scope="module")
def ratio(plan, rows_of):
    """The key of a unit's row of a ratio that has data."""
    codes = {one.code for one in plan.indicators if one.measure is Measure.RATIO}
    rows = rows_of["indicator_rows"]
    return next(
        key for key, row in rows.items() if row["row_key"] in codes and row["data_state"] == "has_data"
    )


@pytest.fixture(scope="module")
def staff(rows_of, ratio):
    """A task set done, a part of a ratio, an amount, and a note alone."""
    return StaffWork(
        rows=(
            StaffRow(
                table="task_rows",
                key=first(rows_of["task_rows"], status="in_progress"),
                typed={"status": "Hoàn thành", "completion_pct": 100.0},
                why=WHY,
            ),
            StaffRow(table="task_rows", key=first(rows_of["task_rows"], status="done"), note="Khen thưởng."),
            StaffRow(table="indicator_rows", key=ratio, typed={"numerator": 12.5}, why=WHY),
            StaffRow(
                table="budgets",
                key=next(iter(rows_of["budgets"])),
                typed={"planned_vnd": 1234.567891, "disbursed_vnd": 0.0},
                why=WHY,
            ),
        )
    )


@pytest.fixture(scope="module")
def adjusted_path(build_with, merged, staff):
    return build_with(merged, staff)


@pytest.fixture(scope="module")
def tables(adjusted_path):
    return read_master(adjusted_path).tables


def keyed(path, table):
    """Return a table's rows by key, as openpyxl sees them: cells by column key."""
    sheet = openpyxl.load_workbook(path, data_only=True)[load_master()[table].title]
    names = [cell.value for cell in sheet[1]]
    return {
        row[0].value: dict(zip(names, row, strict=True)) for row in sheet.iter_rows(min_row=6) if row[0].value
    }


# ------------------------------------------------------------------------------------------- in force


def test_an_adjusted_status_counts_and_the_reported_one_stands_beside_it(adjusted_path, staff):
    row = keyed(adjusted_path, "task_rows")[staff.rows[0].key]

    assert (row["status"].value, row["completion_pct"].value) == ("Hoàn thành", 100)
    assert (row["reported_status"].value, row["is_adjusted"].value) == ("Đang triển khai", "x")


def test_the_roll_up_of_tasks_counts_the_adjusted_status(tables, rows_of, staff):
    code = rows_of["task_rows"][staff.rows[0].key]["row_key"]
    rows = [row["status"] for row in rows_of["task_rows"].values() if row["row_key"] == code]
    rolled = tables["tasks"].set_index("task_code").loc[code]

    assert (rolled.done_count, rolled.adjusted_count) == (rows.count("done") + 1, 1)


def test_a_ratio_is_adjusted_by_its_parts_and_summed_before_dividing(tables, rows_of, ratio):
    row = rows_of["indicator_rows"][ratio]
    same = [one for one in rows_of["indicator_rows"].values() if one["row_key"] == row["row_key"]]
    given = [one for one in same if one["data_state"] == "has_data"]
    numerator = sum(one["numerator"] for one in given) - row["numerator"] + 12.5
    denominator = sum(one["denominator"] for one in given)
    rolled = tables["indicators"].set_index("indicator_code").loc[row["row_key"]]

    assert rolled["value"] == pytest.approx(numerator / denominator * 100)
    assert rolled["adjusted_count"] == 1


def test_an_adjusted_amount_counts_to_the_dong(tables, merged, rows_of, staff):
    row = rows_of["budgets"][staff.rows[3].key]
    planned = int(merged.rows[SheetKey.BUDGETS].planned_vnd.sum()) - row["planned_vnd"] + 1_234_567_891

    assert round(tables["budgets"].planned_vnd.sum() * 1_000_000) == planned


def test_rows_without_adjustments_say_nothing_of_them(tables):
    assert Counter(tables["task_rows"].is_adjusted) == {"": len(tables["task_rows"]) - 1, "x": 1}


def test_a_figure_may_be_put_where_the_unit_gave_none(build_with, merged, rows_of, plan):
    level = {one.code for one in plan.indicators if one.measure is not Measure.RATIO}
    rows = rows_of["indicator_rows"]
    key = next(key for key, row in rows.items() if row["row_key"] in level)
    bare = changed(merged, "indicator_rows", key, data_state="not_available", value=None)
    row = StaffRow(table="indicator_rows", key=key, typed={"value": 4.0}, why=WHY)
    found = keyed(build_with(bare, StaffWork(rows=(row,))), "indicator_rows")[key]

    assert (found["data_state"].value, found["value"].value) == ("Có số liệu", 4)
    assert found["reported_data_state"].value == "Chưa có số liệu"


# ------------------------------------------------------------------------------------ what cannot be used


WRONG = [
    ("task_rows", {"status": "Gần xong"}, "chọn một trong"),
    ("task_rows", {"completion_pct": 101.0}, "một số từ 0 đến 100"),
    ("task_rows", {"completion_pct": "nửa"}, "một số từ 0 đến 100"),
    ("budgets", {"planned_vnd": -1.0}, "một số từ 0 trở lên"),
]


def findings_of(path):
    return read_master(path).tables["findings"].query("unit_name == 'Cơ quan tổng hợp'")


@pytest.mark.parametrize(("table", "values", "told"), WRONG)
def test_what_cannot_be_used_changes_nothing_and_is_told(
    build_with, merged, rows_of, master_path, table, values, told
):
    row = StaffRow(table=table, key=next(iter(rows_of[table])), typed=values, why=WHY)
    path = build_with(merged, StaffWork(rows=(row,)))
    found, (figure,) = findings_of(path), values
    before, after = (read_master(each).tables for each in (master_path, path))

    assert found.code.tolist() == ["X502"]
    assert told in found.message.iloc[0]
    assert_frame_equal(after["tasks"], before["tasks"])
    assert after[table][figure].equals(before[table][figure])


AGAINST = [
    ("task_rows", {"status": "in_progress"}, {"status": "Hoàn thành"}, "R301"),
    ("task_rows", {"status": "in_progress"}, {"completion_pct": 100.0}, "R302"),
    ("budgets", {}, {"planned_vnd": 0.0}, "R307"),
    ("budgets", {}, {"disbursed_vnd": 1e9}, "R307"),
]


@pytest.mark.parametrize(("table", "wanted", "typed", "rule"), AGAINST)
def test_an_adjustment_that_contradicts_the_rest_of_its_row_is_told_at_its_cell(
    build_with, merged, rows_of, table, wanted, typed, rule
):
    rows = {key: row for key, row in rows_of[table].items() if row.get("disbursed_vnd") != 0}
    row = StaffRow(table=table, key=first(rows, **wanted), typed=typed, why=WHY)
    path, (figure,) = build_with(merged, StaffWork(rows=(row,))), typed
    (found,) = findings_of(path).itertuples()
    cell = keyed(path, table)[row.key][f"adjusted_{figure}"]

    assert (found.code, found.cell) == ("X508", cell.coordinate)
    assert f"({rule})" in found.message


@pytest.mark.parametrize(
    ("table", "wanted", "typed"),
    [
        ("task_rows", {"status": "in_progress"}, {"status": "Hoàn thành", "completion_pct": 100.0}),
        ("budgets", {}, {"planned_vnd": 2e9, "disbursed_vnd": 1e9}),
    ],
)
def test_an_adjustment_that_agrees_says_nothing(build_with, merged, rows_of, table, wanted, typed):
    row = StaffRow(table=table, key=first(rows_of[table], **wanted), typed=typed, why=WHY)

    assert findings_of(build_with(merged, StaffWork(rows=(row,)))).empty


def test_a_contradiction_of_the_units_own_is_not_laid_at_staffs_door(build_with, merged, rows_of):
    key = next(iter(rows_of["budgets"]))
    odd = changed(merged, "budgets", key, planned_vnd=1_000_000, disbursed_vnd=2_000_000)
    row = StaffRow(table="budgets", key=key, typed={"planned_vnd": 1.5}, why=WHY)

    assert findings_of(build_with(odd, StaffWork(rows=(row,)))).empty


@pytest.mark.parametrize(
    "values", [{"value": 50.0}, {"denominator": 0.0}, {"denominator": 0.0, "value": 50.0}]
)
def test_a_ratio_is_never_adjusted_as_a_share_nor_divided_by_nothing(
    build_with, merged, ratio, master_path, values
):
    row = StaffRow(table="indicator_rows", key=ratio, typed=values, why=WHY)
    path = build_with(merged, StaffWork(rows=(row,)))

    assert findings_of(path).code.tolist() == ["X502"] * len(values)
    assert_frame_equal(read_master(path).tables["indicators"], read_master(master_path).tables["indicators"])


def test_an_adjustment_without_a_reason_counts_and_is_a_warning(build_with, merged, staff):
    row = replace(staff.rows[0], why="")
    path = build_with(merged, StaffWork(rows=(row,)))
    found = findings_of(path).iloc[0]

    assert (found.code, found.severity) == ("X501", "Cảnh báo, cần giải trình")
    assert "“Trạng thái” thành Hoàn thành" in found.message
    assert keyed(path, "task_rows")[row.key]["status"].value == "Hoàn thành"


def test_a_finding_on_staffs_work_leads_to_its_cell_in_the_master(build_with, merged, staff):
    path = build_with(merged, StaffWork(rows=(replace(staff.rows[0], why=""),)))
    found = findings_of(path).iloc[0]
    sheet = openpyxl.load_workbook(path)[found.sheet]

    assert sheet[f"A{sheet[found.cell].row}"].value == staff.rows[0].key
    assert sheet.cell(1, sheet[found.cell].column).value == "adjusted_why"


def test_findings_on_staffs_work_count_for_no_unit(build_with, merged, staff, master_path):
    path = build_with(merged, StaffWork(rows=(replace(staff.rows[0], why=""),)))
    before, after = (read_master(each).tables["submissions"] for each in (master_path, path))

    assert_frame_equal(after, before)


# -------------------------------------------------------------------------------------------------- kept


def as_written(rows):
    """Return rows without what reading adds: what they are about, and what they were based on."""
    return sorted((replace(row, about="", basis={}) for row in rows), key=lambda row: (row.table, row.key))


def test_what_staff_wrote_is_read_back(adjusted_path, staff):
    assert as_written(read_staff_work(adjusted_path).rows) == as_written(staff.rows)


def test_consolidating_again_changes_no_byte(build_with, merged, adjusted_path):
    again = build_with(merged, read_staff_work(adjusted_path))

    assert again.read_bytes() == build_with(merged, read_staff_work(again)).read_bytes()
    assert_frame_equal(read_master(again).tables["tasks"], read_master(adjusted_path).tables["tasks"])


def type_in(path, table, key, **cells):
    """Type values into cells of one row of a saved master, as a person would."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook[load_master()[table].title]
    names = [cell.value for cell in sheet[1]]
    row = next(row for row in range(6, sheet.max_row + 1) if sheet.cell(row, 1).value == key)
    for name, value in cells.items():
        sheet.cell(row, names.index(name) + 1).value = value
    workbook.save(path)


def test_what_is_typed_into_the_cells_is_read_with_what_it_was_based_on(build_with, merged, rows_of):
    path, key = build_with(merged, StaffWork()), first(rows_of["task_rows"], status="not_started")
    type_in(path, "task_rows", key, adjusted_status=" tạm dừng ", adjusted_why=WHY, staff_note=12)
    (row,) = read_staff_work(path).rows

    assert (row.typed, row.basis) == ({"status": "tạm dừng"}, {"status": "Chưa triển khai"})
    assert (row.why, row.note) == (WHY, "12")
    assert keyed(build_with(merged, StaffWork(rows=(row,))), "task_rows")[key]["status"].value == "Tạm dừng"


def test_two_rows_with_one_key_keep_both_texts(build_with, merged, rows_of):
    one, two = list(rows_of["task_rows"])[:2]
    path = build_with(merged, StaffWork())
    type_in(path, "task_rows", one, staff_note="Thứ nhất")
    type_in(path, "task_rows", two, staff_note="Thứ hai", _key=one, **codes_of(one))
    again = build_with(merged, read_staff_work(path))

    assert [row.note for row in read_staff_work(again).rows] == ["Thứ nhất", "Thứ hai"]
    assert read_master(again).tables["orphans"].staff_note.tolist() == ["Thứ hai"]


def codes_of(key):
    return dict(zip(("task_code", "unit_code"), key.removeprefix("k:").split("|"), strict=True))


@pytest.mark.parametrize("table", ["task_rows", "budgets"])
def test_a_table_sorted_without_its_hidden_keys_gives_no_row_to_another_unit(
    build_with, merged, rows_of, table
):
    one, two = next(pair for pair in pairwise(rows_of[table]) if unit_in(pair[0]) != unit_in(pair[1]))
    path = build_with(merged, StaffWork())
    type_in(path, table, one, staff_note="Của đơn vị đầu")
    swap(path, table, one, two)
    (row,) = read_staff_work(path).rows

    assert row.key == (one if table == "task_rows" else "")


def unit_in(key):
    return next(part for part in key.removeprefix("k:").split("|") if not part[:1].isalpha() or "-" in part)


def swap(path, table, one, two):
    """Exchange two rows of a saved master but for their keys, as sorting the shown columns does."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook[load_master()[table].title]
    rows = {row[0].value: row[1:] for row in sheet.iter_rows(min_row=6)}
    values = {key: [cell.value for cell in rows[key]] for key in (one, two)}
    for key, other in ((one, two), (two, one)):
        for cell, value in zip(rows[key], values[other], strict=True):
            cell.value = value
    workbook.save(path)


def test_sorting_moves_the_hidden_keys_along(adjusted_path):
    workbook = openpyxl.load_workbook(adjusted_path)

    assert {sheet.auto_filter.ref[:2] for sheet in workbook if sheet.auto_filter.ref} == {"A5"}


def without(merged, table, key):
    """Return a round in which one detail row is gone."""
    sheet = SHEETS[table]
    frame = merged.rows[sheet]
    kept = [one != key for one in keys_of(table, records(frame))]
    return replace(merged, rows=dict(merged.rows) | {sheet: frame[kept].reset_index(drop=True)})


def test_an_adjustment_whose_row_is_gone_is_shown_and_comes_back_with_its_row(build_with, merged, staff):
    row = staff.rows[0]
    now = build_with(merged, StaffWork(rows=(row,)))
    gone = build_with(without(merged, "task_rows", row.key), read_staff_work(now))
    back = build_with(merged, read_staff_work(gone))

    orphan = read_master(gone).tables["orphans"].iloc[0]
    assert (orphan.change, orphan.why) == (
        "“Trạng thái” thành Hoàn thành; “Tỷ lệ hoàn thành (%)” thành 100",
        WHY,
    )
    assert findings_of(gone).code.tolist() == ["X506"]
    assert back.read_bytes() == build_with(merged, read_staff_work(now)).read_bytes()


def test_the_sheet_of_lost_adjustments_shows_only_when_there_are_any(
    build_with, merged, staff, adjusted_path
):
    gone = build_with(without(merged, "task_rows", staff.rows[0].key), staff)
    title = load_master()["orphans"].title

    assert openpyxl.load_workbook(adjusted_path)[title].sheet_state == "hidden"
    assert openpyxl.load_workbook(gone)[title].sheet_state == "visible"


def changed(merged, table, key, **values):
    """Return a round in which a unit sent other values for one row."""
    sheet = SHEETS[table]
    frame = merged.rows[sheet].copy()
    place = keys_of(table, records(frame)).index(key)
    for name, value in values.items():
        frame.loc[frame.index[place], name] = value
    return replace(merged, rows=dict(merged.rows) | {sheet: frame})


def test_a_figure_that_changed_under_an_adjustment_is_told_until_the_reason_is_looked_at(
    build_with, merged, staff, adjusted_path
):
    key = staff.rows[3].key
    later = changed(merged, "budgets", key, planned_vnd=7_000_000)
    path = build_with(later, read_staff_work(build_with(merged, read_staff_work(adjusted_path))))
    told = findings_of(path)

    assert told.code.tolist() == ["X505"]
    assert "thành 7 sau khi" in told.message.iloc[0]
    assert keyed(path, "budgets")[key]["adjusted_flag"].value == told.message.iloc[0]
    type_in(path, "budgets", key, adjusted_why=f"{WHY} Đã xem lại.")
    assert findings_of(build_with(later, read_staff_work(path))).empty


def test_budget_lines_keep_their_key_when_others_come_before_them():
    line = {"unit_code": "u", "task": "1.1", "funding_source": "local"}
    other = line | {"funding_source": "oda"}

    assert set(keys_of("budgets", [line, line])) < set(keys_of("budgets", [other, line, line]))


# ---------------------------------------------------------------------------------------------- anything

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=20).map(
    lambda text: unicodedata.normalize("NFC", text).strip()
)
NUMBERS = st.one_of(
    st.integers(-5, 200).map(float), st.floats(0, 1e6, allow_nan=False).map(lambda x: round(x, 6))
)
STATUSES = st.sampled_from(["Hoàn thành", "Tạm dừng", "đang triển khai", "Không rõ"])


@st.composite
def staff_rows(draw, keys):
    table = draw(st.sampled_from(sorted(keys)))
    values = {}
    for figure in draw(st.lists(st.sampled_from(ADJUSTABLE[table]), unique=True)):
        values[figure] = draw(st.one_of(STATUSES, NUMBERS) if figure == "status" else NUMBERS)
    row = StaffRow(
        table=table,
        key=draw(st.sampled_from([*keys[table], "k:nobody"])),
        typed=values,
        why=draw(TEXTS),
        note=draw(TEXTS),
    )
    return row if values or row.why or row.note else replace(row, note="x")


@hypothesis_settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_whatever_staff_write_survives_and_settles(small, data):
    build, keys = small
    rows = data.draw(
        st.lists(staff_rows(keys), max_size=6, unique_by=lambda row: (row.table, row.key)), label="rows"
    )
    once = build(StaffWork(rows=tuple(rows)))
    kept = read_staff_work(once)
    twice = build(kept)

    assert {(row.table, row.key): (row.why, row.note, set(row.typed)) for row in kept.rows} == {
        (row.table, row.key): (row.why, row.note, set(row.typed)) for row in rows
    }
    assert read_staff_work(twice).rows == kept.rows
    assert build(read_staff_work(twice)).read_bytes() == twice.read_bytes()
    assert build(replace(kept, rows=kept.rows[::-1])).read_bytes() == twice.read_bytes()


@pytest.fixture(scope="module")
def small(merged, build_with, every_duty):
    """A round of three units, quick to build, and the keys of its rows."""
    units = {duty.unit.code for duty in every_duty[:3]}
    rows = {
        sheet: frame[frame.unit_code.isin(units)].reset_index(drop=True)
        for sheet, frame in merged.rows.items()
    }
    few = replace(merged, rows=rows)
    keys = {table: keys_of(table, records(rows[sheet])) for table, sheet in SHEETS.items()}
    return lambda staff: build_with(few, staff), {table: found for table, found in keys.items() if found}


# -------------------------------------------------------------------------------------------- LibreOffice


@pytest.mark.libreoffice
def test_recalculating_adjusted_figures_changes_no_value(build_with, merged, staff, rows_of, ratio, tmp_path):
    wrong = [
        StaffRow(table=table, key=list(rows_of[table])[-1 - place], typed=values)
        for place, (table, values, _) in enumerate(WRONG)
    ]
    other = [key for key, row in rows_of["indicator_rows"].items() if row["data_state"] == "not_available"]
    parts = [
        StaffRow(table="indicator_rows", key=key, typed={"numerator": 3.0, "denominator": 4.0, "value": 2.0})
        for key in other[:20]
    ]
    half = [StaffRow(table="indicator_rows", key=key, typed={"numerator": 3.0}) for key in other[20:30]]
    path = build_with(merged, StaffWork(rows=(*staff.rows, *wrong, *parts, *half)))

    compare(path, tmp_path)


@pytest.mark.libreoffice
def test_recalculating_adjusted_indicators_of_every_rule_changes_no_value(
    build_with, plan, every_duty, tmp_path
):
    odd = odd_plan(plan)
    merged = odd_round(odd, every_duty)
    keys = keys_of("indicator_rows", records(merged.rows[SheetKey.INDICATORS]))
    rows = tuple(StaffRow(table="indicator_rows", key=key, typed={"value": 7.25}) for key in keys[::3])

    compare(build_with(merged, StaffWork(rows=rows), plan=odd), tmp_path)


@pytest.mark.libreoffice
def test_typing_an_adjustment_gives_what_consolidating_with_it_gives(
    build_with, merged, staff, rows_of, tmp_path
):
    path = build_with(merged, StaffWork())
    for row in staff.rows:
        cells = {f"adjusted_{figure}": value for figure, value in row.typed.items()}
        type_in(path, row.table, row.key, adjusted_why=row.why, staff_note=row.note, **cells)
    typed = read_master(recalculate(path, tmp_path)).tables
    built = read_master(build_with(merged, read_staff_work(path))).tables

    for table in ("tasks", "indicators", "budgets", "task_rows", "indicator_rows"):
        shown = [name for name in built[table].columns if name not in ("adjusted_memory", "source")]
        assert_frame_equal(typed[table][shown], built[table][shown], rtol=1e-12)
