"""Put the report on disk whole or not at all."""

from pathlib import Path

from consolidate import save


def save_report(path: Path, content: bytes) -> None:
    """Write the report beside its place and rename it over.

    Raises:
        LockedFileError: The old report is open in another program; the new one stands beside it.
    """
    save(path, content)
