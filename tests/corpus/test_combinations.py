"""Alterations in random combination; `make corpus` runs the long version."""

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.corpus.desks import BASES
from tests.corpus.running import MUTATIONS, Case, report, run

BATCH = 25
IS_LONG = bool(os.environ.get("TONGHOP_CORPUS"))
BATCHES = 80 if IS_LONG else 6

CASES = st.builds(
    Case,
    base=st.integers(0, len(BASES) - 1),
    names=st.lists(st.sampled_from(list(MUTATIONS)), min_size=2, max_size=5, unique=True).map(tuple),
    seed=st.integers(0, 2**32 - 1),
)


def test_no_combination_loses_an_answer_or_lets_a_wrong_one_in(corpus_counts):
    found = []

    # Every batch is run whatever an earlier one showed, and none is made smaller: each line of the report
    # names one case that fails by itself.
    @settings(
        max_examples=BATCHES,
        deadline=None,
        derandomize=not IS_LONG,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases=st.lists(CASES, min_size=BATCH, max_size=BATCH))
    def check(cases):
        with tempfile.TemporaryDirectory() as folder:
            found.extend(report(run(cases, Path(folder), corpus_counts)))

    check()

    assert found == []
