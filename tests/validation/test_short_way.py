"""The short way through a form that was only filled in gives what the long way gives."""

import gc
import random

import pytest
from openpyxl.utils import get_column_letter

from tests.altered import INDICATORS, TASKS, answers_of
from tests.forms import altered
from validation.intake import take
from validation.structure.rows import FixedRows


def nothing(_):
    pass


def one_name_edited(book):
    book[TASKS]["C7"].value = "Việc khác hẳn"


def one_number_blank(book):
    book[TASKS]["B6"].value = None


def rows_swapped(book):
    first, second = (book[TASKS][row] for row in (6, 7))
    for one, other in zip(first, second, strict=True):
        one.value, other.value = other.value, one.value


def a_row_twice(book):
    for cell in book[TASKS][6]:
        book[TASKS].cell(20, cell.column, cell.value)


def a_row_below(book):
    book[TASKS]["J30"].value = "Viết thêm bên dưới"


def a_key_gone(book):
    book[INDICATORS]["A6"].value = None


def any_cells(seed):
    def change(book):
        dice = random.Random(seed)
        for _ in range(3):
            sheet = book[dice.choice([TASKS, INDICATORS])]
            place = f"{get_column_letter(dice.randint(1, 14))}{dice.randint(1, 14)}"
            sheet[place].value = dice.choice([None, "x", 5, sheet["C6"].value, sheet["A7"].value])

    return change


CHANGES = [nothing, one_name_edited, one_number_blank, rows_swapped, a_row_twice, a_row_below, a_key_gone]


@pytest.mark.parametrize("change", [*CHANGES, *map(any_cells, range(40))])
def test_both_ways_take_the_same_out_of_a_form(form, expected, monkeypatch, change):
    content = altered(form, change)
    short = take("bản nộp.xlsx", content, expected)
    monkeypatch.setattr(FixedRows, "_as_issued", lambda _: None)
    long = take("bản nộp.xlsx", content, expected)

    assert short.findings == long.findings
    assert answers_of(short) == answers_of(long)
    assert short == long


def test_a_form_that_was_only_filled_in_takes_the_short_way(receive, monkeypatch):
    monkeypatch.delattr(FixedRows, "_keyed")

    assert receive(nothing).tables


def test_nothing_of_a_form_that_was_read_waits_for_the_garbage_collector(form, expected):
    take("a.xlsx", form, expected)  # what is kept for the forms after it
    gc.collect()
    gc.disable()
    try:
        take("a.xlsx", form, expected)
        waiting = gc.collect()
    finally:
        gc.enable()

    assert waiting == 0
