"""How many altered forms were checked and how they ended, added up over pytest's workers for its summary."""

from collections import Counter

import pytest

_COUNTS = pytest.StashKey[Counter]()


def counts_of(config) -> Counter:
    """Return what this process has counted."""
    return config.stash.setdefault(_COUNTS, Counter())


def hand_over(config) -> None:
    """Give a worker's counts to the process that started it."""
    if hasattr(config, "workeroutput"):
        config.workeroutput["corpus"] = dict(counts_of(config))


def take_over(node) -> None:
    """Add the counts of a worker that has ended."""
    counts_of(node.config).update(getattr(node, "workeroutput", {}).get("corpus", {}))


def summary(counts: Counter) -> str:
    """Return the counts as one line."""
    ended = ", ".join(f"{counts[state]} {words}" for state, words in _ENDINGS.items())
    return f"{sum(counts.values())} altered workbooks checked: {ended}"


_ENDINGS = {"accepted": "accepted", "returned": "sent back", "unreadable": "refused"}
