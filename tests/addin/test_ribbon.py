"""Ribbon functions are plain functions; a fake book stands in for Excel's."""

from types import SimpleNamespace

import pytest

from addin import consolidate_active_round
from catalogue import RoundError
from tests.commands import run


def test_consolidating_from_the_open_master_makes_the_master_the_command_line_makes(tmp_path):
    folder = tmp_path / "đợt"
    run("demo", folder)
    master = folder / "tong-hop" / "tong-hop.xlsx"
    before = master.read_bytes()
    master.unlink()

    told = consolidate_active_round(SimpleNamespace(fullname=str(master)))

    assert master.read_bytes() == before
    assert "trên 121 đơn vị phải báo cáo" in told


def test_a_workbook_outside_any_round_is_answered_in_plain_words(tmp_path):
    with pytest.raises(RoundError, match="đợt báo cáo"):
        consolidate_active_round(SimpleNamespace(fullname=str(tmp_path / "số khác.xlsx")))
