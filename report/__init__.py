"""The report (báo cáo): in goes the master read back, out comes the Word document in the official format.

`facts` gathers every figure, `rendered` words and prints them and remembers where they stand, `check_figures`
holds the document against the master, `traced` writes the origins beside the figures, `save_report` and
`to_pdf` put them on disk; `missing_settings` says what the document leaves blank.
"""

from report.blanks import missing_settings
from report.facts import ReportFacts, facts
from report.party import missing_party_settings, party_office, rendered_for_party
from report.pdf import to_pdf
from report.render import render, rendered
from report.save import save_report, traced_path
from report.trace.check import FigureError, check_figures, check_unchanged
from report.trace.comments import traced
from report.trace.places import Rendered

__all__ = [
    "FigureError",
    "Rendered",
    "ReportFacts",
    "check_figures",
    "check_unchanged",
    "facts",
    "missing_party_settings",
    "missing_settings",
    "party_office",
    "render",
    "rendered",
    "rendered_for_party",
    "save_report",
    "to_pdf",
    "traced",
    "traced_path",
]
