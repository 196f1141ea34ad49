"""The Excel ribbon: in comes a pressed button, out goes what the command line does, told in Excel.

VBA starts `python -I -m addin COMMAND --wb=… --from_xl=1 --hwnd=…`; `run` finds the workbook, calls the
command's function and tells its answer. To add a button: a row in `catalogue/data/ribbon.csv` and an entry
in `COMMANDS`; a test compares the two.
"""

from addin.commands import COMMANDS
from addin.launch import run
from addin.memory import Memory
from addin.seat import Seat

__all__ = ["COMMANDS", "Memory", "Seat", "run"]
