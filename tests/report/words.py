"""What a reader sees of a Word document: its paragraphs and tables, as text."""

import io
import zipfile
from dataclasses import fields, is_dataclass

import docx
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs(content):
    """Return every paragraph's text, in tables too, line breaks as line ends."""
    found = []
    for paragraph in root(content).iter(f"{W}p"):
        parts = [
            "\n" if node.tag == f"{W}br" else node.text or "" for node in paragraph.iter(f"{W}t", f"{W}br")
        ]
        found.append("".join(parts))
    return found


def root(content, part="word/document.xml"):
    """Return one part of a document as XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(part))


def opened(content):
    """Return a document as python-docx opens it."""
    return docx.Document(io.BytesIO(content))


def strings(value):
    """Yield every text in dataclasses and tuples, in order."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
