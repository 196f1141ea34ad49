"""Validation: in goes what came back, out comes a verdict: the rows that could be read, and the findings.

`check_round` reads submissions, `read_plan_book` a plan's workbook, `draft_plan` an official appendix. What a
worker process needs loads without the rest of the room: reading starts sooner.
"""

from typing import TYPE_CHECKING

import lazy_loader

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
    "cache": ["keeping"],
    "check": ["check_round"],
    "cluster": ["cluster_reader"],
    "contradicted": ["contradictions"],
    "draft": ["draft_plan", "read_appendix"],
    "history": ["History"],
    "model": ["Checked", "Contact", "Finding", "SheetPlace", "State", "Submission"],
    "plan_book": ["read_plan_book"],
    "plan_book_model": ["PlanFinding", "PlanVerdict"],
    "reading": ["VIETNAM"],
    "received": ["BROKEN_ARCHIVE", "Received", "received_file", "received_files"],
    "start": ["start_loading"],
    "workers": ["Reader", "read_all"],
}

__getattr__, _, _ = lazy_loader.attach(__name__, submod_attrs=_HOMES)
