"""Templates: in goes what a unit owes, out comes its form; also the Word templates.

`build_form` makes the empty form, or with a `Filling` the marked copy; `plan_book` makes the workbook of a
plan. The names of the layout are the contract with what reads a form back. A name loads when it is first
asked for: who reads forms need not load what writes them, nor what makes Word templates.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from templates.build import build_form, form_file_name
    from templates.layout import (
        HEADER_ROW,
        IDENTITY_SHEET,
        KEY_COLUMN,
        KEY_ROW,
        LISTS_SHEET,
        MISSING_KEY,
        NAME_PREFIX,
        VALUE_KEY,
        WRONG_KEY,
    )
    from templates.letter_width import balanced_lines, bold_width
    from templates.measure import height_of
    from templates.model import Filling, Mark
    from templates.plain_sheet import PlainWorksheet
    from templates.plan_book_build import plan_book
    from templates.repack import archived, repacked
    from templates.table import printed_rows
    from templates.word import build_report_template, letter_template, party_template, report_template
    from templates.word_blocks import with_text_blocks
    from templates.word_party import PARTY_HEAD_WIDTHS_MM
    from templates.word_styles import (
        AGENCY_ROOM_MM,
        APPENDIX_LINE_MM,
        BUILT_IN_STYLES,
        HEAD_WIDTHS_MM,
        MM_PER_POINT,
        TEXT_WIDTH_MM,
    )

__all__ = [
    "AGENCY_ROOM_MM",
    "APPENDIX_LINE_MM",
    "BUILT_IN_STYLES",
    "HEADER_ROW",
    "HEAD_WIDTHS_MM",
    "IDENTITY_SHEET",
    "KEY_COLUMN",
    "KEY_ROW",
    "LISTS_SHEET",
    "MISSING_KEY",
    "MM_PER_POINT",
    "NAME_PREFIX",
    "PARTY_HEAD_WIDTHS_MM",
    "TEXT_WIDTH_MM",
    "VALUE_KEY",
    "WRONG_KEY",
    "Filling",
    "Mark",
    "PlainWorksheet",
    "archived",
    "balanced_lines",
    "bold_width",
    "build_form",
    "build_report_template",
    "form_file_name",
    "height_of",
    "letter_template",
    "party_template",
    "plan_book",
    "printed_rows",
    "repacked",
    "report_template",
    "with_text_blocks",
]

_HOMES = {
    "build_form": "build",
    "form_file_name": "build",
    "HEADER_ROW": "layout",
    "IDENTITY_SHEET": "layout",
    "KEY_COLUMN": "layout",
    "KEY_ROW": "layout",
    "LISTS_SHEET": "layout",
    "MISSING_KEY": "layout",
    "NAME_PREFIX": "layout",
    "VALUE_KEY": "layout",
    "WRONG_KEY": "layout",
    "balanced_lines": "letter_width",
    "bold_width": "letter_width",
    "height_of": "measure",
    "Filling": "model",
    "Mark": "model",
    "PlainWorksheet": "plain_sheet",
    "plan_book": "plan_book_build",
    "archived": "repack",
    "repacked": "repack",
    "printed_rows": "table",
    "build_report_template": "word",
    "letter_template": "word",
    "party_template": "word",
    "report_template": "word",
    "with_text_blocks": "word_blocks",
    "PARTY_HEAD_WIDTHS_MM": "word_party",
    "AGENCY_ROOM_MM": "word_styles",
    "APPENDIX_LINE_MM": "word_styles",
    "BUILT_IN_STYLES": "word_styles",
    "HEAD_WIDTHS_MM": "word_styles",
    "MM_PER_POINT": "word_styles",
    "TEXT_WIDTH_MM": "word_styles",
}


def __getattr__(name: str) -> object:
    """Load a name of this room when it is first asked for."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
