"""The master workbook as it is written."""

import math
import re
from collections import Counter

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string

from catalogue import Code, SheetKey, load_master
from catalogue.wording import master as words
from consolidate import merge, read_master
from templates import PlainWorksheet
from tests.consolidate.invented import invented_round
from tests.consolidate.making import DEADLINE, checked, decision, finding, submission
from tests.consolidate.odd import RULES
from validation import State

A4, A3 = 9, 8
ON_A3 = {"submissions", "tasks", "task_rows", "indicators", "indicator_rows", "budgets", "issue_rows"}
SHEETS = [
    "Tổng quan",
    "Tình trạng nộp",
    "Nhóm nhiệm vụ",
    "Nhiệm vụ",
    "Nhiệm vụ - chi tiết",
    "Quá hạn",
    "Theo đơn vị",
    "Chỉ tiêu",
    "Chỉ tiêu - chi tiết",
    "Kinh phí",
    "Kinh phí - nhiệm vụ",
    "Kiến nghị",
    "Vấn đề",
    "Vấn đề - chi tiết",
    "Xu hướng",
    "Lỗi",
    "Nguồn",
    "Điều chỉnh không còn dòng",
    "_tonghop",
]


def column(sheet, key):
    """Return the cells of a column, found by its hidden key, from the first row of the table."""
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == key)
    return list(sheet[letter][5:])


def test_cells_written_plainly_are_the_bytes_the_library_gives(build, merged, monkeypatch):
    plain = build(merged)
    for changed in ("_prepare_formula", "_write_formula", "_write_rows"):
        monkeypatch.delattr(PlainWorksheet, changed)

    assert build(merged) == plain


def test_sheets_stand_in_the_order_people_expect(workbook):
    assert workbook.sheetnames == SHEETS
    assert workbook["_tonghop"].sheet_state == "veryHidden"
    assert workbook.active.title == "Tổng quan"


def test_the_same_round_gives_the_same_bytes(build, every_duty):
    built = [build(merge(invented_round(every_duty), every_duty, deadline=DEADLINE)) for _ in range(2)]

    assert built[0] == built[1]


@pytest.mark.parametrize("key", list(load_master()))
def test_a_table_carries_hidden_keys_and_is_ready_to_print(workbook, key):
    design = load_master()[key]
    sheet = workbook[design.title]

    assert [cell.value for cell in sheet[1]][1:] == [column.key for column in design.columns]
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert sheet.print_title_rows == "$5:$5"
    paper = A3 if key in ON_A3 else A4
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", paper)
    assert sheet.freeze_panes.endswith("6")
    assert sheet.auto_filter.ref


@pytest.mark.parametrize(
    ("key", "state", "colour"),
    [
        ("submissions", "Chưa nộp", "9C0006"),
        ("submissions", "Miễn nộp", "7F7F7F"),
        ("sources", "Bổ sung sau chốt", "7F6000"),
    ],
)
def test_states_that_matter_are_coloured(workbook, key, state, colour):
    formats = workbook[load_master()[key].title].conditional_formatting
    rules = [rule for each in formats for rule in each.rules if rule.formula == [f'"{state}"']]

    assert [rule.dxf.font.color.rgb for rule in rules] == [f"FF{colour}"]


def test_every_row_has_a_key_of_its_own(workbook):
    for design in load_master().values():
        keys = [cell.value for cell in workbook[design.title]["A"][5:] if cell.value]
        assert len(keys) == len(set(keys))


def test_only_functions_of_excel_2010_are_used(workbook):
    used = Counter()
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    used.update(re.findall(r"\b([A-Z]{2,})\(", re.sub(r'"[^"]*"', "", str(cell.value))))

    assert set(used) <= {
        "AND",
        "COUNTA",
        "COUNTIFS",
        "HYPERLINK",
        "IF",
        "INDEX",
        "ISNUMBER",
        "LEN",
        "MATCH",
        "N",
        "OR",
        "RANK",
        "ROUND",
        "SUM",
        "SUMIFS",
    }


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        (
            "Nhiệm vụ",
            "reported_count done_count in_progress_count none_count done_share_pct overall due_state",
        ),
        ("Chỉ tiêu", "reported_count coverage_pct value assessment"),
        ("Kinh phí", "disbursed_pct"),
        ("Tình trạng nộp", "rows_merged error_count"),
        ("Nguồn", "balance"),
    ],
)
def test_roll_ups_are_live_formulas(workbook, title, keys):
    sheet = workbook[title]
    rows = sum(bool(cell.value) for cell in sheet["A"][5:])

    for key in keys.split():
        assert all(cell.data_type == "f" for cell in column(sheet, key)[:rows])


def test_every_figure_of_the_overview_is_a_formula_but_the_plans_own_count(workbook):
    numbers = [
        cell
        for row in workbook["Tổng quan"].iter_rows()
        for cell in row
        if isinstance(cell.value, int | float)
    ]

    assert [cell.value for cell in numbers] == [32]


def test_nothing_is_lost_between_the_files_and_the_tables(values, merged):
    sheet = values["Nguồn"]
    total = next(row for row in range(6, sheet.max_row + 1) if sheet.cell(row, 4).value == "Tổng cộng")
    read, kept, refused, superseded, balance = (
        column(sheet, key)[total - 6].value
        for key in ("rows_read", "rows_merged", "rows_refused", "rows_superseded", "balance")
    )

    assert (read, kept, refused, superseded, balance) == (
        merged.total.read,
        merged.total.merged,
        merged.total.refused,
        merged.total.superseded,
        0,
    )
    assert column(sheet, "rows_merged")[total - 5].value == kept


def test_every_detail_row_leads_to_its_file_sheet_and_cell(workbook, merged):
    first = merged.rows[SheetKey.TASKS].sort_values(["row_key"], kind="stable").iloc[0]
    links = [cell.value for cell in column(workbook["Nhiệm vụ - chi tiết"], "source")]

    assert all(link.startswith('=HYPERLINK("../nhan-ve/') for link in links)
    place = f"H{first.row}"
    link = f'=HYPERLINK("../nhan-ve/{first.file}#\'Nhiệm vụ\'!{place}","{first.file}, Nhiệm vụ!{place}")'
    assert link in links


def test_file_names_are_masked_where_addresses_give_characters_a_meaning(workbook):
    links = [str(cell.value) for cell in column(workbook["Nguồn"], "file")]

    assert '=HYPERLINK("../nhan-ve/hong 100%25%231.xlsx","hong 100%#1.xlsx")' in links


@pytest.fixture(scope="module")
def tables(master_path):
    return read_master(master_path).tables


def test_every_unit_shows_on_what_footing_it_stands(tables, merged):
    shown = Counter(tables["submissions"].state)

    assert shown == Counter(words.UNIT_STATES[each.shown] for each in merged.standings)
    assert (shown["Chấp nhận đặc cách"], shown["Hợp lệ, có cảnh báo"]) == (2, 2)
    assert Counter(tables["submissions"].completeness)["Gần như trống"] == 1


def test_an_exception_is_told_with_name_day_reason_and_what_is_left_out(tables):
    table = tables["submissions"]
    row = table[table.state == "Chấp nhận đặc cách"].iloc[0]

    assert row.note == (
        "Trần Thị B chấp nhận đặc cách ngày 22/12/2026: Đã đối chiếu số liệu qua điện thoại. "
        "Còn 2 lỗi; 1 ô có lỗi không tổng hợp."
    )
    assert (row.exception_by, row.exception_why) == (
        "Trần Thị B",
        "Đã đối chiếu số liệu qua điện thoại.",
    )
    assert (row.exception_on.day, row.left_out_cells) == (22, 1)


def test_rows_left_out_are_told_too(build, every_duty, tmp_path):
    path, duty = tmp_path / "a.xlsx", every_duty[0]
    found = finding("a.xlsx", duty.unit.code, Code.T105, cell="A7")
    file = submission("a.xlsx", duty.unit.code, state=State.RETURNED, rows_read=1, findings=(found,))
    row = {"file": "a.xlsx", "unit_code": duty.unit.code, "row": 7, "row_key": duty.tasks[0].task.code}
    one = checked([file], {SheetKey.TASKS: [row]})
    decisions = [decision("a.xlsx", duty.unit.code)]
    path.write_bytes(build(merge(one, (duty,), deadline=DEADLINE, decisions=decisions)))

    assert "0 ô và 1 dòng có lỗi không tổng hợp" in read_master(path).tables["submissions"].note[0]


def test_errors_accepted_by_exception_no_longer_count_as_errors_to_correct(tables, merged):
    weights = Counter(tables["findings"].severity)
    excepted = [each.current for each in merged.standings if each.exception]

    assert weights["Lỗi, đã chấp nhận đặc cách"] == sum(len(each.errors) for each in excepted)
    assert weights["Lỗi phải sửa"] == tables["submissions"].error_count.sum() + 2  # two files of no unit
    assert weights["Cảnh báo, cần giải trình"] == tables["submissions"].warning_count.sum() == 2


def test_an_explanation_stands_beside_the_finding_it_explains(tables):
    explained = tables["findings"][tables["findings"].explanation != ""]

    assert explained.explanation.tolist() == ["Mới tiếp nhận nhiệm vụ."]
    assert explained.severity.tolist() == ["Ghi chú"]


def test_the_overview_counts_every_footing(values, merged):
    sheet = values["Tổng quan"]
    shown = {sheet.cell(row, 1).value: sheet.cell(row, 4).value for row in range(5, 20)}
    accepted = sum(each.state == "accepted" for each in merged.standings)

    assert shown["Đã nộp, chấp nhận đặc cách"] == 2
    assert shown["Đã nộp, hợp lệ, có cảnh báo"] == 2
    assert shown["Hợp lệ nhưng gần như trống, chưa đầy đủ"] == 1
    assert shown["Đã nộp, hợp lệ"] == accepted - 4
    assert math.isclose(shown["Tỷ lệ đơn vị nộp hợp lệ, kể cả đặc cách (%)"], accepted / 121 * 100)


def test_findings_of_superseded_files_are_left_out(values, merged):
    shown = Counter(cell.value for cell in column(values["Lỗi"], "source") if cell.value)

    expected = sum(len(one.findings) for one in merged.submissions if merged.states[one.file] != "superseded")
    assert shown.total() == expected
    assert any("phong-khac.xlsx" in text for text in shown)
    assert any("hong 100%#1.xlsx" in text for text in shown)


def test_invented_figures_are_said_to_be_invented_on_every_sheet(workbook, build, merged, tmp_path):
    path = tmp_path / "real.xlsx"
    path.write_bytes(build(merged, is_invented=False))
    real = openpyxl.load_workbook(path)

    for sheet, other in zip(workbook.worksheets[:-1], real.worksheets[:-1], strict=True):
        notices = [cell.value for cell in sheet[4] if cell.value]
        assert len(notices) == 1
        assert notices[0].startswith("SỐ LIỆU GIẢ ĐỊNH")
        assert not any(cell.value for cell in other[4])


def test_an_indicator_says_who_reports_it_and_why(build, merged, values, master_path, tmp_path):
    path = tmp_path / "appointed.xlsx"
    path.write_bytes(build(merged, appointed={"1.2": ("so-xay-dung",)}))
    basis = read_master(path).tables["indicators"].set_index("indicator_code").reporters_basis
    assessments = read_master(path).tables["indicators"].set_index("indicator_code").assessment

    assert basis["1.2"] == "Cơ quan tổng hợp chỉ định"
    assert basis["2.3"] == "Theo nhiệm vụ I.2 (suy ra)"
    assert basis["TQ.1"] == ""
    assert assessments["TQ.1"] == "Chưa xác định đơn vị báo cáo"


HOSTILE = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "- gạch đầu dòng",
    "+1",
    "@SUM(1)",
    "{{x}}",
    "{=1}",
    "<b>&amp;</b>",
    "_x0041_",
]


def one_file(duty, **texts):
    """Return a round in which one unit answers its first task with given texts."""
    task = duty.tasks[0].task.code
    row = {"file": "a.xlsx", "unit_code": duty.unit.code, "sheet": "Nhiệm vụ", "row": 7, "row_key": task}
    rows = {SheetKey.TASKS: [row | {"status": "in_progress", "completion_pct": 1.0} | texts]}
    return merge(
        checked([submission("a.xlsx", duty.unit.code, rows_read=1)], rows), (duty,), deadline=DEADLINE
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_unit_stays_text(build, every_duty, tmp_path, text):
    path = tmp_path / "a.xlsx"
    path.write_bytes(build(one_file(every_duty[0], result_text=text)))
    cell = column(openpyxl.load_workbook(path)["Nhiệm vụ - chi tiết"], "result_text")[0]

    assert cell.data_type == "s"
    assert read_master(path).tables["task_rows"].result_text.tolist() == [text]


@pytest.mark.parametrize("letter", ["ă", "\N{GRINNING FACE}"])
def test_text_too_long_for_a_cell_is_cut_where_the_reader_sees_it(build, every_duty, tmp_path, letter):
    path = tmp_path / "a.xlsx"
    path.write_bytes(build(one_file(every_duty[0], result_text=letter * 40_000)))
    (text,) = read_master(path).tables["task_rows"].result_text

    assert text.endswith("[đã cắt bớt, xem tệp gốc]")
    assert 32_700 < len(text.encode("utf-16-le")) // 2 <= 32_767


def test_a_row_is_as_high_as_the_lines_its_text_breaks_into(build, every_duty, tmp_path):
    heights = []
    for text in ("1 2", "1" + "\n" * 11 + "2"):
        path = tmp_path / "a.xlsx"
        path.write_bytes(build(one_file(every_duty[0], result_text=text)))
        sheet = openpyxl.load_workbook(path)["Nhiệm vụ - chi tiết"]
        heights.append(sheet.row_dimensions[column(sheet, "result_text")[0].row].height)
    on_one_line, on_twelve = heights

    assert on_twelve > 12 * 12 > on_one_line


def test_a_path_too_long_for_a_link_is_shown_as_text(build, every_duty, tmp_path):
    long_name = "thu-muc/" * 40 + "a.xlsx"
    file = submission(long_name, every_duty[0].unit.code)
    path = tmp_path / "a.xlsx"
    path.write_bytes(build(merge(checked([file]), every_duty[:1], deadline=DEADLINE)))

    assert read_master(path).tables["sources"].file.tolist() == [long_name]


def test_an_empty_round_says_so_and_its_totals_are_nothing(build, every_duty, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(build(merge(checked([]), every_duty, deadline=DEADLINE)))
    workbook = openpyxl.load_workbook(path, data_only=True)
    first = [workbook["Kinh phí"].cell(6, place).value for place in range(1, 6)]

    assert "Chưa có số liệu." in first
    assert {cell.value for cell in column(workbook["Nhiệm vụ"], "overall")[:33]} == {"Chưa có báo cáo"}
    assert [cell.value for cell in column(workbook["Kinh phí"], "planned_vnd")[1:8]] == [0] * 7


def test_every_rule_and_direction_has_its_value_and_assessment(odd_master):
    table = read_master(odd_master).tables["indicators"]
    shown = [
        None if value is None else f"{value:g}"
        for value in table.value.astype(object).where(table.value.notna(), None)
    ]

    assert shown == [value for *_, value, _ in RULES]
    assert table.assessment.tolist() == [assessment for *_, assessment in RULES]


def test_the_charts_draw_from_the_sheet(workbook):
    charts = workbook["Tổng quan"]._charts

    assert len(charts) == 4
    for chart in charts:
        for series in chart.series:
            sheet, _, span = series.val.numRef.f.partition("!")
            assert sheet.strip("'") == "Tổng quan"
            first = workbook["Tổng quan"][span.split(":")[0].replace("$", "")]
            assert first.data_type == "f"


def test_column_letters_of_formulas_follow_the_catalogue(workbook):
    design = load_master()["task_rows"]
    letters = re.findall(
        r"'Nhiệm vụ - chi tiết'!\$([A-Z]+)\$6", str(column(workbook["Nhiệm vụ"], "done_count")[0].value)
    )

    assert [column_index_from_string(letter) - 2 for letter in letters] == [
        design.position("task_key"),
        design.position("status"),
    ]
