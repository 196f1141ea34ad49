"""A master that somebody saves while a new one is made, and one that was typed over."""

import shutil
from contextlib import contextmanager

import openpyxl
import pytest

from catalogue import Catalogue, LockedFileError
from cli.consolidate import MOST_ATTEMPTS, write_master
from cli.desk import Desk
from consolidate import read_staff_work
from tests.cli.rounds import form, new_round


@pytest.fixture(scope="module")
def ready(tmp_path_factory, plan, design, owed):
    """A round with a master; tests work on copies."""
    folder = tmp_path_factory.mktemp("meanwhile") / "đợt"
    desk = new_round(folder, plan, design, owed)
    desk.receive(form(desk, pct=40.0))
    write_master(Desk.open(folder, Catalogue()))
    return folder


@pytest.fixture
def desk(ready, tmp_path):
    return Desk.open(shutil.copytree(ready, tmp_path / "đợt"), Catalogue())


def note(desk, text, column="staff_note"):
    """Write into the first task row of the master, as a person does who has it open."""
    path = desk.round.master_path
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Nhiệm vụ - chi tiết"]
    sheet.cell(6, [cell.value for cell in sheet[1]].index(column) + 1).value = text
    workbook.save(path)


@contextmanager
def meanwhile(monkeypatch, *acts):
    """Let something happen each time a master has just been built."""
    waiting, build = list(acts), Desk.build_master

    def built(self, *given):
        content = build(self, *given)
        if waiting:
            waiting.pop(0)()
        return content

    with monkeypatch.context() as patch:
        patch.setattr(Desk, "build_master", built)
        yield


def notes(desk):
    return [row.note for row in read_staff_work(desk.round.master_path).rows]


def test_what_is_saved_while_a_master_is_made_is_in_the_new_one(desk, monkeypatch):
    with meanwhile(monkeypatch, lambda: note(desk, "Gọi lại")):
        write_master(desk)

    assert notes(desk) == ["Gọi lại"]


def test_a_master_that_keeps_changing_is_left_alone(desk, monkeypatch):
    acts = [lambda text=str(number): note(desk, f"Lần {text}") for number in range(MOST_ATTEMPTS)]
    with meanwhile(monkeypatch, *acts), pytest.raises(LockedFileError, match="lưu lại liên tục"):
        write_master(desk)

    assert notes(desk) == [f"Lần {MOST_ATTEMPTS - 1}"]


def test_a_master_that_is_put_there_meanwhile_is_read_and_one_taken_away_is_made_anew(desk, monkeypatch):
    path = desk.round.master_path
    note(desk, "Có sẵn")
    content = path.read_bytes()
    path.unlink()
    with meanwhile(monkeypatch, lambda: path.write_bytes(content), path.unlink):
        write_master(desk)

    assert notes(desk) == []
    assert path.is_file()


def test_the_master_is_read_once(desk, monkeypatch):
    times = []
    read = Desk.staff_work
    monkeypatch.setattr(Desk, "staff_work", lambda self: times.append(1) or read(self))
    monkeypatch.setattr("consolidate.staff_work_of", counted(times))
    write_master(desk)

    assert len(times) == 2


def counted(times):
    from consolidate import staff_work_of

    return lambda path, *, written: times.append(1) or staff_work_of(path, written=written)


def test_what_was_typed_over_is_told_once_and_kept(desk, capsys):
    note(desk, "Đã xong hết", column="result_text")
    typed = desk.round.master_path.read_bytes()
    write_master(desk)
    (kept,) = desk.round.master_path.parent.glob("*(bản trước*.xlsx")
    told = capsys.readouterr().err
    write_master(desk)

    assert "nội dung “Đã xong hết” gõ vào ô" in told
    assert kept.read_bytes() == typed
    assert capsys.readouterr().err == ""


def test_consolidating_again_changes_no_byte_and_keeps_no_copy(desk):
    before = desk.round.master_path.read_bytes()
    write_master(desk)

    assert desk.round.master_path.read_bytes() == before
    assert desk.written_path.read_bytes() == before
    assert [path.name for path in desk.round.master_path.parent.iterdir()] == [desk.round.master_path.name]
