"""Reopen a Word document and hold it against the rules of its profile."""

import zipfile
import zlib

from catalogue import UnreadableFileError
from catalogue.format_rule import Profile
from catalogue.wording import lint_docx as words
from report.lint.check import check
from report.lint.finding import FormatVerdict
from report.lint.opening import open_document
from report.lint.reading import read_text
from report.lint.recognise import profile_of


def lint_docx(content: bytes, *, name: str, profile: Profile | None = None) -> FormatVerdict:
    """Return a document's deviations from the official format.

    Args:
        content: The document's bytes.
        name: What messages call the file.
        profile: The format to hold it against; None: the one its head names.

    Raises:
        UnreadableFileError: It is no Word document, has a password, or is damaged.
    """
    document = open_document(content, name=name)
    from lxml.etree import LxmlError

    try:
        text = read_text(document)
    except (LxmlError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError) as error:
        raise UnreadableFileError(words.DAMAGED.format(file=name)) from error
    profile = profile or profile_of(text)
    return FormatVerdict(profile=profile, findings=check(text, profile))
