"""Validation: in goes what came back, out comes a verdict: the rows that could be read, and the findings.

`check_round` reads submissions, `read_plan_book` a plan's workbook, `draft_plan` an official appendix. What a
worker process needs loads without the rest of the room: reading starts sooner.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from validation.cache import keeping
    from validation.check import check_round
    from validation.cluster import cluster_reader
    from validation.contradicted import contradictions
    from validation.draft import draft_plan, read_appendix
    from validation.history import History
    from validation.model import Checked, Contact, Finding, SheetPlace, State, Submission
    from validation.plan_book import read_plan_book
    from validation.plan_book_model import PlanFinding, PlanVerdict
    from validation.reading import VIETNAM
    from validation.received import BROKEN_ARCHIVE, Received, received_file, received_files
    from validation.start import start_loading
    from validation.workers import Reader, read_all

__all__ = [
    "BROKEN_ARCHIVE",
    "VIETNAM",
    "Checked",
    "Contact",
    "Finding",
    "History",
    "PlanFinding",
    "PlanVerdict",
    "Reader",
    "Received",
    "SheetPlace",
    "State",
    "Submission",
    "check_round",
    "cluster_reader",
    "contradictions",
    "draft_plan",
    "keeping",
    "read_all",
    "read_appendix",
    "read_plan_book",
    "received_file",
    "received_files",
    "start_loading",
]

_HOMES = {
    "BROKEN_ARCHIVE": "received",
    "Checked": "model",
    "Contact": "model",
    "Finding": "model",
    "History": "history",
    "PlanFinding": "plan_book_model",
    "PlanVerdict": "plan_book_model",
    "Reader": "workers",
    "Received": "received",
    "SheetPlace": "model",
    "State": "model",
    "Submission": "model",
    "VIETNAM": "reading",
    "check_round": "check",
    "cluster_reader": "cluster",
    "contradictions": "contradicted",
    "draft_plan": "draft",
    "keeping": "cache",
    "read_all": "workers",
    "read_appendix": "draft",
    "read_plan_book": "plan_book",
    "received_file": "received",
    "received_files": "received",
    "start_loading": "start",
}


def __getattr__(name: str) -> object:
    """Load a name of this room when it is first asked for."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
