"""Every alteration and every form of a value, one by one."""

import pytest

from tests.corpus.running import MUTATIONS, Case, report, run

CASES = {
    name: Case(base=number % (5 if each.theme != "files" else 3), names=(name,), seed=number)
    for number, (name, each) in enumerate(MUTATIONS.items())
}


@pytest.fixture(scope="module")
def ran(tmp_path_factory, corpus_counts):
    """What became of every case, all checked in one round for each plan."""
    done = run([*CASES.values()], tmp_path_factory.mktemp("corpus"), corpus_counts)
    return {each.case: each for each in done}


@pytest.mark.parametrize("name", CASES)
def test_every_answer_is_merged_right_or_in_a_finding_at_its_cell(ran, name):
    assert report([ran[CASES[name]]]) == []


def test_an_unaltered_form_is_accepted_whole(tmp_path):
    cases = [Case(base=number, names=()) for number in range(5)]
    done = run(cases, tmp_path)

    assert report(done) == []
    assert {each.outcome.submission.state.value for each in done} == {"accepted"}
