"""Put the report on disk whole or not at all."""

from pathlib import Path

from consolidate import save

_TRACED = "{stem}-doi-chieu{suffix}"


def save_report(path: Path, content: bytes) -> None:
    """Write the report beside its place and rename it over.

    Raises:
        LockedFileError: The old report is open in another program; the new one stands beside it.
    """
    save(path, content)


def traced_path(path: Path) -> Path:
    """Return where a report's traced copy (bản đối chiếu) stands: beside it.

    >>> traced_path(Path("bao-cao.docx")).name
    'bao-cao-doi-chieu.docx'
    """
    return path.with_name(_TRACED.format(stem=path.stem, suffix=path.suffix))
