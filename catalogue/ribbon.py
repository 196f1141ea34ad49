"""The ribbon's groups and buttons, as data: its XML, its VBA and its guide are made from them."""

from dataclasses import dataclass
from functools import cache

from catalogue.rows import DATA, read_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class RibbonButton:
    """One button.

    Attributes:
        tag: The name of its command.
        keytip: The letters that press it after Alt and the tab's own.
        image: The name of a picture built into Office.
        screentip: What it does, in a few words.
        supertip: What it does, in a sentence or two.
    """

    tag: str
    label: str
    keytip: str
    image: str
    is_large: bool
    screentip: str
    supertip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RibbonGroup:
    """Buttons that stand together."""

    key: str
    label: str
    buttons: tuple[RibbonButton, ...]


@cache
def load_ribbon() -> tuple[RibbonGroup, ...]:
    """Return the ribbon's groups in order."""
    buttons: dict[str, list[RibbonButton]] = {}
    labels: dict[str, str] = {}
    for row in read_rows(DATA / "ribbon.csv"):
        key = row.text("group")
        labels[key] = row.text("group_label") or labels[key]
        button = RibbonButton(
            tag=row.text("tag"),
            label=row.text("label"),
            keytip=row.text("keytip"),
            image=row.text("image"),
            is_large=row.flag("is_large"),
            screentip=row.text("screentip"),
            supertip=row.text("supertip"),
        )
        buttons.setdefault(key, []).append(button)
    return tuple(
        RibbonGroup(key=key, label=labels[key], buttons=tuple(found)) for key, found in buttons.items()
    )
