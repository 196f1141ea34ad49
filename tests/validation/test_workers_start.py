"""A worker reads soon after it starts: it loads no more than reading needs."""

import subprocess
import sys

import pytest

HEAVY = ("pandas", "pandera", "openpyxl", "docx")


def loaded_by(module):
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module", ["validation", "validation.start", "validation.workers", "validation.check"]
)
def test_what_a_worker_loads_is_light(module):
    assert loaded_by(module).isdisjoint(HEAVY)


def test_the_program_s_script_loads_nothing_in_a_worker():
    assert "cli.application" not in loaded_by("cli")


def test_the_room_knows_no_other_names_than_its_own():
    import validation

    with pytest.raises(AttributeError):
        _ = validation.nothing
