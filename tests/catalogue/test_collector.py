"""The garbage collector is as it was, once the work is done."""

import gc

import pytest

from catalogue import uncollected


def test_nothing_is_collected_while_much_is_gathered():
    with uncollected():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_work_that_fails_leaves_the_collector_as_it_was():
    with pytest.raises(ValueError, match="x"), uncollected():
        raise ValueError("x")  # noqa: EM101 - any failure will do

    assert gc.isenabled()


def test_who_has_no_collector_gets_none():
    gc.disable()
    try:
        with uncollected():
            pass

        assert not gc.isenabled()
    finally:
        gc.enable()
