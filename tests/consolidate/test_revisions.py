"""The files of one unit in order: what each changed, and where staff must say which one counts."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from catalogue import Code, SheetKey
from consolidate import FileState, Pick, Rulings, UnitState, Waiver, change_text, changes, merge
from consolidate.sheets.submissions import changes_note
from tests.consolidate.making import DEADLINE, checked, decision, submission
from validation import Contact, State

UNIT = "11311"
NOON = datetime(2026, 12, 21, 12, tzinfo=UTC)
A, R = State.ACCEPTED, State.RETURNED


def file(name, *, tasks=None, at=1, state=A, person="", **sheets):
    """Return a file of the unit with answers given as {row: {field: value}}."""
    answers = {SheetKey.TASKS: tasks or {}} | {SheetKey(key): rows for key, rows in sheets.items()}
    made = submission(name, UNIT, state=state, at=at, contact=Contact(name=person))
    return replace(made, answers=answers)


def sha(name):
    return submission(name).sha256


def pick(name, *among):
    contents = frozenset(map(sha, (name, *among)))
    return Pick(
        unit_code=UNIT, file=name, sha256=sha(name), among=contents, who="B", when=NOON, why="Đã hỏi."
    )


@pytest.fixture
def put_together(owed):
    """Merge files of one unit by some rulings."""

    def put_together(*files, decisions=(), **rulings):
        found = merge(
            checked(files),
            (owed[UNIT],),
            deadline=DEADLINE,
            decisions=decisions,
            rulings=Rulings(**rulings),
        )
        return found, found.standings[0]

    return put_together


def found_codes(standing):
    return [finding.code for finding in standing.current.findings]


# ---------------------------------------------------------------------------------------------- changes


def test_every_cell_that_differs_is_a_change():
    old = file("a", tasks={"1": {"status": "Hoàn thành", "completion_pct": 100.0}, "2": {"status": "x"}})
    new = file("b", tasks={"1": {"status": "Tạm dừng", "completion_pct": 100.0}, "3": {"status": "y"}})

    assert [(each.row_key, each.field_key, each.old, each.new) for each in changes(old, new)] == [
        ("1", "status", "Hoàn thành", "Tạm dừng"),
        ("2", "status", "x", None),
        ("3", "status", None, "y"),
    ]


def test_a_free_row_that_only_moved_is_no_change():
    one, two, three = {"content": "một"}, {"content": "hai"}, {"content": "ba"}
    old = file("a", proposals={"1": one, "2": two})
    new = file("b", proposals={"1": three, "2": one, "3": two})

    assert [(each.row_key, each.new) for each in changes(old, new)] == [("1", "ba")]


def test_a_fixed_row_never_moves():
    old = file("a", tasks={"1": {"status": "x"}, "2": {"status": "y"}})
    new = file("b", tasks={"1": {"status": "y"}, "2": {"status": "x"}})

    assert len(changes(old, new)) == 2


def test_a_change_is_told_in_the_words_of_the_form(plan, design):
    code = plan.reported_tasks[0].code
    old = file("a", tasks={code: {"completed_on": date(2026, 11, 30)}}, info={"contact_name": {"value": "A"}})
    new = file("b", tasks={code: {"completion_pct": 1250.5}}, info={"contact_name": {"value": "B"}})
    info, gone, come = (change_text(each, design=design, plan=plan) for each in changes(old, new))

    assert (info.row, info.old, info.new) == ("", "A", "B")
    assert (gone.old, gone.new) == ("30/11/2026", "")
    assert (come.sheet, come.field, come.new) == ("Nhiệm vụ", "Tỷ lệ hoàn thành (%)", "1.250,5")
    assert come.row.startswith(f"{code}. ")


# ------------------------------------------------------------------------------------------- ties, forks


def test_two_contents_of_one_moment_are_a_tie_and_the_one_that_arrived_later_counts(put_together):
    arrivals = {sha("b"): 0, sha("a"): 1}
    _, standing = put_together(file("a"), file("b"), arrivals=arrivals)

    assert standing.current.file == "a"
    assert found_codes(standing) == [Code.X503]
    assert "“a” và “b”" in standing.current.findings[0].message


def test_unseen_files_of_one_moment_count_by_name_as_the_ledger_will_note_them(put_together):
    _, standing = put_together(file("b"), file("a"))

    assert standing.current.file == "b"


def test_a_copy_of_the_same_content_is_no_tie(put_together):
    twin = replace(file("b"), sha256=sha("a"))
    _, standing = put_together(file("a"), twin)

    assert found_codes(standing) == []


def test_an_accepted_and_a_returned_file_of_one_moment_are_no_tie(put_together):
    _, standing = put_together(file("a"), file("b", state=R))

    assert found_codes(standing) == []


BOTH = {"1": {"status": "x"}, "2": {"status": "y"}}
FIRST_HALF, SECOND_HALF = {"1": {"status": "x"}, "2": {}}, {"1": {}, "2": {"status": "y"}}
BASE = {"1": {"status": "x", "completion_pct": 10.0}}
EARLIER = {"1": {"status": "x", "completion_pct": 20.0}}
LATER = {"1": {"status": "z", "completion_pct": 10.0}}


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ((file("a", person="Lê A"), file("b", at=2, person="Trần B")), "người lập khác nhau (Lê A, Trần B)"),
        ((file("a", person="Lê A"), file("b", at=2, person="LÊ  a")), ""),
        ((file("a", person="Lê A"), file("b", at=2)), ""),
        ((file("a", tasks=FIRST_HALF), file("b", at=2, tasks=SECOND_HALF)), "mỗi bản điền những dòng"),
        ((file("a", tasks=FIRST_HALF), file("b", at=2, tasks=BOTH)), ""),
        ((file("a", tasks=BOTH), file("b", at=2, tasks=FIRST_HALF)), ""),
        (
            (file("a", tasks=BASE), file("b", at=2, tasks=EARLIER), file("c", at=3, tasks=LATER)),
            "bản trước đã sửa so với “a”",
        ),
        (
            (file("a", tasks=BASE), file("b", at=2, tasks=EARLIER), file("c", at=3, tasks=BOTH)),
            "",
        ),
    ],
)
def test_a_file_that_does_not_continue_the_one_before_is_a_fork(put_together, files, says):
    _, standing = put_together(*files)
    messages = [finding.message for finding in standing.current.findings]

    assert bool(messages) is bool(says)
    assert all(says in message for message in messages)


def test_the_last_fork_case_keeps_what_the_earlier_changed():
    kept = {"1": {"status": "z", "completion_pct": 20.0}}

    assert not [
        each
        for each in changes(file("b", tasks=EARLIER), file("c", tasks=kept))
        if each.field_key == "completion_pct"
    ]


# ------------------------------------------------------------------------------------------------- picks


def test_a_pick_settles_a_tie(put_together):
    _, standing = put_together(file("a"), file("b"), picks={UNIT: pick("a", "b")})

    assert (standing.current.file, found_codes(standing)) == ("a", [])
    assert standing.pick.file == "a"


def test_picking_the_file_that_counts_already_settles_a_fork(put_together):
    files = file("a", person="Lê A"), file("b", at=2, person="Trần B")
    _, standing = put_together(*files, picks={UNIT: pick("b", "a")})

    assert (standing.current.file, found_codes(standing)) == ("b", [])


def test_a_file_that_comes_after_a_pick_is_judged_afresh(put_together):
    files = file("a"), file("b", at=2), file("c", at=3)
    merged, standing = put_together(*files, picks={UNIT: pick("a", "b")})

    assert (standing.current.file, standing.pick) == ("c", None)
    assert merged.states["a"] is FileState.SUPERSEDED


def test_an_older_file_that_comes_after_a_pick_does_not_displace_it(put_together):
    files = file("a", at=5), file("b", at=6), file("c", at=1)
    _, standing = put_together(*files, picks={UNIT: pick("a", "b")})

    assert standing.current.file == "a"


def test_a_pick_of_a_file_that_is_gone_rules_nothing_out(put_together):
    _, standing = put_together(file("b"), picks={UNIT: pick("a", "b")})

    assert (standing.current.file, standing.pick) == ("b", None)


def test_a_returned_file_that_was_not_picked_does_not_wait(put_together):
    files = file("a"), file("b", at=2, state=R)
    merged, standing = put_together(*files, picks={UNIT: pick("a", "b")})

    assert standing.waiting is None
    assert merged.states["b"] is FileState.SUPERSEDED


def test_a_pick_of_a_file_sent_back_since_does_not_displace_an_accepted_one(put_together):
    _, standing = put_together(file("a", state=R, at=9), file("b"), picks={UNIT: pick("a", "b")})

    assert (standing.state, standing.current.file) == (UnitState.ACCEPTED, "b")


# ----------------------------------------------------------------------------------------------- waivers

WAIVER = Waiver(unit_code=UNIT, who="B", when=NOON, why="Mới giải thể.")


@pytest.mark.parametrize(
    ("files", "state", "owes"),
    [
        ((), UnitState.WAIVED, False),
        ((file("a", state=R),), UnitState.WAIVED, False),
        ((file("a"),), UnitState.ACCEPTED, True),
    ],
)
def test_a_waived_unit_owes_nothing_but_what_it_reports_counts(put_together, files, state, owes):
    merged, standing = put_together(*files, waivers={UNIT: WAIVER})

    assert (standing.state, standing.owes) == (state, owes)
    assert len(merged.owing) == int(owes)


def test_an_exception_counts_for_a_waived_unit_too(put_together):
    merged, _ = put_together(file("a", state=R), decisions=[decision("a", UNIT)], waivers={UNIT: WAIVER})

    assert merged.standings[0].state is UnitState.ACCEPTED


# ------------------------------------------------------------------------------------------- the master


class Told:
    """What the column of changes needs to know of a round."""

    def __init__(self, design, plan):
        self.design, self.plan = design, plan


def test_the_master_tells_the_first_changes_and_counts_the_rest(put_together, design, plan):
    codes = [task.code for task in plan.reported_tasks][:12]
    old = file("a", tasks={code: {"status": "x"} for code in codes})
    new = file("b", at=2, tasks={code: {"status": "y"} for code in codes})
    _, standing = put_together(old, new)
    note = changes_note(Told(design, plan), standing).splitlines()

    assert note[0] == "12 ô so với a:"
    assert note[-1] == "… và 2 ô khác"
    assert "“x” → “y”" in note[1]


def test_of_two_long_texts_the_place_where_they_differ_is_told(put_together, design, plan):
    code = plan.reported_tasks[0].code
    same = "Đã ban hành kế hoạch triển khai, phân công đơn vị đầu mối và đang thực hiện theo đúng tiến độ; "
    files = (
        file("a", tasks={code: {"result_text": same + "40 lớp"}}),
        file("b", at=2, tasks={code: {"result_text": same + "55 lớp"}}),
    )
    _, standing = put_together(*files)
    note = changes_note(Told(design, plan), standing)

    assert "40 lớp” → “…" in note
    assert note.endswith("55 lớp”")


def test_a_unit_that_sent_once_has_nothing_to_tell(put_together, design, plan):
    _, standing = put_together(file("a"))

    assert changes_note(Told(design, plan), standing) == ""
