import pytest

from catalogue import CatalogueError, Role, UnitsInForce, duties, identity


def test_121_units_report_114_communes_and_the_7_other_advising_units(owed):
    others = [code for code in owed if not owed[code].unit.kind.is_communal]

    assert len(owed) == 121
    assert len(others) == 7


def test_a_task_shared_by_two_units_is_reported_by_both(owed):
    reporters = [code for code, duty in owed.items() if "I.1" in {each.task.code for each in duty.tasks}]

    assert sorted(reporters) == ["so-cong-thuong", "so-xay-dung"]


def test_every_commune_reports_the_task_given_to_all_communes(owed):
    assert all(
        "VII.2.2" in {each.task.code for each in duty.tasks}
        for duty in owed.values()
        if duty.unit.kind.is_communal
    )


def test_147_task_rows_are_owed(owed):
    assert sum(len(duty.tasks) for duty in owed.values()) == 33 - 1 + 1 + 114


def test_who_reports_a_target_is_derived_from_the_task_that_carries_it(owed):
    assert [each.code for each in owed["11914"].indicators] == ["2.4", "2.5"]


def test_targets_no_task_carries_are_given_to_nobody(plan, owed):
    asked = {each.code for duty in owed.values() for each in duty.indicators}

    assert [each.code for each in plan.indicators if each.code not in asked] == [
        *("TQ.1", "TQ.2", "TQ.3", "1.1", "2.2", "2.6", "4.1", "4.2", "6.1", "6.2", "8.3"),
    ]


def test_the_officer_may_appoint_who_reports_a_target(plan, registry):
    appointed = duties(plan, UnitsInForce.of(registry), appointed={"8.3": ("Sở Tài chính",)})
    finance = next(duty for duty in appointed if duty.unit.code == "so-tai-chinh")

    assert [each.code for each in finance.indicators] == ["8.3"]
    assert finance.tasks == ()


@pytest.mark.parametrize("appointed", [{"9.9": ("Sở Tài chính",)}, {"8.3": ("Sở Không Có",)}])
def test_an_appointment_that_names_nothing_is_refused(plan, registry, appointed):
    with pytest.raises(CatalogueError):
        duties(plan, UnitsInForce.of(registry), appointed=appointed)


def test_coordinating_units_report_when_the_round_asks_them(plan, registry):
    asked = {duty.unit.code: duty for duty in duties(plan, UnitsInForce.of(registry), ask_coordinating=True)}
    roles = {each.task.code: each.role for each in asked["so-xay-dung"].tasks}

    assert "so-tai-chinh" in asked
    assert roles["I.5"] is Role.COORDINATING
    assert roles["I.1"] is Role.ADVISING


def test_the_fingerprint_tells_two_forms_apart(plan, design, owed):
    prints = {identity(duty, plan, "2026", design).fingerprint for duty in owed.values()}

    assert len(prints) == len(owed)
