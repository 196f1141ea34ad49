"""Open a file that should be a Word document; whatever it is instead is said in one sentence."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from catalogue import LockedFileError, UnreadableFileError
from catalogue.wording import lint_docx as words

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN_PART = "word/document.xml"
_MOST_BYTES = 400_000_000


def read_file(path: Path) -> bytes:
    """Return a file's content.

    Raises:
        UnreadableFileError: There is no such file, or it is a folder.
        LockedFileError: Another program holds it.
    """
    if path.is_dir():
        raise UnreadableFileError(words.NOT_A_FILE.format(file=path))
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFileError(words.NO_FILE.format(file=path)) from None
    except OSError as error:
        raise LockedFileError(words.LOCKED.format(file=path)) from error


def open_document(content: bytes, *, name: str) -> Any:  # noqa: ANN401 - python-docx's Document
    """Return a Word document opened by python-docx.

    Args:
        content: The file's bytes.
        name: What messages call the file.

    Raises:
        UnreadableFileError: It is something else, has a password, or is damaged.
    """
    _refuse_what_is_no_package(content, name)
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        return docx.Document(BytesIO(content))
    except (
        OpcError,
        LxmlError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        OSError,
        EOFError,
        AttributeError,
    ) as error:
        raise UnreadableFileError(words.DAMAGED.format(file=name)) from error


def _refuse_what_is_no_package(content: bytes, name: str) -> None:
    sentence = ""
    if not content:
        sentence = words.EMPTY_FILE
    elif content.startswith(_OLE):
        sentence = words.ENCRYPTED if _ENCRYPTED in content else words.OLD_WORD
    elif not zipfile.is_zipfile(BytesIO(content)):
        sentence = words.DAMAGED if content.startswith(b"PK") else words.NOT_WORD
    else:
        with zipfile.ZipFile(BytesIO(content)) as package:
            if _MAIN_PART not in package.namelist():
                sentence = words.NOT_WORD
            elif sum(part.file_size for part in package.infolist()) > _MOST_BYTES:
                sentence = words.TOO_LARGE
    if sentence:
        raise UnreadableFileError(sentence.format(file=name))
