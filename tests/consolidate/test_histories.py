"""Random histories of submissions, revisions, decisions, waivers, picks and closings: no row is ever lost."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import Code, DecisionError, SheetKey
from consolidate import (
    Event,
    FileState,
    UnitState,
    closed,
    except_submission,
    files_seen,
    in_force,
    merge,
    news,
    pick_submission,
    reopened,
    require_open,
    rulings_of,
    sightings_of,
    sign,
    undo_pick,
    waive,
)
from consolidate.closing import MANIFEST
from tests.consolidate.making import DEADLINE, PLACES, checked, finding, submission
from validation import State

UNITS = ("11311", "11329")
ANYBODY = (*UNITS, "99999")
NOON = datetime(2026, 12, 21, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def duties(owed):
    return tuple(owed[code] for code in UNITS)


@dataclass
class Office:
    """One round as its officers live it: what lies there, and what the ledger says."""

    duties: tuple
    files: list = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def signature(self):
        return sign(who="B", when=NOON + timedelta(minutes=len(self.events)), why="Đã hỏi.")

    @property
    def verdict(self):
        rows = [
            {
                "file": each.file,
                "unit_code": each.unit_code,
                "sheet": PLACES[SheetKey.TASKS].name,
                "row": 7 + place,
                "row_key": "1",
                "status": "done",
            }
            for each in self.files
            if each.state is not State.UNREADABLE
            for place in range(each.rows_read)
        ]
        return checked(self.files, {SheetKey.TASKS: rows})

    def merged(self):
        return merge(
            self.verdict,
            self.duties,
            deadline=DEADLINE,
            decisions=in_force(self.events).values(),
            rulings=rulings_of(self.events),
        )

    def look(self):
        merged = self.merged()
        self.events += news(files_seen(self.events), sightings_of(merged), when=self.signature().when)
        return merged

    def decide(self, make):
        """Record a decision if there is one to take."""
        try:
            event = make()
        except DecisionError:
            return
        self.events.append(event)

    def open_event(self, make):
        def made():
            require_open(rulings_of(self.events))
            return make()

        self.decide(made)


def receive(office, unit, state, at, rows):
    name = f"{len(office.files)}.xlsx"
    code = unit if state is not State.UNREADABLE else ""
    made = submission(name, code, state=state, at=at, rows_read=rows if code else 0)
    errors = (replace(finding(name, code, Code.C201, cell="H7"), sheet_key=SheetKey.TASKS),)
    office.files.append(replace(made, findings=errors if state is State.RETURNED else ()))


def standing_of(office, unit):
    return next(each for each in office.merged().standings if each.duty.unit.code == unit)


def accept(office, unit):
    office.open_event(lambda: except_submission(standing_of(office, unit), office.signature()))


def pick(office, unit, place):
    own = sorted((each for each in office.files if each.unit_code == unit), key=lambda each: each.file)
    if own:
        said = own[place % len(own)].file
        office.open_event(
            lambda: pick_submission(
                standing_of(office, unit),
                own,
                said,
                decisions=in_force(office.events),
                signature=office.signature(),
            )
        )


def unpick(office, unit):
    duty = next(each for each in office.duties if each.unit.code == unit)
    office.open_event(lambda: undo_pick(duty.unit, rulings_of(office.events), office.signature()))


def excuse(office, unit, undo):
    duty = next(each for each in office.duties if each.unit.code == unit)
    office.open_event(lambda: waive(duty.unit, rulings_of(office.events), office.signature(), undo=undo))


def close(office):
    merged = office.look()
    office.open_event(lambda: closed(merged, {MANIFEST: b"x"}, office.signature()))


def reopen(office):
    office.decide(lambda: reopened(rulings_of(office.events), office.signature()))


UNIT = st.sampled_from(UNITS)
STEP = st.one_of(
    st.tuples(
        st.just(receive),
        st.sampled_from(ANYBODY),
        st.sampled_from(State),
        st.integers(1, 6),
        st.integers(0, 4),
    ),
    st.tuples(st.just(Office.look)),
    st.tuples(st.just(accept), UNIT),
    st.tuples(st.just(pick), UNIT, st.integers(0, 5)),
    st.tuples(st.just(unpick), UNIT),
    st.tuples(st.just(excuse), UNIT, st.booleans()),
    st.tuples(st.just(close)),
    st.tuples(st.just(reopen)),
)
HISTORIES = st.lists(STEP, max_size=14)


def live(duties, history):
    office = Office(duties)
    for act, *arguments in history:
        act(office, *arguments)
    return office


@settings(deadline=None, max_examples=80)
@given(history=HISTORIES)
def test_rows_read_are_rows_merged_refused_superseded_or_supplement(duties, history):
    office = live(duties, history)
    merged = office.merged()

    for count in (*merged.counts.values(), merged.total):
        parts = count.merged, count.refused, count.superseded, count.supplement
        assert (sum(parts), min(parts) >= 0) == (count.read, True)
    assert merged.total.read == sum(each.rows_read for each in office.files)
    assert merged.total.merged == len(merged.rows[SheetKey.TASKS])


@settings(deadline=None, max_examples=50)
@given(history=HISTORIES)
def test_a_unit_is_in_one_file_and_every_file_in_one_state(duties, history):
    merged = live(duties, history).merged()
    counted = {each.current.file for each in merged.standings if each.state is UnitState.ACCEPTED}

    assert {file for file, state in merged.states.items() if state is FileState.MERGED} == counted
    assert set(merged.rows[SheetKey.TASKS]["file"]) <= counted
    assert len(merged.owing) == len(UNITS) - sum(each.state is UnitState.WAIVED for each in merged.standings)


@settings(deadline=None, max_examples=50)
@given(history=HISTORIES, later=HISTORIES)
def test_nothing_that_happens_after_closing_changes_what_is_merged(duties, history, later):
    office = live(duties, history)
    close(office)
    before = office.merged()
    for act, *arguments in later:
        if act is not reopen:
            act(office, *arguments)
    after = office.merged()

    assert [each.state for each in after.standings] == [each.state for each in before.standings]
    assert after.rows[SheetKey.TASKS].equals(before.rows[SheetKey.TASKS])


@settings(deadline=None, max_examples=50)
@given(history=HISTORIES)
def test_looking_again_teaches_the_ledger_nothing_and_changes_nothing(duties, history):
    office = live(duties, history)
    first = office.look()
    before = list(office.events)
    second = office.look()

    assert office.events == before
    assert (second.standings, second.states, second.counts) == (first.standings, first.states, first.counts)
    assert second.rows[SheetKey.TASKS].equals(first.rows[SheetKey.TASKS])


RECEIPT = st.tuples(
    st.sampled_from(ANYBODY), st.sampled_from(State), st.integers(1, 6), st.integers(0, 4), st.booleans()
)
DECISION = STEP.filter(lambda step: step[0] not in (receive, Office.look))
CHAPTERS = st.lists(st.tuples(st.lists(RECEIPT, max_size=5), DECISION), max_size=4)


def tell(duties, chapters, order):
    """Live chapters of files that come in some order, each looked at as it comes, and a decision after them.

    Every file has a stamp of its own, whenever it comes; its date, too, may be any.
    """
    office, number = Office(duties), 0
    for receipts, (act, *arguments) in chapters:
        named = []
        for unit, state, at, rows, is_stamped in receipts:
            single = Office(duties)
            receive(single, unit, state, at, rows)
            number += 1
            named.append(told(single.files[0], number, is_stamped=is_stamped))
        for each in order(named):
            office.files.append(each)
            office.look()
        act(office, *arguments)
    return office


def told(file, number, *, is_stamped):
    """Return a file under a number: its name, its content, and its stamp or else its date."""
    name = f"{number}.xlsx"
    moment = 100 - number
    dates = {"modified_at": moment} if is_stamped else {"received_at": moment}
    findings = tuple(replace(each, file=name) for each in file.findings)
    return replace(file, file=name, sha256=submission(name).sha256, findings=findings, **dates)


@settings(deadline=None, max_examples=80)
@given(chapters=CHAPTERS, data=st.data())
def test_the_order_of_arrival_never_changes_the_result(duties, chapters, data):
    one = tell(duties, chapters, lambda files: files).merged()
    other = tell(duties, chapters, lambda files: data.draw(st.permutations(files))).merged()

    assert [whole(each) for each in other.standings] == [whole(each) for each in one.standings]
    assert (other.states, other.counts, other.chains) == (one.states, one.counts, one.chains)
    assert other.rows[SheetKey.TASKS].equals(one.rows[SheetKey.TASKS])


def whole(standing):
    """Return a standing without the moments of decisions: they follow how often somebody looked."""
    return replace(standing, exception=None, pick=None, waiver=None), bool(standing.pick), standing.shown
