"""LibreOffice recalculates the master: every formula says what was stored with it."""

import math
import re
import zipfile

import openpyxl
import pytest
from pandas.testing import assert_frame_equal

from consolidate import merge, read_master
from tests.consolidate.making import DEADLINE, checked
from tests.libreoffice import recalculate

SPOILT = b"<v>987654321</v>"

pytestmark = pytest.mark.libreoffice


def spoil(path, target):
    """Copy a workbook with every stored result made wrong, so that only a real calculation helps."""
    stored = re.compile(rb'(<c r="[A-Z]+\d+"[^>]*?)( t="str")?>(<f.*?</f>)<v>[^<]*</v>')
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = stored.sub(rb"\1>\3" + SPOILT, content)
            copy.writestr(name, content)


def formulas_and_values(path):
    """Return every formula's place and stored value; blank text and nothing are the same."""
    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): values[sheet.title][cell.coordinate].value or ""
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def is_same(stored, calculated):
    """Compare two values; LibreOffice writes numbers with fifteen digits."""
    if isinstance(stored, float) and isinstance(calculated, int | float):
        return math.isclose(stored, calculated, rel_tol=1e-14)
    return stored == calculated


def compare(path, folder):
    spoilt = folder / "spoilt.xlsx"
    spoil(path, spoilt)
    assert set(formulas_and_values(spoilt).values()) == {987654321}
    stored = formulas_and_values(path)
    calculated = formulas_and_values(recalculate(spoilt, folder / "out"))

    assert calculated.keys() == stored.keys()
    changed = {place: (value, calculated[place]) for place, value in stored.items()}
    assert not {place: pair for place, pair in changed.items() if not is_same(*pair)}
    return stored


def test_recalculating_a_whole_round_changes_no_value(master_path, tmp_path):
    stored = compare(master_path, tmp_path)

    assert len(stored) > 1500


def test_a_master_saved_by_libreoffice_reads_as_before(master_path, tmp_path):
    before, after = read_master(master_path), read_master(recalculate(master_path, tmp_path))

    assert after.about == before.about
    for key, table in before.tables.items():
        assert_frame_equal(after.tables[key], table, rtol=1e-14)


def test_recalculating_an_empty_round_changes_no_value(build, every_duty, tmp_path):
    path = tmp_path / "tong-hop.xlsx"
    path.write_bytes(build(merge(checked([]), every_duty, deadline=DEADLINE)))

    compare(path, tmp_path)


def test_recalculating_every_rule_and_codes_that_look_like_numbers_changes_no_value(odd_master, tmp_path):
    compare(odd_master, tmp_path)
