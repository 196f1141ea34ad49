"""The report (báo cáo): in goes the master read back, out comes the Word document in the official format.

`facts` gathers every figure, `render` words and prints them, `save_report` and `to_pdf` put them on disk;
`missing_settings` says what the document leaves blank.
"""

from report.blanks import missing_settings
from report.facts import ReportFacts, facts
from report.pdf import to_pdf
from report.render import render
from report.save import save_report

__all__ = ["ReportFacts", "facts", "missing_settings", "render", "save_report", "to_pdf"]
