"""The ledger knows every file ever seen, and learns only what is new."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Code
from consolidate import EventKind, Ledger, Phase, Rulings, Sighting, files_seen, merge, news, rulings_of
from consolidate.ledger.chain import entry_of, event_of
from consolidate.phases import sightings_of
from tests.consolidate.making import DEADLINE, checked, decision, finding, submission
from validation import State

NEW = ("modified_at", "form_version")
NOON = datetime(2026, 12, 21, 12, tzinfo=UTC)


def sighting(file="a.xlsx", sha256="a" * 64, *, phase=Phase.ACCEPTED, warnings=0):
    return Sighting(
        file=file,
        sha256=sha256,
        unit_code="11311",
        saved_at=1_765_000_000_123_456_789,
        phase=phase,
        errors=0,
        warnings=warnings,
        notes=2,
        modified_at=1_764_000_000_000_000_000,
        form_version="2026.1",
    )


def learn(events, *now, at=0):
    """Return the events after the ledger has looked at what is there now."""
    return [*events, *news(files_seen(events), now, when=NOON + timedelta(hours=at))]


def kinds(events):
    return [event.kind.value for event in events]


def test_looking_again_teaches_nothing():
    once = learn([], sighting(), sighting("b.xlsx"))

    assert kinds(once) == ["received", "received"]
    assert learn(once, sighting(), sighting("b.xlsx"), at=1) == once


@pytest.mark.parametrize(
    ("then", "kind"),
    [
        ((sighting(phase=Phase.SUPERSEDED),), ["judged"]),
        ((sighting(warnings=1),), ["judged"]),
        ((sighting(sha256="b" * 64),), ["gone", "received"]),
        ((sighting("b.xlsx"),), ["gone", "received"]),
        ((), ["gone"]),
    ],
)
def test_what_changed_is_noted(then, kind):
    once = learn([], sighting())

    assert kinds(learn(once, *then))[1:] == kind


def test_a_file_that_comes_back_keeps_the_day_it_was_first_seen():
    events = learn(learn(learn([], sighting()), at=1), sighting(), at=2)
    seen = files_seen(events)[sighting().key]

    assert kinds(events) == ["received", "gone", "judged"]
    assert (seen.first_seen, seen.is_present, seen.last) == (NOON, True, sighting())


def test_what_a_file_is_survives_the_ledger(tmp_path):
    ledger = Ledger.open(tmp_path / "so.sqlite")
    ledger.append_all(learn([], sighting(phase=Phase.WARNED, warnings=3)))

    assert files_seen(ledger.events())[sighting().key].last == sighting(phase=Phase.WARNED, warnings=3)


def test_a_ledger_of_an_earlier_version_learns_stamp_and_form_once():
    (known,) = learn([], sighting())
    details = {name: value for name, value in known.details.items() if name not in NEW}
    old = [replace(known, details=details)]
    again = learn(old, sighting())

    assert files_seen(old)[sighting().key].last == replace(sighting(), modified_at=None, form_version="")
    assert kinds(again) == ["received", "judged"]
    assert learn(again, sighting()) == again


def test_events_of_one_run_are_noted_all_or_none(tmp_path):
    ledger = Ledger.open(tmp_path / "so.sqlite")
    good, bad = learn([], sighting()), learn([], sighting("b.xlsx"))
    bad[0].details["phase"] = {1, 2}

    with pytest.raises(TypeError):
        ledger.append_all([*good, *bad])
    assert ledger.entries() == ()


FILES = st.lists(
    st.builds(sighting, st.sampled_from("abc"), st.sampled_from("xyz"), phase=st.sampled_from(Phase)),
    unique_by=lambda each: each.file,
    max_size=3,
)


@given(looks=st.lists(FILES, max_size=6))
def test_what_the_ledger_knows_is_what_was_last_seen(looks):
    events = []
    for at, now in enumerate(looks):
        events = learn(events, *now, at=at)
    there = {key: seen.last for key, seen in files_seen(events).items() if seen.is_present}
    last = looks[-1] if looks else []

    assert there == {each.key: each for each in last}


@given(looks=st.lists(FILES, max_size=6), random=st.randoms(use_true_random=False))
def test_the_order_of_looking_does_not_matter(looks, random):
    one, other = [], []
    for now in looks:
        one = learn(one, *now)
        other = learn(other, *random.sample(now, len(now)))

    assert one == other


def test_events_of_every_kind_survive_the_chain():
    events = learn([], sighting())

    assert [event_of(entry_of(event, None)) for event in events] == events


def test_every_fate_of_a_file_has_a_phase(owed):
    files = [
        submission("1-cu", "11311", at=1),
        submission("2-moi", "11311", at=2, findings=(finding("2-moi", "11311", Code.R311),)),
        submission("3-loi", "11311", at=3, state=State.RETURNED),
        submission("4-la", "99999"),
        submission("5-dac-cach", "11329", state=State.RETURNED),
        submission("6-hong", state=State.UNREADABLE),
    ]
    duties = owed["11311"], owed["11329"]
    merged = merge(checked(files), duties, deadline=DEADLINE, decisions=[decision("5-dac-cach", "11329")])

    assert [each.phase.value for each in sightings_of(merged)] == [
        "superseded",
        "warned",
        "returned",
        "received",
        "excepted",
        "received",
    ]


def test_arrivals_are_counted_by_content_not_by_name():
    events = learn([], sighting("b", "2" * 64), sighting("a", "1" * 64))
    events = learn(events, sighting("b", "2" * 64), sighting("c", "1" * 64), sighting("d", "3" * 64))

    assert rulings_of(events).arrivals == {"1" * 64: 0, "2" * 64: 1, "3" * 64: 2}


def test_a_ledger_without_rulings_rules_nothing():
    assert rulings_of([]) == Rulings()
    assert EventKind.GONE not in {event.kind for event in learn([], sighting())}
