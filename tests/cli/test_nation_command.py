"""`nation`: two provinces' rounds become one workbook."""

import shutil

import openpyxl
import pytest

from tests.cli.rounds import form, new_round
from tests.commands import ask, run


@pytest.fixture(scope="module")
def provinces(tmp_path_factory, plan, design, owed):
    """Two provinces with a master each, of one unit that is right."""
    folder = tmp_path_factory.mktemp("nước")
    desk = new_round(folder / "một", plan, design, owed)
    desk.receive(form(desk), "đúng.xlsx")
    assert run("consolidate", folder / "một").returncode == 0
    shutil.copytree(folder / "một", folder / "hai")
    settings = folder / "hai" / "dot-bao-cao.toml"
    text = settings.read_text(encoding="utf-8").replace("thành phố Hải Phòng", "tỉnh Hai")
    settings.write_text(text, encoding="utf-8")
    return folder


def test_the_nation_says_what_it_added_up(provinces, tmp_path):
    out = tmp_path / "nước.xlsx"
    told = ask("nation", provinces, "--out", out)

    assert (told["provinces"], told["accepted"], told["owing"]) == (2, 2, 242)
    assert openpyxl.load_workbook(out).sheetnames[0] == "Tỉnh, thành phố"


def test_provinces_that_cannot_be_added_up_leave_no_workbook(provinces, tmp_path):
    out = tmp_path / "nước.xlsx"
    done = run("nation", provinces, provinces / "không có", "--out", out)

    assert done.returncode == 2
    assert "Không tìm thấy đợt báo cáo nào" in done.stderr
    assert not out.exists()
