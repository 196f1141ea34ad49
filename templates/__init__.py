"""Templates: in goes what a unit owes, out comes its form; also the Word templates.

`build_form` makes the empty form, or with a `Filling` the marked copy; `plan_book` makes the workbook of a
plan. The names of the layout are the contract with what reads a form back. A name loads when it is first
asked for: who reads forms need not load what writes them, nor what makes Word templates.
"""

from typing import TYPE_CHECKING

import lazy_loader

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
    from templates.measure import height_of, sure_fit
    from templates.model import Filling, Mark
    from templates.plain_sheet import PlainCell, PlainWorksheet
    from templates.plan_book_build import plan_book
    from templates.repack import archived, repacked
    from templates.table import FixedLines
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
    "FixedLines",
    "Mark",
    "PlainCell",
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
    "repacked",
    "report_template",
    "sure_fit",
    "with_text_blocks",
]

_HOMES = {
    "build": ["build_form", "form_file_name"],
    "layout": [
        "HEADER_ROW",
        "IDENTITY_SHEET",
        "KEY_COLUMN",
        "KEY_ROW",
        "LISTS_SHEET",
        "MISSING_KEY",
        "NAME_PREFIX",
        "VALUE_KEY",
        "WRONG_KEY",
    ],
    "letter_width": ["balanced_lines", "bold_width"],
    "measure": ["height_of", "sure_fit"],
    "model": ["Filling", "Mark"],
    "plain_sheet": ["PlainCell", "PlainWorksheet"],
    "plan_book_build": ["plan_book"],
    "repack": ["archived", "repacked"],
    "table": ["FixedLines"],
    "word": ["build_report_template", "letter_template", "party_template", "report_template"],
    "word_blocks": ["with_text_blocks"],
    "word_party": ["PARTY_HEAD_WIDTHS_MM"],
    "word_styles": [
        "AGENCY_ROOM_MM",
        "APPENDIX_LINE_MM",
        "BUILT_IN_STYLES",
        "HEAD_WIDTHS_MM",
        "MM_PER_POINT",
        "TEXT_WIDTH_MM",
    ],
}

__getattr__, _, _ = lazy_loader.attach(__name__, submod_attrs=_HOMES)
