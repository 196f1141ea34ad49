"""Zip files whose bytes depend on their content alone."""

import zipfile
from io import BytesIO

_TIME = (1980, 1, 1, 0, 0, 0)


def repacked(content: bytes) -> bytes:
    """Return a zip with the same parts in the same order, all at one time."""
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return stream.getvalue()
