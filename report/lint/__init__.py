"""The check of the official format: in goes any Word document, out come its deviations and their clauses."""

from report.lint.finding import FormatFinding, FormatVerdict, Spot
from report.lint.lint import lint_docx
from report.lint.opening import read_file
from report.lint.wording import name_of, requirement_text, source_text

__all__ = [
    "FormatFinding",
    "FormatVerdict",
    "Spot",
    "lint_docx",
    "name_of",
    "read_file",
    "requirement_text",
    "source_text",
]
