"""Consolidating again when nothing changed reads nothing but hashes and writes nothing."""

from pathlib import Path

import pytest

from catalogue import Catalogue
from cli.consolidate import write_master
from cli.desk import Desk
from consolidate import Ledger
from tests.cli.rounds import form, new_round

CACHE = Path(".bo-dem", "da-doc.sqlite")


@pytest.fixture
def folder(tmp_path, plan, design, owed):
    desk = new_round(tmp_path / "đợt", plan, design, owed)
    desk.receive(form(desk), "một.xlsx")
    desk.receive(form(desk, "11311", wrong=True), "hai.xlsx")
    consolidate(desk.round.folder)
    return desk.round.folder


def consolidate(folder):
    return write_master(Desk.open(folder, Catalogue()))


def state(folder):
    """Return when every file was written, and what it holds; the lock is only touched."""
    return {
        path: (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".tonghop.lock")
    }


def no_worker(monkeypatch):
    monkeypatch.delattr("validation.workers._start")


def test_nothing_is_read_and_nothing_written(folder, monkeypatch):
    before, events = state(folder), Ledger.open(folder / "so-theo-doi.sqlite").events()
    no_worker(monkeypatch)
    consolidate(folder)

    assert state(folder) == before
    assert Ledger.open(folder / "so-theo-doi.sqlite").events() == events


def test_checking_single_files_forgets_nothing_of_the_others(folder):
    before = state(folder)
    desk = Desk.open(folder, Catalogue())
    checked = desk.check((folder / "nhan-ve" / "một.xlsx",))

    assert [each.file for each in checked.submissions] == ["một.xlsx"]
    assert state(folder) == before


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"x" * 9_000)])
def test_without_a_usable_cache_the_master_is_the_same(folder, damage):
    master = folder / "tong-hop" / "tong-hop.xlsx"
    before = master.read_bytes()
    damage(folder / CACHE)
    consolidate(folder)

    assert master.read_bytes() == before
    assert (folder / CACHE).stat().st_size > 9_000


def test_a_file_that_cannot_be_kept_is_no_reason_to_stop(folder, plan, design, owed):
    (folder / CACHE).unlink()
    (folder / CACHE.parent).rmdir()
    (folder / CACHE.parent).write_text("")

    assert len(consolidate(folder).submissions) == 2


def test_a_file_that_changed_back_and_forth_is_read_each_time(folder):
    path = folder / "nhan-ve" / "một.xlsx"
    first = path.read_bytes()
    path.write_bytes(b"%PDF-1.4")
    gone = [each.file for each in consolidate(folder).submissions if not each.unit_code]
    path.write_bytes(first)

    assert gone == ["một.xlsx"]
    assert all(each.unit_code for each in consolidate(folder).submissions)
