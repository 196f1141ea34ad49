"""Where plans and registries are looked for."""

from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path

from catalogue.amount import date_text
from catalogue.duty import check_agencies
from catalogue.errors import CatalogueError
from catalogue.load_plan import read_plan
from catalogue.load_registry import read_registry
from catalogue.plan import Plan
from catalogue.plan_tables import PlanTables, read_plan_tables
from catalogue.rows import DATA
from catalogue.unit import Registry
from catalogue.wording import catalogue as words


@dataclass(frozen=True)
class Catalogue:
    """Where plans and registries are looked for: the package's own data, then a folder of the user's.

    Attributes:
        extra: A folder with `plans/` and `registries/` laid out as in `catalogue/data`; it may add
            plans and registries but not replace the package's own.
    """

    extra: Path | None = None

    def plan_ids(self) -> tuple[str, ...]:
        """Return the ids of all plans, sorted."""
        return tuple(sorted(self._folders("plans")))

    def plan(self, plan_id: str, *, check: bool = True) -> Plan:
        """Return a plan, checked against itself and against its registry.

        Unchecked, it may contradict itself and name agencies nobody knows: `lint` lists all of that.

        Raises:
            CatalogueError: No such plan, a value of it cannot be read, or (checked) its data contradict
                themselves.
        """
        plan = read_plan(self._folder("plans", plan_id, words.UNKNOWN_PLAN), check=check)
        if check:
            check_agencies(plan, self.registry(plan.registry_id))
        return plan

    def plan_tables(self, plan_id: str) -> PlanTables:
        """Return a plan's files as plain values.

        Raises:
            CatalogueError: No such plan.
        """
        return read_plan_tables(self._folder("plans", plan_id, words.UNKNOWN_PLAN))

    def registry(self, registry_id: str) -> Registry:
        """Return a registry.

        Raises:
            CatalogueError: No such registry, or a value of it cannot be read.
        """
        return read_registry(self._folder("registries", registry_id, words.UNKNOWN_REGISTRY))

    def registry_on(self, registry_id: str, day: date) -> Registry:
        """Return the registry that holds on a day: this one, or the one that succeeded it by then.

        Raises:
            CatalogueError: The registry ended and the catalogue has none after it.
        """
        registry = self.registry(registry_id)
        if registry.valid_to is None or day <= registry.valid_to:
            return registry
        successors = {row.new_registry for row in registry.successions}
        if len(successors) != 1:
            raise CatalogueError(
                words.NO_SUCCESSOR.format(registry=registry_id, day=date_text(registry.valid_to))
            )
        return self.registry_on(successors.pop(), day)

    def _folders(self, kind: str) -> dict[str, Traversable]:
        roots: list[Traversable] = [self.extra] if self.extra else []
        folders: dict[str, Traversable] = {}
        for root in (*roots, DATA):
            if (root / kind).is_dir():
                folders |= {folder.name: folder for folder in (root / kind).iterdir() if folder.is_dir()}
        return folders

    def _folder(self, kind: str, name: str, message: str) -> Traversable:
        try:
            return self._folders(kind)[name]
        except KeyError:
            raise CatalogueError(message.format(name=name)) from None
