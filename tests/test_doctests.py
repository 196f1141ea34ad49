import doctest
import importlib
import pkgutil

import pytest

ROOMS = ("catalogue", "templates", "validation", "consolidate", "report", "cli", "addin")


def modules():
    for room in ROOMS:
        package = importlib.import_module(room)
        yield room
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            yield module.name


@pytest.mark.parametrize("name", list(modules()))
def test_the_examples_in_docstrings_are_true(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
