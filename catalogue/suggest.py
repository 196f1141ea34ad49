"""The names of a registry nearest to one it does not know: something to ask, never an answer."""

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from catalogue.text import name_key
from catalogue.unit import Registry

CUTOFF = 88


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A unit or group an unknown name may mean.

    Attributes:
        name: The spelling that comes nearest, as the registry writes it.
        code: The unit's or group's code.
        score: How near it comes, 0 to 100.
    """

    name: str
    code: str
    score: float


def suggest(name: str, registry: Registry, *, cutoff: float = CUTOFF) -> tuple[Suggestion, ...]:
    """Return the units and groups whose names come near to a name, the nearest first, each once.

    Words may stand in another order. Below the cutoff (0 to 100) nothing is suggested; a person decides.
    """
    found = process.extract(
        name_key(name),
        [name_key(spelling) for spelling, _ in registry.spellings],
        scorer=fuzz.token_sort_ratio,
        score_cutoff=cutoff,
        limit=None,
    )
    nearest: dict[str, Suggestion] = {}
    for _, score, position in found:
        spelling, code = registry.spellings[position]
        nearest.setdefault(code, Suggestion(name=spelling, code=code, score=score))
    return tuple(nearest.values())
