"""One trial round for all tests of the command line; it takes seconds, so it is made once per process."""

import pytest

from tests.commands import run


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "đợt thử & nghiệm"
    done = run("demo", folder)
    assert done.returncode == 0, done.stderr
    return folder
