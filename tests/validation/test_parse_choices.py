import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Code, SheetKey, comparison_key, load_design, plain_key, task_choice_text
from validation.parsing import dropdowns_of, parse
from validation.reading import LegacyText

DESIGN = load_design()


@pytest.fixture(scope="module")
def dropdowns(plan, design, owed):
    return dropdowns_of(plan, design).of(owed["so-xay-dung"], plan)


@pytest.fixture(scope="module")
def status(design, dropdowns):
    field = design.field(SheetKey.TASKS, "status")
    return lambda text: parse(text, field, dropdowns)


@pytest.fixture(scope="module")
def task(design, dropdowns):
    field = design.field(SheetKey.BUDGETS, "task")
    return lambda text: parse(text, field, dropdowns)


@pytest.mark.parametrize("text", ["Hoàn thành", "  HOÀN  THÀNH", "hoàn thành"])
def test_a_choice_is_recognised_whatever_its_case_and_spaces(status, text):
    parsed = status(text)

    assert (parsed.value, parsed.kept, parsed.notes) == ("done", "Hoàn thành", ())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("xong", "done"),
        ("Đã xong.", "done"),
        ("- đã hoàn thành", "done"),
        ("Hoan thanh", "done"),
        ("hoàn thành 100%", "done"),
        ("dang trien khai", "in_progress"),
        ("đang thực hiện", "in_progress"),
        ("chưa làm", "not_started"),
        ("tạm ngừng", "paused"),
    ],
)
def test_obvious_words_for_a_choice_are_understood_and_noted(status, text, key):
    parsed = status(text)

    assert parsed.value == key
    assert parsed.notes[0].facts == {"read_as": DESIGN.labels("task_status")[key]}


@pytest.mark.parametrize(
    "text",
    ["xong một phần", "chưa xong", "gần xong", "không hoàn thành", "Hoàn thanh", "x", "-", "100%", "done"],
)
def test_what_only_may_mean_a_choice_is_not_guessed(status, text):
    assert status(text).problem is Code.C202


@pytest.mark.parametrize("name", DESIGN.choices)
def test_no_word_stands_for_two_choices_of_one_list(name):
    spelled = [{comparison_key(t) for t in (c.label, *c.variants)} for c in DESIGN.choices[name]]

    assert sum(map(len, spelled)) == len(set().union(*spelled))


@pytest.mark.parametrize("name", DESIGN.choices)
def test_every_choice_can_be_typed_without_marks(dropdowns, name):
    for choice in DESIGN.choices[name]:
        assert dropdowns.choice_variants[name][plain_key(choice.label)] == choice.key


def test_a_choice_typed_in_an_old_encoding_is_understood(status):
    parsed = status("§ang triÓn khai")

    assert (parsed.value, parsed.kept) == ("in_progress", "Đang triển khai")
    assert parsed.notes[0].code is Code.C216
    assert status(LegacyText("Hoaøn thaønh", "VNI-Times")).value == "done"


def test_a_task_is_known_by_its_text_its_code_or_its_name(task, plan):
    own = plan.task("I.3")

    for text in (task_choice_text(plan, own), "I.3", "i.3.", "Nhiệm vụ I.3", own.name, own.name.upper()):
        parsed = task(text)
        assert (parsed.value, parsed.kept) == ("I.3", task_choice_text(plan, own))


def test_a_task_of_another_unit_is_named_as_such(task, plan):
    assert task("II.1").problem is Code.X402
    assert task(task_choice_text(plan, plan.task("II.1"))).problem is Code.X402


@pytest.mark.parametrize("text", ["I", "3", "IX.9", "xe buýt", "I.3 và I.4"])
def test_what_is_no_task_is_asked_back(task, text):
    assert task(text).problem is Code.C202


def test_no_task_is_needed_where_the_column_may_stay_blank(design, dropdowns):
    parsed = parse("Không", design.field(SheetKey.PROPOSALS, "task"), dropdowns)

    assert (parsed.value, parsed.problem, parsed.notes[0].code) == (None, None, Code.C215)


def test_a_name_that_two_tasks_of_a_unit_share_names_neither(owed, plan, design):
    duty = owed["so-xay-dung"]
    first, second = duty.tasks[0].task, duty.tasks[1].task
    twin = type(second)(**{name: getattr(second, name) for name in second.__slots__} | {"name": first.name})
    tasks = tuple(twin if each.code == twin.code else each for each in plan.tasks)
    same = type(plan)(**{name: getattr(plan, name) for name in plan.__dataclass_fields__} | {"tasks": tasks})

    dropdowns = dropdowns_of(same, design).of(duty, same)
    field = design.field(SheetKey.BUDGETS, "task")

    assert parse(first.name, field, dropdowns).problem is Code.C202
    assert parse(first.code, field, dropdowns).value == first.code


@given(st.text(max_size=30))
def test_no_text_breaks_a_choice(text):
    from validation.parsing.choices import Dropdowns, parse_choice

    parsed = parse_choice(text, "a", Dropdowns(choices={"a": {"xong": "done"}}, tasks={}))

    assert parsed.value in (None, "done")
