"""What was taken out of a file comes back the same after it was packed."""

import io
import pickle
from contextlib import suppress
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import SheetKey
from tests.altered import INFO, TASKS
from validation import received_files
from validation.model import SheetPlace
from validation.packing import BROKEN, packed, unpacked
from validation.reading import LegacyText, PercentNumber
from validation.taken import AnswerTable, Taken
from validation.workers import Outcome

VALUES = st.one_of(
    st.text(st.characters()),  # halves of characters too
    st.floats(allow_nan=False),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.floats(0, 1).map(PercentNumber),
    st.text(max_size=5).map(lambda text: LegacyText(text, ".VnTime")),
)
CELLS = st.dictionaries(st.text(), VALUES, max_size=4)


def plain(taken):
    """Return everything taken, with the types of what was typed."""
    typed, answers = (
        {
            (key, row, name): (type(value), value, getattr(value, "font", ""))
            for key, rows in sheets.items()
            for row, cells in rows.items()
            for name, value in cells.items()
        }
        for sheets in (taken.typed, taken.answers)
    )
    return taken.findings, taken.places, taken.contact, taken.tables, taken.unit_code, typed, answers


@given(st.dictionaries(st.sampled_from(SheetKey), st.dictionaries(st.text(), CELLS, max_size=3)))
def test_what_was_typed_keeps_its_values_and_types(typed):
    taken = Taken(file="a.xlsx", typed=typed)

    assert plain(unpacked(packed(taken), "a.xlsx")) == plain(taken)


def edited(book):
    book[TASKS]["J6"].value = "Dòng một\nDòng hai \u2028 “x”"
    book[TASKS]["I6"].value = date(2026, 5, 1)
    book[TASKS]["G7"].value = "không rõ"
    book[INFO]["C3"].value = "Đơn vị khác"


@pytest.mark.parametrize("change", [lambda _: None, edited])
def test_a_form_is_the_same_after_the_way_from_a_worker(desk, receive, change):
    taken = receive(change)
    desk.receive(b"", "a.xlsx")
    (item,) = received_files(desk.round.received_dir)
    back = pickle.loads(pickle.dumps(Outcome(item=item, sha256="x", taken=taken)))  # noqa: S301 - our own

    assert plain(unpacked(packed(taken), taken.file)) == plain(taken)
    assert plain(unpacked(back.packed, taken.file)) == plain(taken)
    assert [each.message for each in back.taken.findings] == [each.message for each in taken.findings]


def test_answers_as_typed_are_those_of_the_sheet_and_only_others_are_told_twice(receive, form):
    taken = receive(lambda _: None)
    book = openpyxl.load_workbook(io.BytesIO(form))
    rows = {(key, row[1]): row[0] for key, table in taken.tables.items() for row in table.rows}
    told = {
        (taken.places[key].name, f"{taken.places[key].columns[name]}{rows[key, row]}"): value
        for key in (SheetKey.TASKS, SheetKey.BUDGETS)
        for row, cells in taken.answers[key].items()
        for name, value in cells.items()
        if name != "task"  # the form's own tasks are told by their whole line
    }

    assert len(told) > 20
    assert {place: book[place[0]][place[1]].value for place in told} == told
    assert {name for cells in taken.typed[SheetKey.TASKS].values() for name in cells} == {"status"}
    assert {name for cells in taken.typed[SheetKey.BUDGETS].values() for name in cells} == {
        *("task", "funding_source", "planned_vnd", "disbursed_vnd")
    }


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"x", b"\xc0", b"\x81\xa5plain\x90", b"\xc7\x01\x09x", b"\x91" * 5_000]
)
def test_what_is_no_packed_file_is_known_as_broken(content):
    with pytest.raises(BROKEN):
        unpacked(content, "a.xlsx")


@given(st.data())
def test_a_damaged_packed_file_is_known_as_broken_or_read(data):
    taken = Taken(file="a.xlsx", typed={SheetKey.TASKS: {"I.1": {"status": "x"}}}, form_version="1")
    content = bytearray(packed(taken))
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    with suppress(*BROKEN):
        dict(unpacked(bytes(content), "a.xlsx").typed)


@pytest.mark.parametrize(
    "value", [10**30, -(2**70), 2**64 - 1, 1e300, "\ud83d", "", True, date(1, 1, 1), None]
)
def test_an_answer_keeps_its_value_and_type(value):
    place = SheetPlace(name="Nhiệm vụ", columns={"status": "A"})
    table = AnswerTable(names=("status",), rows=[[6, "I.1", [], value]])
    taken = Taken(file="a.xlsx", places={SheetKey.TASKS: place}, tables={SheetKey.TASKS: table})
    (row,) = unpacked(packed(taken), "a.xlsx").tables[SheetKey.TASKS].rows

    assert row == [6, "I.1", [], value]
    assert type(row[-1]) is type(value)


def test_a_row_that_does_not_fit_its_table_is_none_of_ours(receive):
    taken = receive(lambda _: None)
    next(iter(taken.tables.values())).rows[0].pop()

    with pytest.raises(BROKEN):
        unpacked(packed(taken), "a.xlsx")


def test_a_table_that_stands_nowhere_is_none_of_ours(receive):
    taken = receive(lambda _: None)
    taken.places = {}

    with pytest.raises(BROKEN):
        unpacked(packed(taken), "a.xlsx")


def test_a_value_of_a_type_that_is_not_known_is_none_of_ours():
    table = AnswerTable(names=("completed_on",), rows=[[6, "I.1", [], date(2026, 5, 1)]])
    place = SheetPlace(name="Nhiệm vụ", columns={})
    content = packed(Taken(file="", places={SheetKey.TASKS: place}, tables={SheetKey.TASKS: table}))
    day = b"\xc7\x0a\x01"  # ten bytes of our first type
    assert content.count(day) == 1

    with pytest.raises(BROKEN):
        unpacked(content.replace(day, b"\xc7\x0a\x09"), "a.xlsx")


def test_what_is_done_to_one_file_s_places_is_not_done_to_those_of_others(receive):
    content = packed(receive(lambda _: None))
    one, other = unpacked(content, "a.xlsx"), unpacked(content, "b.xlsx")
    one.places.clear()

    assert len(other.places) == len(unpacked(content, "c.xlsx").places) == 5
