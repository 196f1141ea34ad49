"""Build the Word templates: the layout of the official formats and the tags to fill.

The templates are committed in `templates/forms/`; `python -m templates` writes them again.
"""

from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path

from catalogue.wording import report as words
from templates.word_letter import build_letter_template
from templates.word_package import section, section_end, word_package
from templates.word_party import build_party_template
from templates.word_report import appendices, main_text
from templates.word_styles import styles_xml

REPORT, PARTY, LETTER = "bao-cao.docx", "bao-cao-dang.docx", "cong-van.docx"


def report_template() -> bytes:
    """Return the committed template of the report."""
    return _committed(REPORT)


def party_template() -> bytes:
    """Return the committed template of the report to a Party committee."""
    return _committed(PARTY)


def letter_template() -> bytes:
    """Return the committed template of letters."""
    return _committed(LETTER)


def _committed(name: str) -> bytes:
    return (files("templates") / "forms" / name).read_bytes()


def build_report_template() -> bytes:
    """Return the template of the report built from the wording and the rules of layout."""
    return word_package(_report, styles=styles_xml(), title=words.DOCUMENT_TYPE)


def _report(headers: str) -> str:
    parts = [main_text(), section_end(headers)]
    *first, last = appendices()
    for appendix in first:
        parts += [appendix, section_end(headers, is_landscape=True)]
    return "".join(parts) + last + section(headers, is_landscape=True)


BUILDERS: Mapping[str, Callable[[], bytes]] = {
    REPORT: build_report_template,
    PARTY: build_party_template,
    LETTER: build_letter_template,
}
"""How each committed template is built, by its file's name."""


def main() -> None:
    """Write the committed templates again."""
    folder = Path(__file__).parent / "forms"
    folder.mkdir(exist_ok=True)
    for name, build in BUILDERS.items():
        (folder / name).write_bytes(build())
