"""A round of the real plan in a folder, for tests of commands that decide about it."""

import hashlib
from datetime import date

from catalogue import Catalogue, SheetKey, load_round
from cli.new import create_round
from tests.forms import FormDesk, right_answers

UNIT, NAME = "so-xay-dung", "Sở Xây dựng"
SIGNED = ("--why", "Đã hỏi qua điện thoại.", "--by", "Trần Thị B")


def new_round(folder, plan, design, owed, *, year=2026):
    """Make a round in a folder and return a desk that fills forms for it."""
    create_round(Catalogue(), folder, plan_id=plan.id, period_code=str(year), deadline=date(year, 12, 18))
    return FormDesk(plan, design, owed, load_round(folder))


def form(desk, unit=UNIT, *, person="Lê Văn A", pct=None, wrong=False):
    """Return a unit's form; `pct` is the first task's share, `wrong` makes it an error."""
    answers = right_answers(desk.owed[unit])
    answers[SheetKey.INFO]["contact_name"] = {"value": person}
    first = next(iter(answers[SheetKey.TASKS].values()))
    if pct is not None:
        first["completion_pct"] = pct
    if wrong:
        first["completion_pct"] = 150.0
    return desk.form(unit, answers)


def fingerprint(folder):
    """Return what lies in a folder: name and hash of every file, without the lock of who looks."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".tonghop.lock")
    }
