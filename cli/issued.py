"""Forms that an earlier `issue` made and this one did not: removed where surely nobody changed them."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from cli.desk import Desk
from consolidate import save

MADE = ".tonghop.phat-hanh.json"
"""Which forms were made, and what they held: name and SHA-256."""


def clear_stale(desk: Desk, forms: Mapping[str, bytes]) -> tuple[str, ...]:
    """Remove the forms of an earlier run that are none of these, and remember these.

    Only a file that still holds what that run wrote is removed.

    Args:
        desk: The round, held for writing.
        forms: What was just written into `phat-hanh/`, by name.

    Returns:
        The names of earlier forms that stay because somebody changed or opened them.
    """
    path = desk.round.folder / MADE
    before = _made(path)
    stale = {name: sha256 for name, sha256 in before.items() if name not in forms}
    kept = {
        name: sha256
        for name, sha256 in stale.items()
        if not _is_removed(desk.round.issued_dir / name, sha256)
    }
    made = kept | {name: _sha256(content) for name, content in forms.items()}
    save(path, (json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())
    return tuple(sorted(kept))


def _made(path: Path) -> dict[str, str]:
    """Return what earlier runs made; nothing when that is not known, never a name that leads elsewhere."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    found = told.items() if isinstance(told, dict) else ()
    return {name: str(sha256) for name, sha256 in found if name == Path(name).name}


def _is_removed(form: Path, sha256: str) -> bool:
    """Remove a form if it is as it was made; whether it is gone."""
    try:
        if _sha256(form.read_bytes()) != sha256:
            return False
        form.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
