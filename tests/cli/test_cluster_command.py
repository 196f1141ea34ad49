"""`--cluster`: the same master, byte for byte, and plain words when there is no cluster."""

import pytest

from tests.cli.rounds import form, new_round
from tests.cluster import small_cluster
from tests.commands import run


@pytest.fixture
def folder(tmp_path, plan, design, owed):
    """A round in which one unit is right and one wrong."""
    desk = new_round(tmp_path / "đợt", plan, design, owed)
    desk.receive(form(desk), "đúng.xlsx")
    desk.receive(form(desk, "11311", wrong=True), "sai.xlsx")
    return desk.round.folder


def test_the_master_is_the_same_byte_for_byte(folder):
    master = folder / "tong-hop" / "tong-hop.xlsx"
    here = run("consolidate", folder)
    before = master.read_bytes()
    master.unlink()
    with small_cluster() as cluster:
        there = run("consolidate", folder, "--cluster", cluster.scheduler_address)

    assert (there.returncode, there.stdout, there.stderr) == (here.returncode, here.stdout, here.stderr)
    assert master.read_bytes() == before


@pytest.mark.parametrize("command", ["check", "consolidate"])
def test_without_a_cluster_the_round_stays_as_it_was(folder, command):
    done = run(command, folder, "--cluster", "smoke://signals:1")

    assert done.returncode == 2
    assert "Không kết nối được cụm máy tại “smoke://signals:1”" in done.stderr
    assert not (folder / "tong-hop" / "tong-hop.xlsx").exists()
