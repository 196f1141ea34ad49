"""What the ribbon remembers for its user: the round worked on last."""

import json
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True)
class Memory:
    """A small file of the user's own."""

    file: Path

    @classmethod
    def of_user(cls) -> "Memory":
        """Return the memory of whoever runs the program."""
        return cls(user_data_path("tonghop", appauthor=False) / "excel.json")

    @property
    def round_folder(self) -> Path | None:
        """The round chosen last; None when there is none, or the file says nothing of use."""
        try:
            found = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        folder = found.get("round") if isinstance(found, dict) else None
        return Path(folder) if isinstance(folder, str) and folder else None

    def remember(self, folder: Path) -> None:
        """Keep a round for next time."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"round": str(folder)}, ensure_ascii=False)
        self.file.write_text(text, encoding="utf-8")
