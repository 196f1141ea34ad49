"""A round is closed, verified, opened again; what comes later is a supplement."""

import shutil

import pytest

from catalogue import load_round
from consolidate import read_master
from tests.cli.rounds import SIGNED, UNIT, form, new_round
from tests.commands import ask, run
from tests.forms import FormDesk

BY = ("--by", "Trần Thị B")


@pytest.fixture(scope="module")
def ready(tmp_path_factory, plan, design, owed):
    """A round of one submission, consolidated; tests only look at it."""
    folder = tmp_path_factory.mktemp("close") / "đợt"
    desk = new_round(folder, plan, design, owed)
    desk.receive(form(desk), "báo cáo.xlsx")
    assert run("consolidate", folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def closed(ready, tmp_path_factory):
    """The same round, closed; tests only look at it."""
    folder = shutil.copytree(ready, tmp_path_factory.mktemp("closed") / "đợt")
    done = run("close", folder, *BY)
    assert "Đã chốt đợt báo cáo (lần 1)" in done.stdout, done.stderr
    return folder


@pytest.fixture
def folder(closed, tmp_path):
    """A copy of the closed round, to be changed."""
    return shutil.copytree(closed, tmp_path / "đợt")


@pytest.fixture
def late(folder, plan, design, owed):
    """The same after a later file of the unit and one of another came."""
    desk = FormDesk(plan, design, owed, load_round(folder))
    desk.receive(form(desk, pct=99.0), "bổ sung.xlsx")
    desk.receive(form(desk, "so-cong-thuong"), "sở khác.xlsx")
    return folder


def test_a_closed_round_is_sound_and_says_so(closed):
    assert ask("close", closed, "--verify") == {"closings": [1], "is_closed": True, "problems": []}
    assert "còn nguyên vẹn" in run("close", closed, "--verify").stdout
    assert ask("status", closed)["closing"]["by"] == "Trần Thị B"
    assert "đã được Trần Thị B chốt" in run("status", closed).stdout


def test_the_sealed_master_is_the_one_people_saw(closed):
    sealed = closed / "chot" / "lan-1" / "tong-hop.xlsx"

    assert sealed.read_bytes() == load_round(closed).master_path.read_bytes()
    assert (closed / "chot" / "lan-1" / "dot-bao-cao.toml").exists()


def test_a_change_to_the_sealed_copy_is_found_out(folder):
    sealed = folder / "chot" / "lan-1" / "tong-hop.xlsx"
    sealed.chmod(0o644)
    sealed.write_bytes(b"x")
    done = run("close", folder, "--verify")

    assert done.returncode == 1
    assert "“tong-hop.xlsx” trong bản lưu đã bị sửa" in done.stdout


def test_what_comes_later_is_shown_and_not_merged(late):
    answer = ask("consolidate", late)
    tables = read_master(load_round(late).master_path).tables
    states = tables["sources"].set_index("file")["state"]
    units = tables["submissions"].set_index("unit_code")

    assert answer["rows"]["supplement"] > 0
    assert answer["submissions"]["supplements"] == 2
    assert states["bổ sung.xlsx"] == states["sở khác.xlsx"] == "Bổ sung sau chốt"
    assert units.loc["so-cong-thuong", "state"] == "Chưa nộp"
    assert "sở khác.xlsx" in units.loc["so-cong-thuong", "note"]
    assert tables["sources"]["rows_supplement"].sum() == answer["rows"]["supplement"]


def test_the_board_and_the_row_count_show_supplements(late):
    assert "Bổ sung sau chốt, chưa tổng hợp (2)" in run("status", late).stdout
    assert "+ bổ sung sau chốt" in run("consolidate", late).stdout


@pytest.mark.parametrize(
    "command",
    [("accept", UNIT, *SIGNED), ("pick", UNIT, "x", *SIGNED), ("waive", UNIT, *SIGNED), ("close", *BY)],
)
def test_a_closed_round_takes_no_decision(closed, command):
    name, *arguments = command
    done = run(name, closed, *arguments)

    assert done.returncode == 2
    assert "đã được Trần Thị B chốt" in done.stderr


def test_opened_again_the_round_goes_on_and_may_be_closed_again(late):
    opened = run("close", late, "--reopen", *SIGNED)
    stale = run("close", late, *BY)
    answer = ask("consolidate", late)
    again = run("close", late, *BY)

    assert "Đã mở lại" in opened.stdout, opened.stderr
    assert "chưa khớp" in stale.stderr
    assert (answer["rows"]["supplement"], answer["submissions"]["accepted"]) == (0, 2)
    assert "(lần 2)" in again.stdout, again.stderr
    assert ask("close", late, "--verify")["closings"] == [1, 2]


def test_opening_again_needs_a_reason(closed):
    assert "--why" in run("close", closed, "--reopen", *BY).stderr


def test_a_round_without_a_master_or_with_an_old_one_is_not_closed(ready, tmp_path, plan, design, owed):
    folder = shutil.copytree(ready, tmp_path / "đợt")
    desk = FormDesk(plan, design, owed, load_round(folder))
    desk.receive(
        form(desk, pct=99.0),
        "bổ sung.xlsx",
    )
    old = run("close", folder, *BY)
    load_round(folder).master_path.unlink()
    none = run("close", folder, *BY)

    assert "chưa khớp" in old.stderr
    assert "Chưa có bảng tổng hợp" in none.stderr
    assert not (folder / "chot").exists()


def test_a_round_never_closed_has_nothing_to_verify(ready):
    done = run("close", ready, "--verify")

    assert (done.returncode, "chưa chốt lần nào" in done.stdout) == (0, True)
