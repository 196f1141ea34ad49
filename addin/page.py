"""Pages of ours among the user's own files: the guide, and what would change."""

from html import escape
from pathlib import Path

from platformdirs import user_data_path

from consolidate import save

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}dt{font-weight:bold}"
    "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2em .6em;text-align:left}"
    "td+td{text-align:right}li{white-space:pre-wrap}"
)


def save_page(name: str, html: str) -> Path:
    """Write a page among the user's own files and return where it is."""
    path = user_data_path("tonghop", appauthor=False) / name
    save(path, html.encode())
    return path


def html_page(title: str, body: str) -> str:
    """Return a whole page; `body` is HTML already."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return f'<!doctype html><html lang="vi">{head}<h1>{escape(title)}</h1>{body}</html>'
