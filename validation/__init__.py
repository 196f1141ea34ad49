"""Validation: in goes what came back, out comes a verdict: the rows that could be read, and the findings.

`check_round` reads submissions, `read_plan_book` a plan's workbook, `draft_plan` an official appendix.
"""

from validation.check import check_round
from validation.draft import draft_plan, read_appendix
from validation.history import History
from validation.model import Checked, Contact, Finding, SheetPlace, State, Submission
from validation.plan_book import read_plan_book
from validation.plan_book_model import PlanFinding, PlanVerdict
from validation.received import BROKEN_ARCHIVE, VIETNAM, Received, received_file, received_files

__all__ = [
    "BROKEN_ARCHIVE",
    "VIETNAM",
    "Checked",
    "Contact",
    "Finding",
    "History",
    "PlanFinding",
    "PlanVerdict",
    "Received",
    "SheetPlace",
    "State",
    "Submission",
    "check_round",
    "draft_plan",
    "read_appendix",
    "read_plan_book",
    "received_file",
    "received_files",
]
