"""What forms print in their fixed rows does not depend on the forms made before."""

from dataclasses import replace

import pytest

from catalogue import Role, SheetKey
from templates import FixedLines


@pytest.mark.parametrize("key", [SheetKey.TASKS, SheetKey.INDICATORS])
def test_lines_of_one_unit_do_not_depend_on_those_of_another(plan, owed, key):
    shared = FixedLines(plan)
    for duty in owed.values():
        coordinating = tuple(replace(each, role=Role.COORDINATING) for each in duty.tasks)
        succeeding = tuple(replace(each, instead_of=("Sở cũ",)) for each in duty.tasks)
        others = (replace(duty, tasks=tasks) for tasks in (coordinating, succeeding))
        for each in (duty, *others, replace(duty, indicators=duty.indicators[::-1])):
            assert shared.of(key, each) == FixedLines(plan).of(key, each)
