"""The keys of the detail rows: the same however often a unit sends again and wherever the rows stand."""

from collections import Counter
from collections.abc import Iterable, Mapping

from consolidate.records import Value
from consolidate.table import match_key


def keys_of(table: str, rows: Iterable[Mapping[str, Value]]) -> list[str]:
    """Return the key of every row of a detail table, in order."""
    if table == "budgets":
        return _budget_keys(rows)
    return [match_key(str(row["row_key"]), str(row["unit_code"])) for row in rows]


def _budget_keys(rows: Iterable[Mapping[str, Value]]) -> list[str]:
    """A budget line is its unit, task and funding source; of several alike, the first, second and so on."""
    seen: Counter[tuple[str, ...]] = Counter()
    keys = []
    for row in rows:
        line = tuple(str(row[name] or "") for name in ("unit_code", "task", "funding_source"))
        seen[line] += 1
        keys.append(match_key(*line, str(seen[line])))
    return keys
