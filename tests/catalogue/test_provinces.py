"""Provinces and communes, held against published counts and against registries collected elsewhere."""

from collections import Counter
from datetime import date, timedelta

import pytest

from catalogue import (
    Catalogue,
    CatalogueError,
    Registry,
    UnitKind,
    comparison_key,
    load_province,
    load_provinces,
)
from catalogue.load_registry import COMMUNES_SINCE
from catalogue.provinces import complete_units
from scripts.provinces import Entry, decide

ENACTED = COMMUNES_SINCE
TODAY = date(2026, 9, 25)
TONE_MARKS_OF_HAI_PHONG = {
    "Phường Việt Hoà",
    "Phường Hoà Bình",
    "Phường Thuỷ Nguyên",
    "Xã Kiến Thuỵ",
    "Xã Vĩnh Hoà",
}
REGISTRY = """id = "quang-ninh-2026"
province = "Quảng Ninh"
valid_from = {day}
communes_of = "{code}"
"""


def kinds(*provinces):
    """Count xã, phường and đặc khu."""
    counts = Counter(unit.kind for province in provinces for unit in province.communes)
    return counts[UnitKind.COMMUNE], counts[UnitKind.WARD], counts[UnitKind.SPECIAL_ZONE]


def names(units):
    """Return the names of communes by code."""
    return {unit.code: (unit.kind, unit.name) for unit in units if unit.kind.is_communal}


@pytest.fixture
def registry_of(tmp_path):
    """Return a way to read a registry that lists one department, or what else is said."""

    def read(code="22", day="2026-09-01", listed="so-tai-chinh,,so,Sở Tài chính,Sở Tài chính,,"):
        folder = tmp_path / "registries" / "quang-ninh-2026"
        folder.mkdir(parents=True)
        headers = {"aliases": "alias,target,source\n", "groups": "code,name,members,is_open,source\n"}
        headers["groups"] += "ubnd-cap-xa,UBND cấp xã,kind:xa|phuong|dac-khu,,\n"
        headers["units"] = f"code,official_code,kind,name,agency_name,certainty,source\n{listed}\n"
        (folder / "registry.toml").write_text(REGISTRY.format(code=code, day=day), encoding="utf-8")
        for file, text in headers.items():
            (folder / f"{file}.csv").write_text(text, encoding="utf-8")
        return Catalogue(tmp_path).registry("quang-ninh-2026")

    return read


# ----------------------------------------------------------------------------------------------- counts


def test_the_decree_lists_34_provinces_and_3321_communes():
    provinces = load_provinces(ENACTED)

    assert len(provinces) == 34
    assert kinds(*provinces.values()) == (2621, 687, 13)
    assert Counter(each.kind.value for each in provinces.values()) == {"tinh": 28, "thanh-pho": 6}


def test_since_then_22_xa_became_phuong_and_three_provinces_cities():
    provinces = load_provinces(TODAY)

    assert kinds(*provinces.values()) == (2599, 709, 13)
    assert Counter(each.kind.value for each in provinces.values()) == {"tinh": 25, "thanh-pho": 9}


@pytest.mark.parametrize(
    ("code", "name", "counts"),
    [
        ("01", "Hà Nội", (75, 51, 0)),
        ("12", "Lai Châu", (36, 2, 0)),
        ("31", "Hải Phòng", (67, 45, 2)),
        ("44", "Quảng Trị", (69, 8, 1)),
        ("48", "Đà Nẵng", (70, 23, 1)),
        ("75", "Đồng Nai", (72, 23, 0)),
        ("79", "Hồ Chí Minh", (54, 113, 1)),
        ("91", "An Giang", (85, 14, 3)),
    ],
)
def test_provinces_have_the_communes_their_resolutions_count(code, name, counts):
    province = load_province(code, on=ENACTED)

    assert (province.name, kinds(province)) == (name, counts)


def test_codes_are_unique_and_in_order():
    provinces = load_provinces(ENACTED)
    codes = [unit.code for province in provinces.values() for unit in province.communes]

    assert len(set(codes)) == len(codes) == 3321
    assert list(provinces) == sorted(provinces)
    assert all(
        list(each.communes) == sorted(each.communes, key=lambda unit: unit.code)
        for each in provinces.values()
    )
    assert {len(code) for code in codes} == {5}
    assert {len(code) for code in provinces} == {2}


@pytest.mark.parametrize("day", [ENACTED, TODAY])
def test_a_name_begins_with_its_kind(day):
    words = {UnitKind.COMMUNE: "Xã ", UnitKind.WARD: "Phường ", UnitKind.SPECIAL_ZONE: "Đặc khu "}
    units = [unit for province in load_provinces(day).values() for unit in province.communes]

    assert [unit for unit in units if not unit.name.startswith(words[unit.kind])] == []


# ------------------------------------------------------------------------------- against other sources


def test_hai_phong_is_the_registry_collected_elsewhere_but_for_tone_marks():
    ours = names(load_province("31", on=ENACTED).communes)
    theirs = names(Catalogue().registry("hai-phong-2025").units)
    different = {code for code in theirs if ours.get(code) != theirs[code]}

    assert ours.keys() == theirs.keys()
    assert {theirs[code][1] for code in different} == TONE_MARKS_OF_HAI_PHONG
    assert all(comparison_key(ours[code][1]) == comparison_key(theirs[code][1]) for code in different)


def test_quang_tri_is_the_registry_collected_elsewhere():
    ours, theirs = load_province("44", on=ENACTED).communes, Catalogue().registry("quang-tri-2025").units

    assert names(ours) == names(theirs)


# ------------------------------------------------------------------------------------------------- units


def test_a_commune_is_answered_for_by_its_committee():
    units = {unit.code: unit for unit in load_province("31").communes}

    assert units["11311"].agency_name == "UBND phường Hồng Bàng"
    assert {unit.agency_name for unit in units.values() if unit.kind is UnitKind.SPECIAL_ZONE} == {
        "UBND đặc khu Cát Hải",
        "UBND đặc khu Bạch Long Vĩ",
    }
    assert units["11311"].official_code == "11311"


@pytest.mark.parametrize(
    ("code", "unit_code", "name"),
    [
        ("31", "ubnd-thanh-pho", "UBND thành phố Hải Phòng"),
        ("44", "ubnd-tinh", "UBND tỉnh Quảng Trị"),
        ("79", "ubnd-thanh-pho", "UBND Thành phố Hồ Chí Minh"),
    ],
)
def test_the_committee_of_the_province_is_named_as_registries_name_it(code, unit_code, name):
    committee = load_province(code).committee

    assert (committee.code, committee.agency_name) == (unit_code, name)


@pytest.mark.parametrize("code", load_provinces(TODAY))
def test_every_name_of_a_province_stands_for_one_unit(code):
    units = complete_units((), load_province(code, on=TODAY))
    registry = Registry(
        id=code,
        province=code,
        valid_from=TODAY,
        valid_to=None,
        successions=(),
        units=units,
        groups=(),
        aliases={},
    )

    assert [unit for unit in units if registry.resolve(unit.agency_name) != (unit,)] == []


# ------------------------------------------------------------------------------------------ through time


@pytest.mark.parametrize(
    ("code", "day", "counts"),
    [("75", date(2026, 4, 30), (62, 33, 0)), ("24", date(2026, 9, 20), (54, 45, 0))],
)
def test_a_change_holds_from_its_day_on(code, day, counts):
    before, after = load_province(code, on=day - timedelta(days=1)), load_province(code, on=day)

    assert before.full_name.startswith("tỉnh ")
    assert after.full_name.startswith("thành phố ")
    assert kinds(before) == kinds(load_province(code, on=ENACTED)) != kinds(after) == counts
    assert names(before.communes).keys() == names(after.communes).keys()


def test_a_changed_unit_names_the_resolution():
    units = {unit.code: unit for unit in load_province("75", on=TODAY).communes}

    assert units["26368"].agency_name == "UBND phường Long Thành"
    assert "237/NQ-UBTVQH16" in units["26368"].source
    assert "19/2025/QĐ-TTg" in units["26041"].source


def test_before_july_2025_there_is_nothing_to_load():
    with pytest.raises(CatalogueError, match="01/07/2025"):
        load_province("31", on=date(2025, 6, 30))


def test_an_unknown_code_is_said():
    with pytest.raises(CatalogueError, match="“99”"):
        load_province("99")


# -------------------------------------------------------------------------------------------- registries


def test_a_registry_may_leave_its_communes_to_the_province(registry_of):
    registry = registry_of()

    assert [unit.code for unit in registry.units[:2]] == ["ubnd-thanh-pho", "so-tai-chinh"]
    assert len(registry.units) == 2 + 54
    assert len(registry.resolve("UBND cấp xã")) == 54
    assert registry.resolve("UBND Đặc khu Cô Tô")[0].kind is UnitKind.SPECIAL_ZONE


def test_what_a_registry_lists_itself_stands(registry_of):
    listed = "ubnd,,ubnd-tinh,UBND tỉnh,UBND tỉnh,,\n06862,06862,dac-khu,Vân Đồn,UBND đặc khu Vân Đồn,,"
    code = next(
        unit.code for unit in load_province("22").communes if unit.agency_name == "UBND đặc khu Vân Đồn"
    )
    registry = registry_of(listed=listed.replace("06862", code))

    assert len(registry.units) == 1 + 54
    assert registry.units[0].code == "ubnd"
    assert registry.unit(code).name == "Vân Đồn"


def test_a_registry_has_the_communes_of_its_first_day(registry_of):
    assert registry_of(code="75", day="2026-01-01").unit("26368").name == "Xã Long Thành"


def test_a_registry_of_an_unknown_province_is_refused(registry_of):
    with pytest.raises(CatalogueError, match="“99”"):
        registry_of(code="99")


# ---------------------------------------------------------------------------------------------- the script


def test_what_two_of_three_sources_say_is_kept_and_the_rest_is_told():
    first = (Entry("00001", "Xã Hòa An", "31"), Entry("00002", "Xã Bình", "31"))
    second = (Entry("00001", "Xã Hoà An", "31"), Entry("00003", "Xã Bình", "31"))
    third = (Entry("00001", "Xã Hòa An", "31"), Entry("00003", "Xã Bình", "31"))

    kept, differences = decide([first, second, third])

    assert kept == [first[0], third[1]]
    assert differences == [
        "00001 Xã Hòa An / Xã Hoà An: kept, 3 of 3 sources",
        "00002 Xã Bình: left out, 1 of 3 sources",
        "00003 Xã Bình: kept, 2 of 3 sources",
    ]


@pytest.mark.parametrize(
    ("name", "kind", "proper"),
    [
        ("Thành phố Huế", "thanh-pho", "Huế"),
        ("Tỉnh Cà Mau", "tinh", "Cà Mau"),
        ("Phường Phú Hòa 2", "phuong", ""),
    ],
)
def test_an_entry_tells_its_kind_by_its_name(name, kind, proper):
    entry = Entry("00", name)

    assert entry.kind == kind
    assert not proper or entry.proper_name == proper
