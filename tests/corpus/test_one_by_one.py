"""Every alteration and every form of a value, one by one: what becomes of it, and of the corrected copy."""

import pytest

from tests.corpus.correcting import corrected
from tests.corpus.running import MUTATIONS, Case, report, run

# Damage to the file itself goes through three forms of one plan, so that it is checked in one round.
CASES = {
    name: Case(base=number % (5 if each.theme != "files" else 3), names=(name,), seed=number)
    for number, (name, each) in enumerate(MUTATIONS.items())
}


@pytest.fixture(scope="module")
def ran(tmp_path_factory, corpus_counts):
    """What became of every case, all checked in one round for each plan."""
    done = run([*CASES.values()], tmp_path_factory.mktemp("corpus"), corpus_counts)
    return {each.case: each for each in done}


@pytest.fixture(scope="module")
def loops(ran, tmp_path_factory):
    """What is wrong with each form that was sent back, once it came again corrected."""
    returned = [each for each in ran.values() if each.outcome.submission.state.value == "returned"]
    return corrected(returned, tmp_path_factory.mktemp("corrected"))


@pytest.mark.parametrize("name", CASES)
def test_every_answer_is_merged_right_or_in_a_finding_at_its_cell(ran, name):
    assert report([ran[CASES[name]]]) == []


@pytest.mark.parametrize("name", CASES)
def test_a_corrected_copy_is_accepted_with_every_other_answer_as_it_was(loops, name):
    assert loops.get(name, []) == []


def test_a_good_part_of_the_alterations_is_sent_back(loops):
    assert len(loops) > len(MUTATIONS) // 4


def test_an_unaltered_form_is_accepted_whole(tmp_path):
    done = run([Case(base=number, names=()) for number in range(5)], tmp_path)

    assert report(done) == []
    assert {each.outcome.submission.state.value for each in done} == {"accepted"}
