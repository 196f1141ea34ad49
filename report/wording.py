"""The words of the report as the office has them: the catalogue's, or its own where it rewrote some."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from catalogue.wording import report as ours

__all__ = ["worded", "words"]

_OWN: ContextVar[Mapping[str, object]] = ContextVar("_OWN")


class _Words:
    """The catalogue's words by name, those of the office in their place."""

    def __getattr__(self, name: str) -> object:
        own = _OWN.get({})
        return own[name] if name in own else getattr(ours, name)


if TYPE_CHECKING:
    from catalogue.wording import report as words
else:
    words = _Words()


@contextmanager
def worded(own: Mapping[str, object]) -> Iterator[None]:
    """Let sentences be worded by the office's own words, by name; what is not among them stays ours."""
    token = _OWN.set(own)
    try:
        yield
    finally:
        _OWN.reset(token)
