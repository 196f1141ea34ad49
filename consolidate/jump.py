"""Links within the master; they find their row by its key, however the sheets are sorted."""

from consolidate.formula import blank_if, counted, quoted
from consolidate.table import FIRST_ROW, Area, Formula

WITHIN = frozenset({"detail", "issue", "summary"})
"""The columns of such links: they say nothing of a row, so a master that lacks one is still whole."""


def jump(area: Area, *, span: str, match: str, shown: str, is_any: bool = True) -> Formula:
    """Return a link to the first row of a table that holds a key; blank when none does.

    Args:
        area: The table the link leads to.
        span: Its column of keys, as any sheet writes it.
        match: The address of the key, on the sheet of the link; or the key itself, quoted.
        shown: What the link shows.
        is_any: Whether there is such a row now.
    """
    place = quoted(f"#{area.start}")
    link = f"HYPERLINK({place}&(MATCH({match},{span},0)+{FIRST_ROW - 1}),{quoted(shown)})"
    return Formula(text=f"={blank_if(f'{counted((span, match))}=0', link)}", value=shown if is_any else None)
