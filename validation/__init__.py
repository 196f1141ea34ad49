"""Validation: in goes what came back, out comes a verdict: the rows that could be read, and the findings.

`check_round` reads submissions, `read_plan_book` a plan's workbook, `draft_plan` an official appendix.
"""

from validation.check import VIETNAM, check_round, received_files
from validation.draft import draft_plan, read_appendix
from validation.model import Checked, Contact, Finding, SheetPlace, State, Submission
from validation.plan_book import read_plan_book
from validation.plan_book_model import PlanFinding, PlanVerdict

__all__ = [
    "VIETNAM",
    "Checked",
    "Contact",
    "Finding",
    "PlanFinding",
    "PlanVerdict",
    "SheetPlace",
    "State",
    "Submission",
    "check_round",
    "draft_plan",
    "read_appendix",
    "read_plan_book",
    "received_files",
]
