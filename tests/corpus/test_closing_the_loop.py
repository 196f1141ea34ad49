"""Check, marked copy, the marked answers corrected, check again: accepted, and nothing else has changed."""

import pytest

from tests.corpus.correcting import corrected
from tests.corpus.running import MUTATIONS, run
from tests.corpus.test_one_by_one import CASES


@pytest.fixture(scope="module")
def loops(tmp_path_factory):
    """What is wrong with each form that was sent back, once it came again corrected."""
    done = run([*CASES.values()], tmp_path_factory.mktemp("first"))
    returned = [each for each in done if each.outcome.submission.state.value == "returned"]
    return corrected(returned, tmp_path_factory.mktemp("second"))


def test_a_good_part_of_the_alterations_is_sent_back(loops):
    assert len(loops) > len(MUTATIONS) // 4


@pytest.mark.parametrize("name", CASES)
def test_a_corrected_copy_is_accepted_with_every_other_answer_as_it_was(loops, name):
    assert loops.get(name, []) == []
