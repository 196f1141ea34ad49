"""What people do to a form's sheets, columns and rows: recovered, or named in one pass; all else stays."""

import pytest

from catalogue import SheetKey
from templates import IDENTITY_SHEET, LISTS_SHEET
from tests.altered import (
    BUDGETS,
    INDICATORS,
    INFO,
    PCT,
    PROPOSALS,
    RESULT,
    ROWS,
    TASKS,
    answers_of,
    codes,
    each_table,
    is_part_of,
    rewrite,
)

# ------------------------------------------------------------------- what changes nothing at all


def insert_everywhere(workbook):
    for sheet in each_table(workbook):
        sheet.insert_rows(7, 2)
        sheet.insert_cols(4)
        sheet.insert_rows(1, 3)
        sheet.insert_cols(1)


def sort_whole_rows(workbook):
    rewrite(workbook[TASKS], range(6, 13), [6, 2, 0, 1, 5, 4, 3], first_column=1)


def hide_and_filter(workbook):
    sheet = workbook[TASKS]
    sheet.row_dimensions[8].hidden = sheet.column_dimensions[PCT].hidden = True
    sheet.auto_filter.ref = "B5:N12"
    sheet.sheet_state = "hidden"


def take_off_protection_and_names(workbook):
    for sheet in workbook.worksheets:
        sheet.protection.sheet = False
    workbook.defined_names.clear()


def show_hidden_keys(workbook):
    for sheet in each_table(workbook):
        sheet.row_dimensions[1].hidden = sheet.column_dimensions["A"].hidden = False


def move_a_column(workbook):
    sheet = workbook[TASKS]
    for row in range(1, 13):
        sheet.cell(row, 17, sheet[f"{RESULT}{row}"].value)
    sheet.delete_cols(10)


def reorder_sheets(workbook):
    workbook.move_sheet(TASKS, 3)
    del workbook[LISTS_SHEET]


def copy_blank_rows(workbook):
    workbook[TASKS]["A20"], workbook[TASKS]["C21"] = "I.3", workbook[TASKS]["C8"].value


def add_a_blank_sheet(workbook):
    workbook.create_sheet("Trắng")


def rewrap_printed_text(workbook):
    for row in ROWS.values():
        cell = workbook[TASKS][f"C{row}"]
        cell.value = cell.value.upper().replace(" ", "\n")


@pytest.mark.parametrize(
    "change",
    [
        insert_everywhere,
        sort_whole_rows,
        hide_and_filter,
        take_off_protection_and_names,
        show_hidden_keys,
        move_a_column,
        reorder_sheets,
        copy_blank_rows,
        add_a_blank_sheet,
        rewrap_printed_text,
    ],
)
def test_what_the_hidden_keys_outlive_changes_no_answer_and_needs_no_word(receive, merged, change):
    taken = receive(change)

    assert codes(taken) == []
    assert answers_of(taken) == merged


# -------------------------------------------------------------------------- what is recovered and noted


def delete_key_rows(workbook):
    for sheet in each_table(workbook):
        sheet.delete_rows(1)


def delete_key_columns(workbook):
    workbook[TASKS].delete_cols(1)
    workbook[INDICATORS].delete_cols(1)


def delete_all_keys(workbook):
    for sheet in (*each_table(workbook), workbook[INFO]):
        sheet.delete_rows(1)
        sheet.delete_cols(1)


def lose_some_row_keys(workbook):
    workbook[TASKS]["A8"] = workbook[TASKS]["A9"] = None
    workbook[TASKS]["C9"] = None


def lose_some_row_keys_and_type_names(workbook):
    workbook[TASKS]["A10"] = None
    workbook[TASKS]["C10"] = workbook[TASKS]["C10"].value.replace("ứng phó", "úng phó").replace("Cải", "Cai")


def give_rows_keys_of_another_version(workbook):
    workbook[TASKS]["A8"] = "X.9"


def lose_some_column_keys(workbook):
    sheet = workbook[TASKS]
    sheet["G1"] = sheet["H1"] = sheet["J1"] = None
    sheet["G5"], sheet["H5"], sheet["J5"] = "Trang thai", "Tỷ lệ hoàn thành %", "Kết quả thưc hiện trong kì"


def rename_sheets(workbook):
    workbook[TASKS].title, workbook[INFO].title = "NV", "TT"


def swap_titles(workbook):
    workbook[BUDGETS].title = "x"
    workbook[PROPOSALS].title = BUDGETS
    workbook["x"].title = PROPOSALS


def copy_a_sheet(workbook):
    workbook.copy_worksheet(workbook[TASKS])


def empty_a_sheet_after_copying_it(workbook):
    workbook.copy_worksheet(workbook[TASKS])
    for row in workbook[TASKS]["G6:N12"]:
        for cell in row:
            cell.value = None


def copy_a_row(workbook):
    for cell in workbook[TASKS][8]:
        workbook[TASKS].cell(13, cell.column, cell.value)


def copy_a_free_row(workbook):
    for cell in workbook[BUDGETS][6]:
        workbook[BUDGETS].cell(30, cell.column, cell.value)


def remove_identity(workbook):
    del workbook[IDENTITY_SHEET]


def lose_information_keys(workbook):
    workbook[INFO]["A12"] = None


@pytest.mark.parametrize(
    ("change", "notes"),
    [
        (delete_key_rows, [f"{title}  T107" for title in (TASKS, INDICATORS, BUDGETS, PROPOSALS)]),
        (delete_key_columns, [f"{title}  T107" for title in (TASKS, INDICATORS)]),
        (delete_all_keys, [f"{title}  T107" for title in (INFO, TASKS, INDICATORS, BUDGETS, PROPOSALS)]),
        (lose_some_row_keys, [f"{TASKS} B8 T109", f"{TASKS} B9 T109"]),
        (lose_some_row_keys_and_type_names, [f"{TASKS} B10 T109"]),
        (give_rows_keys_of_another_version, [f"{TASKS} B8 T109"]),
        (lose_some_column_keys, [f"{TASKS} G5 T108", f"{TASKS} H5 T108", f"{TASKS} J5 T108"]),
        (rename_sheets, ["TT  T107", "NV  T107"]),
        (swap_titles, [f"{PROPOSALS}  T107", f"{BUDGETS}  T107"]),
        (copy_a_sheet, [f"{TASKS}  T111"]),
        (empty_a_sheet_after_copying_it, [f"{TASKS} Copy  T107", f"{TASKS} Copy  T111"]),
        (copy_a_row, [f"{TASKS} B13 T116"]),
        (copy_a_free_row, [f"{BUDGETS} B30 T116"]),
        (remove_identity, ["E020"]),
        (lose_information_keys, [f"{INFO} C12 T109"]),
    ],
)
def test_what_is_recovered_is_noted_and_changes_no_answer(receive, merged, change, notes):
    taken = receive(change)

    assert codes(taken) == notes
    assert {each.severity for each in taken.findings} == {"note"}
    assert answers_of(taken) == merged


# ------------------------------------------------------------------------------- what is named


def remove_sheets(workbook):
    del workbook[TASKS]
    del workbook[BUDGETS]


def remove_a_sheet_a_column_and_a_row(workbook):
    del workbook[BUDGETS]
    workbook[TASKS].delete_rows(8)
    workbook[TASKS].delete_cols(13)


def empty_the_head(workbook):
    for row in workbook[TASKS]["A1:N5"]:
        for cell in row:
            cell.value = None


def add_sheet_and_column(workbook):
    workbook.create_sheet("Theo dõi")["B2"] = "Việc khác"
    workbook[TASKS]["R5"], workbook[TASKS]["R8"], workbook[TASKS]["S9"] = "Cột riêng", "chữ", 5


def edit_printed_text(workbook):
    workbook[TASKS]["D7"], workbook[TASKS]["E8"] = "Sản phẩm khác", "Tháng 1/2031"
    workbook[TASKS]["G5"] = "Tình hình thực hiện"
    workbook[INDICATORS]["E6"] = "50"


def total_below_the_table(workbook):
    workbook[BUDGETS]["C9"], workbook[BUDGETS]["E9"] = "Tổng cộng:", 2400


def a_row_of_another_form(workbook):
    sheet = workbook[TASKS]
    sheet["A14"], sheet["C14"], sheet["G14"] = "IX.9", "Việc của đơn vị khác", "Hoàn thành"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (remove_sheets, [f"{TASKS}  T101", f"{BUDGETS}  T101"]),
        (
            remove_a_sheet_a_column_and_a_row,
            [f"{BUDGETS}  T101", f"{TASKS}  T102", f"{TASKS}  T103"],
        ),
        (empty_the_head, [f"{TASKS}  T101"]),
        (add_sheet_and_column, ["Theo dõi  T115", f"{TASKS} R5 T114", f"{TASKS} S5 T114"]),
        (
            edit_printed_text,
            [f"{TASKS} D7 T117", f"{TASKS} E8 T117", f"{TASKS} G5 T117", f"{INDICATORS} E6 T117"],
        ),
        (total_below_the_table, [f"{BUDGETS} C9 T106"]),
        (a_row_of_another_form, [f"{TASKS} B14 T104"]),
    ],
)
def test_what_cannot_be_recovered_is_named_once_and_all_else_is_kept(receive, merged, change, found):
    taken = receive(change)
    answers = answers_of(taken)

    assert codes(taken) == found
    assert is_part_of(answers, merged)


def test_something_added_or_edited_in_print_loses_no_answer(receive, merged):
    def change(workbook):
        add_sheet_and_column(workbook)
        edit_printed_text(workbook)
        total_below_the_table(workbook)

    assert answers_of(receive(change)) == merged


def test_total_rows_never_become_money(receive):
    kept = [place for place in answers_of(receive(total_below_the_table)) if place[0] is SheetKey.BUDGETS]

    assert kept == [(SheetKey.BUDGETS, "1"), (SheetKey.BUDGETS, "2")]


def test_a_copied_free_row_written_over_is_an_answer_of_its_own(receive, merged):
    def change(workbook):
        copy_a_free_row(workbook)
        workbook[BUDGETS]["E30"] = 50

    taken = receive(change)
    added = answers_of(taken).keys() - merged.keys()

    assert codes(taken) == []
    assert added == {(SheetKey.BUDGETS, "r30")}


def test_headers_are_compared_as_people_write_them(receive, merged):
    def change(workbook):
        delete_key_rows(workbook)
        for cell in workbook[TASKS][4]:
            cell.value = cell.value and cell.value.upper()

    assert answers_of(receive(change)) == merged


def test_a_header_of_another_unit_of_money_is_not_taken_for_ours(receive):
    def change(workbook):
        workbook[BUDGETS]["E1"], workbook[BUDGETS]["E5"] = None, "Kế hoạch vốn (tỷ đồng)"

    taken = receive(change)

    assert codes(taken) == [f"{BUDGETS}  T102", f"{BUDGETS} E5 T114"]
    assert "planned_vnd" not in answers_of(taken)[SheetKey.BUDGETS, "1"]


def test_rows_are_not_told_by_a_name_that_differs_in_a_number(receive):
    def change(workbook):
        workbook[TASKS]["A8"] = None
        workbook[TASKS]["C8"] = workbook[TASKS]["C8"].value.replace("100%", "90%")

    assert codes(receive(change)) == [f"{TASKS} G8 T106", f"{TASKS}  T103"]
