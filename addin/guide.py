"""The button “Hướng dẫn”: one page made from the ribbon's own table."""

from html import escape
from pathlib import Path

from platformdirs import user_data_path

from catalogue import RibbonButton, load_ribbon
from catalogue.wording import addin as words
from consolidate import save

_STYLE = "body{font:16px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}dt{font-weight:bold}"


def guide_page() -> Path:
    """Write the guide among the user's own files and return where it is."""
    path = user_data_path("tonghop", appauthor=False) / words.GUIDE_FILE
    save(path, guide_html().encode())
    return path


def guide_html() -> str:
    """Return the guide: the steps of a round, then every button by group."""
    steps = "".join(f"<li>{escape(step)}</li>" for step in words.GUIDE_STEPS)
    groups = "".join(
        f"<h2>{escape(group.label)}</h2><dl>{''.join(map(_entry, group.buttons))}</dl>"
        for group in load_ribbon()
    )
    title = escape(words.GUIDE_TITLE)
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
        f"<h1>{title}</h1><p>{escape(words.GUIDE_INTRO)}</p><ol>{steps}</ol>{groups}</html>"
    )


def _entry(button: RibbonButton) -> str:
    keys = words.GUIDE_KEYS.format(tab=words.TAB_KEYTIP, keytip=button.keytip)
    return f"<dt>{escape(button.label)}</dt><dd>{escape(button.supertip)} <small>{escape(keys)}</small></dd>"
