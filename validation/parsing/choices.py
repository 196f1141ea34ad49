"""Answers of dropdowns: the words on offer, and other words that mean one of them beyond doubt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from catalogue import Choice, Code, Duty, FormDesign, Plan, comparison_key, plain_key, task_choice_text
from catalogue.wording import numbers as words
from validation.parsing.parsed import Parsed, understood
from validation.parsing.shown import tidy

_LOOSE_MARKS = " .,;:!\"'“”-+*•"
_LONGEST = 2_000
_MANY = 4_000


@dataclass(frozen=True)
class Dropdowns:
    """What a unit's dropdowns offer, and what else is understood; every text as its comparison key.

    Attributes:
        choices: Key of the choice by its label, by list.
        tasks: Code of each of the unit's own tasks by its text in the dropdown.
        choice_variants: Key of the choice by other words for it, by list.
        choice_labels: The label by key, by list.
        task_labels: The text in the dropdown by the task's code.
        task_spellings: Every way to name each of the plan's tasks, by its code.
    """

    choices: Mapping[str, Mapping[str, str]]
    tasks: Mapping[str, str]
    choice_variants: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    choice_labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    task_labels: Mapping[str, str] = field(default_factory=dict)
    task_spellings: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def task_variants(self) -> Mapping[str, str]:
        """Code of the task by its code alone, and by its name where only one of the unit's has it."""
        return _only((code, keys) for code, keys in self.task_spellings.items() if code in self.task_labels)

    @cached_property
    def other_tasks(self) -> Mapping[str, str]:
        """Codes of the plan's tasks that are not the unit's, by text, name and code."""
        spelled = self.task_spellings.items()
        return _only((code, keys) for code, keys in spelled if code not in self.task_labels)

    def of(self, duty: Duty, plan: Plan) -> "Dropdowns":
        """Return the same for a unit, which is offered its own tasks."""
        own = {owed.task.code: task_choice_text(plan, owed.task) for owed in duty.tasks}
        return replace(self, tasks={_exact_key(text): code for code, text in own.items()}, task_labels=own)


def dropdowns_of(plan: Plan, design: FormDesign) -> Dropdowns:
    """Return what the dropdowns of any unit's form offer, but for the unit's tasks."""
    return Dropdowns(
        choices={
            name: {_exact_key(choice.label): choice.key for choice in choices}
            for name, choices in design.choices.items()
        },
        tasks={},
        choice_variants={
            name: _only((choice.key, _choice_spellings(choice)) for choice in choices)
            for name, choices in design.choices.items()
        },
        choice_labels={name: design.labels(name) for name in design.choices},
        task_spellings={
            task.code: _task_spellings(task.code, task.name, plan.full_name(task)) for task in plan.tasks
        },
    )


def _only(spellings: Iterable[tuple[str, frozenset[str]]]) -> dict[str, str]:
    """Return what each spelling means, leaving out those that mean several."""
    found: dict[str, set[str]] = {}
    for meaning, keys in spellings:
        for key in keys:
            found.setdefault(key, set()).add(meaning)
    return {key: next(iter(meanings)) for key, meanings in found.items() if len(meanings) == 1}


@lru_cache(maxsize=_MANY)
def _choice_spellings(choice: Choice) -> frozenset[str]:
    spelled = (choice.label, *choice.variants)
    return frozenset(key(text) for text in spelled for key in (comparison_key, plain_key))


@lru_cache(maxsize=_MANY)
def _task_spellings(code: str, name: str, full_name: str) -> frozenset[str]:
    texts = (name, full_name, f"{code}. {name}", f"{code}. {full_name}", f"{code} {full_name}")
    codes = (template.format(code=code) for template in words.TASK_BY_CODE)
    return frozenset(comparison_key(text).strip(_LOOSE_MARKS) for text in (*texts, *codes))


def parse_choice(text: str, name: str, dropdowns: Dropdowns) -> Parsed:
    """Return the choice of a list that a text means; a text that only may mean one is not guessed."""
    return _meaning(
        text,
        dropdowns.choices[name],
        dropdowns.choice_variants.get(name, {}),
        dropdowns.choice_labels.get(name, {}),
    )


def parse_task(text: str, dropdowns: Dropdowns) -> Parsed:
    """Return the code of the unit's task that a text means."""
    parsed = _meaning(text, dropdowns.tasks, dropdowns.task_variants, dropdowns.task_labels)
    if parsed.problem and len(text) <= _LONGEST and _key(text) in dropdowns.other_tasks:
        return Parsed(problem=Code.X402)
    return parsed


@lru_cache(maxsize=_MANY)
def _key(text: str) -> str:
    return comparison_key(tidy(text)).strip(_LOOSE_MARKS)


@lru_cache(maxsize=_MANY)
def _exact_key(text: str) -> str:
    return comparison_key(text)


def _meaning(
    text: str, offered: Mapping[str, str], variants: Mapping[str, str], labels: Mapping[str, str]
) -> Parsed:
    if len(text) > _LONGEST:
        return Parsed(problem=Code.C202)
    meant = offered.get(_exact_key(text))
    if meant is not None:
        return Parsed(meant, kept=labels.get(meant))
    meant = offered.get(_key(text)) or variants.get(_key(text))
    if meant is None:
        return Parsed(problem=Code.C202)
    label = labels.get(meant, text)
    return Parsed(meant, notes=understood(label), kept=label)
