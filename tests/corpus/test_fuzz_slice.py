"""A small, fixed slice of `make fuzz`."""

from collections import Counter

from tests.corpus.fuzzing import fuzz

FILES = 300


def test_damaged_files_are_read_or_refused(tmp_path):
    counts = Counter()
    faults = fuzz(iter(range(FILES)), tmp_path, seconds=120, counts=counts)

    assert [(fault.number, fault.what) for fault in faults] == []
    assert sum(counts.values()) == FILES
