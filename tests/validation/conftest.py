import pytest

from tests.forms import FormDesk


@pytest.fixture
def desk(plan, design, owed, round_):
    return FormDesk(plan, design, owed, round_)
