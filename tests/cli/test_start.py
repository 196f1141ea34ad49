"""What a command loads before it works: only what it uses, and nothing heavy before files are being read."""

import subprocess
import sys
from itertools import chain
from types import ModuleType

import pytest

import consolidate
import templates
import validation
import validation.reading

HEAVY = {"pandas", "pandera", "openpyxl", "docx", "jinja2", "matplotlib"}
NOT_YET = {"consolidate.master", "consolidate.context", "consolidate.history", "consolidate.merging", "rich"}
OPENERS = {"validation.intake", "validation.reading.read", "python_calamine", "zlib_ng"}


def loaded_after(code):
    """Return what Python has loaded after some code, in a process of its own."""
    asked = [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"]
    return set(subprocess.run(asked, capture_output=True, check=True, text=True).stdout.split())


def test_nothing_heavy_is_loaded_before_files_are_being_read():
    loaded = loaded_after("import validation.workers, validation.check, cli.application, cli.consolidate")

    assert loaded & (HEAVY | NOT_YET | OPENERS) == set()


def test_workers_start_before_anything_of_ours_is_loaded():
    loaded = loaded_after("import cli\nfrom validation import start_loading")

    assert {name for name in loaded if name.startswith(("catalogue", "typer", "pebble"))} == set()


def test_a_command_loads_its_own_module_and_no_other():
    loaded = loaded_after("from cli.application import _meant\n_meant(['plans'])")

    assert "cli.plans" in loaded
    assert loaded & {"cli.report", "cli.demo", "cli.plan", "report"} == set()


@pytest.mark.parametrize("room", [consolidate, templates, validation, validation.reading])
def test_a_door_opens_on_all_its_names_and_on_no_others(room):
    assert sorted(chain.from_iterable(room._HOMES.values())) == sorted(room.__all__)
    assert [name for name in room.__all__ if isinstance(getattr(room, name), ModuleType)] == []
    with pytest.raises(AttributeError):
        _ = room.unknown
