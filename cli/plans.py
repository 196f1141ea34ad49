"""`tonghop plans`: what is in the catalogue."""

import typer

from catalogue import Catalogue, CatalogueError, Plan, UnitsInForce, duties
from catalogue.wording import cli as words
from cli.options import Json
from cli.output import print_json, say, table


def plans(context: typer.Context, *, json: Json = False) -> None:
    """List the plans with their counts; a plan that cannot be read is named and does not hide the others."""
    catalogue: Catalogue = context.obj
    facts, problems = [], {}
    for plan_id in catalogue.plan_ids():
        try:
            facts.append(_facts(catalogue.plan(plan_id), catalogue))
        except CatalogueError as error:
            problems[plan_id] = str(error)
    if json:
        print_json({"plans": facts, "problems": problems})
        raise typer.Exit(bool(problems))
    keys = ("id", "title", "groups", "tasks", "reported_tasks", "indicators", "reporting_units")
    rows = [[str(each[key]) for key in keys] for each in facts]
    table(words.PLANS_TITLE, words.PLANS_COLUMNS, rows, numbers=(2, 3, 4, 5, 6))
    for plan_id, problem in problems.items():
        say(words.PLAN_PROBLEM.format(plan=plan_id, problem=problem))
    raise typer.Exit(bool(problems))


def _facts(plan: Plan, catalogue: Catalogue) -> dict[str, object]:
    registry = catalogue.registry(plan.registry_id)
    owed = duties(plan, UnitsInForce.of(registry))
    reported = {indicator.code for duty in owed for indicator in duty.indicators}
    return {
        "id": plan.id,
        "version": plan.version,
        "title": plan.short_title,
        "number": plan.number,
        "issuer": plan.issuer,
        "kind": plan.kind,
        "registry": plan.registry_id,
        "groups": len(plan.main_groups),
        "tasks": len(plan.counted_tasks),
        "reported_tasks": len(plan.reported_tasks),
        "priority_tasks": sum(task.is_priority for task in plan.counted_tasks),
        "indicators": len(plan.indicators),
        "indicators_without_reporter": len(plan.indicators) - len(reported),
        "reporting_units": len(owed),
    }
