"""Which file of a unit counts, and that no row is lost."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import Code, Role, SheetKey, TaskDuty
from catalogue.duty import Duty
from consolidate import FileState, LeftOut, Shown, UnitState, merge
from tests.consolidate.making import DEADLINE, PLACES, checked, decision, finding, submission
from validation import State

A, R, U = State.ACCEPTED, State.RETURNED, State.UNREADABLE


@pytest.fixture(scope="module")
def two_units(owed, plan):
    """Two units that owe the same task."""
    units = [owed[code].unit for code in ("11311", "11329")]
    task = TaskDuty(task=plan.task("VII.2.2"), role=Role.ADVISING)
    return tuple(Duty(unit=unit, tasks=(task,), indicators=()) for unit in units)


def verdict(*files):
    """Return a verdict on files given as (name, unit, state, moment, rows)."""
    rows = [
        {
            "file": name,
            "unit_code": unit,
            "sheet": PLACES[SheetKey.TASKS].name,
            "row": row,
            "row_key": "VII.2.2",
            "status": "done",
        }
        for name, unit, state, _, count in files
        if state is not U
        for row in range(7, 7 + count)
    ]
    submissions = [
        submission(name, unit, state=state, at=at, rows_read=count) for name, unit, state, at, count in files
    ]
    return checked(submissions, {SheetKey.TASKS: rows})


def put_together(two_units, *files, decisions=()):
    return merge(verdict(*files), two_units, deadline=DEADLINE, decisions=decisions)


def blaming(one, file, *errors):
    """Return a verdict with errors put into one file."""
    return replace(
        one,
        submissions=tuple(
            replace(each, findings=errors) if each.file == file else each for each in one.submissions
        ),
    )


@pytest.mark.parametrize(
    ("files", "state", "current", "waiting"),
    [
        ((), UnitState.MISSING, None, None),
        ((("a", A, 1),), UnitState.ACCEPTED, "a", None),
        ((("a", R, 1),), UnitState.RETURNED, "a", None),
        ((("a", A, 1), ("b", A, 2)), UnitState.ACCEPTED, "b", None),
        ((("a", A, 2), ("b", A, 1)), UnitState.ACCEPTED, "a", None),
        ((("a", A, 1), ("b", A, 1)), UnitState.ACCEPTED, "b", None),
        ((("a", R, 1), ("b", A, 2)), UnitState.ACCEPTED, "b", None),
        ((("a", A, 1), ("b", R, 2)), UnitState.ACCEPTED, "a", "b"),
        ((("a", A, 1), ("b", R, 2), ("c", R, 3)), UnitState.ACCEPTED, "a", "c"),
        ((("a", R, 1), ("b", R, 2)), UnitState.RETURNED, "b", None),
        ((("a", U, 1),), UnitState.MISSING, None, None),
    ],
)
def test_the_latest_accepted_file_counts_else_the_latest_returned(two_units, files, state, current, waiting):
    merged = put_together(two_units, *((name, "11311", verdict, at, 1) for name, verdict, at in files))

    standing = merged.standings[0]
    assert standing.state is state
    assert (standing.current and standing.current.file) == current
    assert (standing.waiting and standing.waiting.file) == waiting


def test_every_file_is_told_what_became_of_it(two_units):
    merged = put_together(
        two_units,
        ("1-old", "11311", A, 1, 3),
        ("2-good", "11311", A, 2, 4),
        ("3-returned", "11311", R, 3, 5),
        ("4-returned again", "11311", R, 4, 6),
        ("5-other", "11329", R, 1, 7),
        ("6-foreign", "99999", A, 1, 8),
        ("7-unreadable", "", U, 1, 0),
    )

    assert list(merged.states.values()) == [
        FileState.SUPERSEDED,
        FileState.MERGED,
        FileState.SUPERSEDED,
        FileState.WAITING,
        FileState.RETURNED,
        FileState.FOREIGN,
        FileState.UNREADABLE,
    ]
    assert [(c.merged, c.refused, c.superseded) for c in merged.counts.values()] == [
        (0, 0, 3),
        (4, 0, 0),
        (0, 0, 5),
        (0, 6, 0),
        (0, 7, 0),
        (0, 8, 0),
        (0, 0, 0),
    ]


def test_only_rows_of_accepted_current_files_are_merged(two_units):
    merged = put_together(
        two_units, ("old", "11311", A, 1, 2), ("new", "11311", A, 2, 3), ("bad", "11329", R, 1, 4)
    )

    assert set(merged.rows[SheetKey.TASKS]["file"]) == {"new"}
    assert len(merged.rows[SheetKey.TASKS]) == 3


def test_rows_stand_in_the_order_of_the_registry_not_of_the_file_names(two_units):
    merged = put_together(two_units, ("z", "11311", A, 1, 2), ("a", "11329", A, 1, 1))

    assert list(merged.rows[SheetKey.TASKS]["unit_code"]) == ["11311", "11311", "11329"]
    assert list(merged.rows[SheetKey.TASKS].index) == [0, 1, 2]


@pytest.mark.parametrize(
    ("files", "excepted", "current", "exception", "waiting"),
    [
        ((("a", R, 1),), "a", "a", "a", None),
        ((("a", A, 1),), "a", "a", None, None),
        ((("a", A, 1), ("b", R, 2)), "b", "b", "b", None),
        ((("a", R, 1), ("b", R, 2)), "a", "a", "a", "b"),
        ((("a", R, 1), ("b", A, 2)), "a", "b", None, None),
        ((("a", R, 3), ("b", A, 2)), "a", "a", "a", None),
        ((("a", R, 1),), "another file", "a", None, None),
        ((("a", U, 1),), "a", None, None, None),
    ],
)
def test_a_file_accepted_by_exception_counts_like_any_accepted_one(
    two_units, files, excepted, current, exception, waiting
):
    history = [(name, "11311", state, at, 1) for name, state, at in files]
    merged = put_together(two_units, *history, decisions=[decision(excepted, "11311")])
    standing = merged.standings[0]

    assert (standing.current and standing.current.file) == current
    assert (standing.exception and standing.exception.file) == exception
    assert (standing.waiting and standing.waiting.file) == waiting
    assert (standing.shown is Shown.EXCEPTED) is bool(exception)


def test_a_decision_about_one_unit_says_nothing_of_the_same_file_from_another(two_units):
    merged = put_together(two_units, ("a", "11329", R, 1, 1), decisions=[decision("a", "11311")])

    assert merged.standings[1].state is UnitState.RETURNED


def test_a_file_whose_origin_is_in_doubt_is_never_accepted(two_units):
    one = blaming(verdict(("a", "11311", R, 1, 2)), "a", finding("a", "11311", Code.E021, cell=""))
    merged = merge(one, two_units, deadline=DEADLINE, decisions=[decision("a", "11311")])

    assert merged.standings[0].state is UnitState.RETURNED
    assert merged.rows[SheetKey.TASKS].empty


def test_cells_in_error_of_an_excepted_file_are_missing_and_rows_in_doubt_are_refused(two_units):
    errors = finding("a", "11311", cell="H7"), finding("a", "11311", Code.T105, cell="A8")
    one = blaming(verdict(("a", "11311", R, 1, 3)), "a", *errors)
    merged = merge(one, two_units, deadline=DEADLINE, decisions=[decision("a", "11311")])
    rows, count = merged.rows[SheetKey.TASKS], merged.counts["a"]

    assert rows["row"].tolist() == [7, 9]
    assert rows["status"].isna().tolist() == [True, False]
    assert (count.read, count.merged, count.refused) == (3, 2, 1)
    assert merged.left_out == {"a": LeftOut(cells=1, rows=1)}
    assert merged.states["a"] is FileState.MERGED


def test_what_still_has_to_be_corrected_leaves_out_what_is_superseded_or_settled(two_units):
    merged = put_together(
        two_units,
        ("1-old", "11311", R, 1, 1),
        ("2-excepted", "11311", R, 2, 1),
        ("3-waiting", "11311", R, 3, 1),
        ("4-returned", "11329", R, 1, 1),
        decisions=[decision("2-excepted", "11311")],
    )

    assert [each.file for each in merged.unsettled] == ["3-waiting", "4-returned"]


@pytest.mark.parametrize(
    ("state", "codes", "explanation", "shown", "is_thin"),
    [
        (A, [], "", Shown.ACCEPTED, False),
        (A, [Code.C212], "", Shown.ACCEPTED, False),
        (A, [Code.R311], "", Shown.WARNED, False),
        (A, [Code.R311], "Vì mưa bão.", Shown.ACCEPTED, False),
        (A, [Code.R312], "", Shown.WARNED, True),
        (A, [Code.R312], "Mới thành lập.", Shown.ACCEPTED, False),
        (R, [Code.R312, Code.C201], "", Shown.RETURNED, False),
    ],
)
def test_warnings_and_near_emptiness_show_unless_they_are_explained(
    two_units, state, codes, explanation, shown, is_thin
):
    found = [replace(finding("a", "11311", code), explanation=explanation) for code in codes]
    one = blaming(verdict(("a", "11311", state, 1, 1)), "a", *found)
    standing = merge(one, two_units, deadline=DEADLINE).standings[0]

    assert (standing.shown, standing.is_thin) == (shown, is_thin)


@pytest.mark.parametrize(("at", "is_late"), [(19, False), (20, True)])
def test_a_file_of_the_last_day_is_in_time(two_units, at, is_late):
    merged = put_together(two_units, ("a", "11311", A, at, 1))

    assert merged.standings[0].is_late is is_late
    assert merged.standings[1].is_late is None


def test_rows_read_but_not_among_the_merged_rows_count_as_refused(two_units):
    one = verdict(("a", "11311", A, 1, 2))
    merged = merge(
        replace(one, submissions=(replace(one.submissions[0], rows_read=5),)), two_units, deadline=DEADLINE
    )

    count = merged.counts["a"]
    assert (count.read, count.merged, count.refused) == (5, 2, 3)


def test_a_verdict_that_merges_more_rows_than_were_read_is_refused_loudly(two_units):
    one = verdict(("a", "11311", A, 1, 2))
    wrong = replace(one, submissions=(replace(one.submissions[0], rows_read=1),))

    with pytest.raises(ValueError, match=r"2, 1"):
        merge(wrong, two_units, deadline=DEADLINE)


HISTORIES = st.lists(
    st.tuples(
        st.sampled_from(["11311", "11329", "99999", ""]),
        st.sampled_from(State),
        st.integers(1, 4),
        st.integers(0, 5),
    ),
    max_size=9,
)
DECISIONS = st.lists(
    st.builds(
        decision,
        st.integers(0, 9).map(lambda place: f"{place}.xlsx"),
        st.sampled_from(["11311", "11329", "99999"]),
    ),
    max_size=6,
)
PLACES_IN_ERROR = st.sampled_from(["H7", "H9", "A8", "H", "Z7", ""])
ERRORS = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from([Code.C206, Code.R301, Code.T105]), PLACES_IN_ERROR),
    max_size=9,
)


def with_errors(one, errors):
    """Return a verdict with errors put into the files that were sent back."""
    return replace(
        one,
        submissions=tuple(
            replace(
                each,
                findings=tuple(
                    replace(
                        finding(each.file, each.unit_code, code, cell=cell),
                        sheet_key=SheetKey.TASKS,
                        sheet=PLACES[SheetKey.TASKS].name,
                    )
                    for place, code, cell in errors
                    if each.file == f"{place}.xlsx"
                ),
            )
            if each.state is R
            else each
            for each in one.submissions
        ),
    )


@settings(deadline=None)
@given(history=HISTORIES, decisions=DECISIONS, errors=ERRORS)
def test_rows_read_are_rows_merged_refused_and_superseded(two_units, history, decisions, errors):
    one = with_errors(verdict(*((f"{place}.xlsx", *each) for place, each in enumerate(history))), errors)
    merged = merge(one, two_units, deadline=DEADLINE, decisions=decisions)

    for count in (*merged.counts.values(), merged.total):
        assert count.read == count.merged + count.refused + count.superseded
        assert min(count.merged, count.refused, count.superseded) >= 0
    assert merged.total.read == sum(rows for *_, rows in history)
    assert merged.total.merged == len(merged.rows[SheetKey.TASKS])


@settings(deadline=None)
@given(history=HISTORIES, decisions=DECISIONS, errors=ERRORS)
def test_a_cell_in_error_is_never_among_the_merged_ones(two_units, history, decisions, errors):
    one = with_errors(verdict(*((f"{place}.xlsx", *each) for place, each in enumerate(history))), errors)
    merged = merge(one, two_units, deadline=DEADLINE, decisions=decisions)
    kept = merged.rows[SheetKey.TASKS]
    sound = {
        (file, row)
        for file, row, status in zip(kept.file, kept.row, kept.status, strict=True)
        if status is not pd.NA
    }

    for submission_ in merged.submissions:
        for error in submission_.errors:
            rows = {int(error.cell[1:])} if error.cell[1:] else range(7, 12)
            assert not {(submission_.file, row) for row in rows} & sound


@settings(deadline=None)
@given(history=HISTORIES, decisions=DECISIONS, errors=ERRORS, random=st.randoms(use_true_random=False))
def test_the_order_of_listing_never_changes_the_result(two_units, history, decisions, errors, random):
    files = [(f"{place}.xlsx", *one) for place, one in enumerate(history)]
    one = with_errors(verdict(*files), errors)
    listed = merge(one, two_units, deadline=DEADLINE, decisions=decisions)
    frame = one.rows[SheetKey.TASKS]
    mixed = {**one.rows, SheetKey.TASKS: frame.sample(frac=1, random_state=random.randint(0, 9999))}
    submissions = tuple(random.sample(one.submissions, len(one.submissions)))
    shuffled = merge(
        replace(one, submissions=submissions, rows=mixed),
        two_units,
        deadline=DEADLINE,
        decisions=decisions,
    )

    assert shuffled.standings == listed.standings
    assert shuffled.states == listed.states
    assert shuffled.counts == listed.counts
    assert shuffled.left_out == listed.left_out
    assert shuffled.rows[SheetKey.TASKS].equals(listed.rows[SheetKey.TASKS])
