from dataclasses import replace
from datetime import date

import pytest

from catalogue import Catalogue, CatalogueError, Deadline, LintCode, Mention, Role, Severity, lint
from tests.second_plan import write_second_plan


def places(plan, registry, code):
    """Return where a code is found, in order."""
    return [found.place for found in lint(plan, registry) if found.code.name == code]


def of(plan_id):
    catalogue = Catalogue()
    plan = catalogue.plan(plan_id, check=False)
    return plan, catalogue.registry(plan.registry_id)


def with_task(plan, code, /, **changes):
    """Return the plan with one task changed."""
    tasks = tuple(replace(each, **changes) if each.code == code else each for each in plan.tasks)
    return replace(plan, tasks=tasks)


def with_group(plan, code, /, **changes):
    groups = tuple(replace(each, **changes) if each.code == code else each for each in plan.groups)
    return replace(plan, groups=groups)


def with_indicator(plan, code, /, **changes):
    changed = tuple(replace(each, **changes) if each.code == code else each for each in plan.indicators)
    return replace(plan, indicators=changed)


def deadline(text, start=None, end=None):
    return Deadline(text=text, start=start, end=end, is_open=False)


# --------------------------------------------------------------------------------------- the five plans


def test_binh_duong_leaves_exactly_51_52_and_53_without_a_lead():
    assert places(*of("bd-2018-tang-truong-xanh"), "P001") == ["51", "52", "53"]


def test_hai_phong_2014_gives_its_13_general_tasks_to_nobody():
    found = places(*of("hp-2014-tang-truong-xanh"), "P001")

    assert found == [f"II.{number}" for number in range(1, 14)]


@pytest.mark.parametrize(
    ("plan_id", "counts"),
    [
        ("bd-2018-tang-truong-xanh", {"P001": 3, "P005": 1, "P011": 1, "P019": 1}),
        ("hp-2014-tang-truong-xanh", {"P001": 13, "P004": 87, "P012": 1, "P019": 1}),
        ("hp-2026-bao-ve-moi-truong", {"P002": 2, "P004": 42, "P018": 1, "P019": 1}),
        (
            "hp-2026-chuyen-doi-xanh",
            {"P004": 2, "P007": 1, "P013": 1, "P014": 11, "P017": 10, "P019": 1},
        ),
        ("qt-2023-tang-truong-xanh", {"P002": 1, "P004": 101, "P014": 4, "P017": 6, "P019": 1}),
    ],
)
def test_what_is_found_in_the_five_plans(plan_id, counts):
    names = [found.code.name for found in lint(*of(plan_id))]

    assert {name: names.count(name) for name in sorted(set(names))} == counts


def test_the_gravest_findings_come_first():
    findings = lint(*of("hp-2026-chuyen-doi-xanh"))
    order = [list(Severity).index(found.severity) for found in findings]

    assert order == sorted(order)


def test_every_sentence_is_whole():
    for plan_id in Catalogue().plan_ids():
        for found in lint(*of(plan_id)):
            assert found.message.endswith(".")
            assert "{" not in found.message


def test_a_plan_without_anything_doubtful_is_clean(tmp_path):
    catalogue = Catalogue(write_second_plan(tmp_path))
    plan = catalogue.plan("thu-2026-ke-hoach-nho")
    settled = with_task(plan, "B.1", deadline=deadline("Năm 2027", end=date(2027, 12, 31)))

    assert lint(settled, catalogue.registry("thu-2026")) == ()


# --------------------------------------------------------------------------------------------- agencies


def test_all_unknown_names_are_listed_with_the_nearest_known_one(plan, registry):
    unknown = tuple(
        Mention(role=Role.COORDINATING, agency=name, scope="")
        for name in ("Sở Công thươg", "Sở Giao thông vận tải")
    )
    changed = with_task(plan, "I.1", mentions=plan.task("I.1").mentions + unknown)

    sentences = [each.message for each in lint(changed, registry) if each.code is LintCode.P003]

    assert len(sentences) == 2
    assert "“Sở Công thươg”. Tên gần nhất: “Sở Công Thương”." in sentences[0]
    assert "“Sở Giao thông vận tải”. Không có tên nào gần giống." in sentences[1]


def test_an_unknown_focal_agency_is_a_finding_on_the_plan_itself(plan, registry):
    changed = replace(plan, focal_agency="Sở Kế hoạch và Đầu tư")

    assert places(changed, registry, "P003") == [""]


def test_a_task_led_by_an_open_group_alone_has_no_reporter(plan, registry):
    mention = Mention(role=plan.reporting_role, agency="các đơn vị liên quan", scope="")

    changed = with_task(plan, "I.1", mentions=(mention,))

    assert places(changed, registry, "P002") == ["I.1"]
    assert "I.1" in places(changed, registry, "P004")


def test_a_task_with_sub_tasks_needs_no_agency_of_its_own(plan, registry):
    assert places(with_task(plan, "VII.2", mentions=()), registry, "P001") == []


# -------------------------------------------------------------------------------------------- deadlines


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (deadline("khi có hướng dẫn"), "P005"),
        (deadline(""), "P006"),
        (deadline("Năm 2031", end=date(2031, 12, 31)), "P007"),
        (deadline("Năm 2025", end=date(2025, 12, 31)), "P007"),
        (deadline("2028 - 2027", date(2028, 1, 1), date(2027, 12, 31)), "P008"),
    ],
)
def test_a_doubtful_deadline_is_found(plan, registry, written, code):
    assert "I.1" in places(with_task(plan, "I.1", deadline=written), registry, code)


# ----------------------------------------------------------------------------------- counts, references


def test_counts_that_contradict_the_narrative_are_all_listed(plan, registry):
    changed = with_group(with_group(plan, "I", task_count=9), "VI", priority_count=5)

    assert places(changed, registry, "P009") == ["I", "VI"]


def test_a_missing_task_contradicts_the_coverage_of_its_group_and_of_the_group_above():
    plan, registry = of("bd-2018-tang-truong-xanh")
    fewer = replace(plan, tasks=tuple(task for task in plan.tasks if task.code != "17"))

    assert places(fewer, registry, "P010") == ["CD2", "CD2.2"]


def test_an_unchecked_plan_that_contradicts_itself_loads_and_is_linted(tmp_path):
    catalogue = Catalogue(write_second_plan(tmp_path))
    groups = tmp_path / "plans" / "thu-2026-ke-hoach-nho" / "groups.csv"
    groups.write_text("code,name,task_count\nA,Nhóm một,5\nB,Nhóm hai,1\n", encoding="utf-8")

    plan = catalogue.plan("thu-2026-ke-hoach-nho", check=False)

    assert places(plan, catalogue.registry("thu-2026"), "P009") == ["A"]
    with pytest.raises(CatalogueError):
        catalogue.plan("thu-2026-ke-hoach-nho")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda plan: with_task(plan, "I.1", group_code="X"), "I.1"),
        (lambda plan: with_task(plan, "I.1", group_code=""), "I.1"),
        (lambda plan: with_task(plan, "VII.2.1", parent_code="X"), "VII.2.1"),
        (lambda plan: with_group(plan, "I", parent_code="X"), "I"),
        (lambda plan: with_indicator(plan, "8.1", task_code="X"), "8.1"),
    ],
)
def test_a_reference_that_leads_nowhere_is_found(plan, registry, change, place):
    assert places(change(plan), registry, "P020") == [place]


def test_a_priority_of_an_unknown_task_is_found():
    plan, registry = of("bd-2018-tang-truong-xanh")
    first, *others = plan.priorities
    changed = replace(plan, priorities=(replace(first, task_codes=("99",)), *others))

    assert places(changed, registry, "P020") == [first.code]


def test_a_code_used_twice_is_found(plan, registry):
    assert places(with_task(plan, "I.2", code="I.1"), registry, "P021") == ["I.1"]


def test_groups_above_themselves_are_found_and_counted_once(plan, registry):
    changed = with_group(with_group(plan, "I", parent_code="II"), "II", parent_code="I")

    assert places(changed, registry, "P022") == ["I", "II"]


# ------------------------------------------------------------------------------------------ twin tasks


def worded(plan, name, product):
    return with_task(plan, "I.2", name=name, product=product)


def test_the_same_words_in_another_case_are_a_duplicate(plan, registry):
    first = plan.task("I.1")

    changed = worded(plan, first.name.upper(), first.product)

    assert places(changed, registry, "P011") == ["I.2"]


def test_nearly_the_same_words_are_told_with_their_likeness(plan, registry):
    first = plan.task("I.1")
    changed = worded(plan, f"{first.name} .", first.product)

    (found,) = [each for each in lint(changed, registry) if each.code is LintCode.P012]

    assert (found.place, found.severity) == ("I.2", Severity.WARNING)
    assert "nhiệm vụ I.1 (giống 98 %)" in found.message


def test_a_product_shared_by_two_tasks_does_not_make_them_alike(plan, registry):
    changed = worded(plan, "Một việc khác", plan.task("I.1").product)

    assert places(changed, registry, "P011") + places(changed, registry, "P012") == []


# ------------------------------------------------------------------------------------------ indicators


@pytest.mark.parametrize(
    ("code", "changes", "finding"),
    [
        ("8.1", {"unit_of_measure": ""}, "P013"),
        ("8.1", {"task_code": ""}, "P014"),
        ("8.1", {"target_low": None, "target_high": None}, "P015"),
        ("8.1", {"denominator": ""}, "P016"),
        ("1.3", {"is_direction_derived": True}, "P017"),
    ],
)
def test_what_an_indicator_lacks_is_found(plan, registry, code, changes, finding):
    assert code not in places(plan, registry, finding)
    assert code in places(with_indicator(plan, code, **changes), registry, finding)


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"numerator": ""}, "chưa nêu tử số."),
        ({"denominator": ""}, "chưa nêu mẫu số."),
        ({"numerator": "", "denominator": ""}, "chưa nêu tử số và mẫu số."),
    ],
)
def test_a_ratio_says_which_part_is_missing(plan, registry, changes, missing):
    findings = lint(with_indicator(plan, "8.1", **changes), registry)

    assert [missing in each.message for each in findings if each.code is LintCode.P016] == [True]


def test_a_single_figure_of_many_units_asks_for_one_of_them():
    (found,) = [each for each in lint(*of("hp-2026-bao-ve-moi-truong")) if each.part == "indicators"]

    assert (found.code, found.place) == (LintCode.P018, "II.B.5.1")
    assert "nhiệm vụ II.B.5 do 115 đơn vị báo cáo" in found.message


def test_a_rank_needs_no_unit_of_measure(plan, registry):
    assert places(plan, registry, "P013") == ["TQ.3"]


def test_suspected_misprints_are_summed_up_in_one_note(plan, registry):
    noted = with_task(plan, "I.2", note="Hội nghị nghiên cứu, đề nghị bổ sung.")

    (found,) = [each for each in lint(noted, registry) if each.code is LintCode.P019]

    assert found.message.startswith("12 nhiệm vụ")
    assert "I.2," not in found.message
