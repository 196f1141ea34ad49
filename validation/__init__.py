"""Validation: in goes what came back, out comes a verdict: the rows that could be read, and the findings."""

from validation.check import VIETNAM, check_round, received_files
from validation.model import Checked, Contact, Finding, SheetPlace, State, Submission

__all__ = [
    "VIETNAM",
    "Checked",
    "Contact",
    "Finding",
    "SheetPlace",
    "State",
    "Submission",
    "check_round",
    "received_files",
]
