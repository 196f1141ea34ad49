"""A round split into provinces, each with a master of its own."""

from dataclasses import replace

from catalogue import Office, new_round_text
from consolidate import build_master, merge, read_master
from consolidate.nation.model import Province
from tests.consolidate.making import DEADLINE
from validation import Checked


def part_of(checked, duties):
    """Return what a verdict says of some units only."""
    codes = [duty.unit.code for duty in duties]
    rows = {sheet: frame[frame["unit_code"].isin(codes)] for sheet, frame in checked.rows.items()}
    files = [each for each in checked.submissions if each.unit_code in codes]
    return Checked(submissions=tuple(files), rows=rows)


def province(folder, merged, plan, *, name, registry, round_, design, pasts=()):
    """Write a province's round with its master and return it as it is read back."""
    office = Office(name=name)
    own = replace(round_, folder=folder, office=office)
    own.master_path.parent.mkdir(parents=True)
    text = new_round_text(plan, round_.period, DEADLINE, office=office, is_invented=True)
    (folder / "dot-bao-cao.toml").write_text(text, encoding="utf-8")
    content = build_master(merged, plan=plan, registry=registry, round_=own, design=design, pasts=pasts)
    own.master_path.write_bytes(content)
    return Province(name=name, folder=folder, master=own.master_path, tables=read_master(own.master_path))


def split(checked, duties, count):
    """Return rounds of every so-manieth unit, put together one by one."""
    parts = [duties[first::count] for first in range(count)]
    return [merge(part_of(checked, part), part, deadline=DEADLINE) for part in parts]
