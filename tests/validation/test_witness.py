"""What a cell shows, held against what the form prints."""

import pytest
from rapidfuzz import fuzz

from validation.structure.witness import NAME_CUTOFF, likeness, nearest

NAMES = {"a": "Sở Xây dựng", "b": "Sở Khoa học và Công nghệ"}
ENDLESS = "x " * 1_000


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Sở Xây dựg", "a"),
        ("so xay dung", "a"),
        ("Sở" + " " * 1_000 + "Xây dựng", "a"),
        ("Sở Xây lắp", None),
        (ENDLESS, None),
        ("", None),
    ],
)
def test_the_one_name_that_is_meant(text, key):
    assert nearest(text, NAMES, cutoff=NAME_CUTOFF) == key


def test_no_names_are_meant_by_nothing():
    assert nearest("Sở", {}, cutoff=NAME_CUTOFF) is None


def test_a_text_much_longer_than_a_name_is_never_compared_with_it(monkeypatch):
    monkeypatch.delattr("validation.structure.witness.fuzz")
    monkeypatch.delattr("validation.structure.witness.process")

    assert likeness(ENDLESS, "Sở Xây dựng") == 0
    assert nearest(ENDLESS, NAMES, cutoff=NAME_CUTOFF) is None


def test_such_a_text_would_not_come_near():
    assert fuzz.ratio(ENDLESS, NAMES["b"]) < NAME_CUTOFF / 2
