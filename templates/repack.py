"""Zip files whose bytes depend on their content alone."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_TIME = (1980, 1, 1, 0, 0, 0)


def repacked(content: bytes) -> bytes:
    """Return a zip with the same parts in the same order, all at one time."""
    with zipfile.ZipFile(BytesIO(content)) as source:
        return archived({name: source.read(name) for name in source.namelist()})


def archived(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files by name, in the order given."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, content)
    return stream.getvalue()
