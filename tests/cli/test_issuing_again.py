"""Issuing again clears away what an earlier run made, and nothing else; whoever writes holds the round."""

import shutil
from dataclasses import replace
from hashlib import sha256

import pytest

import cli.consolidate
import cli.issue
import cli.report
from catalogue import Catalogue, load_round
from cli.desk import Desk
from cli.issue import write_covering_letter, write_forms
from cli.issued import MADE
from cli.report import write_report
from consolidate import holder_of
from templates import form_file_name
from tests.cli.rounds import form, new_round
from tests.forms import FormDesk


@pytest.fixture(scope="module")
def issued(tmp_path_factory, plan, design, owed):
    """A round whose forms were issued to three units; tests work on copies."""
    folder = tmp_path_factory.mktemp("issued") / "đợt"
    new_round(folder, plan, design, owed).receive(form(new_desk(folder, owed)))
    write_forms(few(Desk.open(folder, Catalogue()), 3))
    return folder


def new_desk(folder, owed):
    desk = Desk.open(folder, Catalogue())
    return FormDesk(desk.plan, desk.design, owed, load_round(folder))


def few(desk, count):
    """Return the desk of a round in which only the first units report."""
    return replace(desk, duties=desk.duties[:count])


@pytest.fixture
def desk(issued, tmp_path):
    return few(Desk.open(shutil.copytree(issued, tmp_path / "đợt"), Catalogue()), 3)


def forms(desk):
    return {path.name for path in desk.round.issued_dir.glob("*.xlsx")}


def names(desk):
    return [form_file_name(duty, desk.round.period) for duty in desk.duties]


def test_forms_of_units_that_report_no_more_are_removed(desk):
    kept = write_forms(few(desk, 2))

    assert (forms(desk), kept) == (set(names(desk)[:2]), ())


def test_a_form_somebody_changed_stays_and_is_named_until_it_is_gone(desk):
    last = names(desk)[2]
    path = desk.round.issued_dir / last
    path.write_bytes(b"x" + path.read_bytes())

    assert [write_forms(few(desk, 2)), write_forms(few(desk, 2))] == [(last,), (last,)]
    assert last in forms(desk)
    path.unlink()
    assert write_forms(few(desk, 2)) == ()


def test_a_form_that_is_open_elsewhere_stays(desk, monkeypatch):
    def refuse(path, **_):
        raise PermissionError(path)

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.unlink", lambda path, **given: refuse(path) if given == {} else None)
        kept = write_forms(few(desk, 2))

    assert kept == (names(desk)[2],)


def test_what_a_user_put_there_is_never_touched(desk):
    own = desk.round.issued_dir / "Ghi chú.xlsx"
    own.write_bytes(b"x")
    shutil.copy(desk.round.issued_dir / names(desk)[2], desk.round.issued_dir / "Bản chép.xlsx")
    write_forms(few(desk, 2))

    assert {"Ghi chú.xlsx", "Bản chép.xlsx"} <= forms(desk)


@pytest.mark.parametrize(
    "told", ["", "[1]", "hỏng", '{"../dot-bao-cao.toml": "%s"}', '{"nhan-ve/bản nộp.xlsx": "%s"}']
)
def test_a_list_that_was_tampered_with_removes_nothing(desk, told):
    settings = desk.round.folder / "dot-bao-cao.toml"
    text = told % sha256(settings.read_bytes()).hexdigest() if "%s" in told else told
    (desk.round.folder / MADE).write_text(text, encoding="utf-8")
    write_forms(few(desk, 2))

    assert settings.is_file()
    assert forms(desk) == set(names(desk))


def test_whoever_writes_into_a_round_holds_it(desk, monkeypatch):
    held = []

    def watch(place):
        saved = getattr(*place)
        monkeypatch.setattr(
            *place, lambda *given: held.append(holder_of(desk.round.folder) is not None) or saved(*given)
        )

    for place in ((cli.issue, "save"), (cli.report, "save_report"), (cli.consolidate, "save")):
        watch(place)
    write_forms(desk)
    write_covering_letter(desk)
    cli.consolidate.write_master(Desk.open(desk.round.folder, Catalogue()))
    write_report(Desk.open(desk.round.folder, Catalogue()))

    assert len(held) >= 3 + 1 + 1 + 2 + 1
    assert all(held)
    assert holder_of(desk.round.folder) is None
