"""Structure: in goes a workbook's cells, out come the form's sheets, columns and rows where they stand now.

Witnesses in order: hidden keys wherever they stand, then visible headers and printed texts, and those only
when unambiguous. What is odd becomes remarks, all of them in one pass; bad files never raise.
"""

from validation.structure.identity import (
    VisibleIdentity,
    hidden_identity,
    visible_identity,
    whole_identity,
)
from validation.structure.model import (
    ANSWER_SHEETS,
    CHECKED_SHEETS,
    FIXED_SHEETS,
    LocatedForm,
    LocatedRow,
    LocatedSheet,
    Remark,
    SheetForm,
    sheet_form,
)
from validation.structure.sheets import locate_form
from validation.structure.witness import same_text

__all__ = [
    "ANSWER_SHEETS",
    "CHECKED_SHEETS",
    "FIXED_SHEETS",
    "LocatedForm",
    "LocatedRow",
    "LocatedSheet",
    "Remark",
    "SheetForm",
    "VisibleIdentity",
    "hidden_identity",
    "locate_form",
    "same_text",
    "sheet_form",
    "visible_identity",
    "whole_identity",
]
