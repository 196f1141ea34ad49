"""The button “Hướng dẫn”: one page made from the ribbon's own table."""

from html import escape
from pathlib import Path

from addin.page import html_page, save_page
from catalogue import RibbonButton, load_ribbon
from catalogue.wording import addin as words


def guide_page() -> Path:
    """Write the guide among the user's own files and return where it is."""
    return save_page(words.GUIDE_FILE, guide_html())


def guide_html() -> str:
    """Return the guide: the steps of a round, then every button by group."""
    steps = "".join(f"<li>{escape(step)}</li>" for step in words.GUIDE_STEPS)
    groups = "".join(
        f"<h2>{escape(group.label)}</h2><dl>{''.join(map(_entry, group.buttons))}</dl>"
        for group in load_ribbon()
    )
    return html_page(words.GUIDE_TITLE, f"<p>{escape(words.GUIDE_INTRO)}</p><ol>{steps}</ol>{groups}")


def _entry(button: RibbonButton) -> str:
    keys = words.GUIDE_KEYS.format(tab=words.TAB_KEYTIP, keytip=button.keytip)
    return f"<dt>{escape(button.label)}</dt><dd>{escape(button.supertip)} <small>{escape(keys)}</small></dd>"
