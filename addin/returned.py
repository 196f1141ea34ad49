"""The button “Bản trả lại của đơn vị”: open the marked copy of the unit in the selected row."""

from addin.seat import Seat
from addin.selected import UNIT_KEY, selected_row
from addin.showing import open_workbook
from catalogue import Duty, RoundError
from catalogue.wording import addin as words
from cli.desk import Desk
from cli.send_back import marked_copy_name


def open_returned(seat: Seat) -> str:
    """Open the marked copy of the unit in the selected row."""
    desk = seat.desk()
    duty = _duty(seat, desk)
    path = desk.round.returned_dir / marked_copy_name(duty, desk.round.period)
    if not path.is_file():
        raise RoundError(words.NOTHING_RETURNED.format(unit=duty.unit.agency_name))
    open_workbook(seat.excel, path, read_only=False)
    return words.RETURNED_OPENED.format(unit=duty.unit.agency_name)


def _duty(seat: Seat, desk: Desk) -> Duty:
    row = selected_row(seat)
    code = row.cell(UNIT_KEY).value if UNIT_KEY in row.keys else None
    # Excel hands every number over as a float.
    text = str(int(code)) if isinstance(code, float) and code.is_integer() else str(code or "")
    duty = desk.by_unit.get(text)
    if duty is None:
        raise RoundError(words.NO_UNIT_HERE)
    return duty
