import unicodedata
from dataclasses import replace
from importlib.resources import files

import pytest

from catalogue import Catalogue, CatalogueError, name_key, suggest

REGISTRIES = sorted(folder.name for folder in (files("catalogue") / "data" / "registries").iterdir())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ủy ban nhân dân tỉnh", "UBND tỉnh"),
        ("UỶ BAN NHÂN DÂN các xã, phường", "UBND các xã , phường"),
        ("UBND các xã. phường. đặc khu", "UBND các xã, phường, đặc khu"),
        ("Sở Văn hóa – Thể thao & Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Lao động - Thương binh và Xã hội", "Sở Lao động–Thương binh và Xã hội"),
        ("Báo và phát thanh, truyền hình", "“Báo và phát thanh truyền hình”"),
    ],
)
def test_spellings_of_one_agency_have_one_key(left, right):
    assert name_key(left) == name_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Xã Cẩm Giang", "Xã Cẩm Giàng"),
        ("UBND phường Thủy Nguyên", "Phường Thủy Nguyên"),
        ("UBND các xã, phường", "UBND các xã, phường, đặc khu"),
        ("Sở Xây dựng", "Sở Xây dưng"),
    ],
)
def test_names_of_two_agencies_keep_two_keys(left, right):
    assert name_key(left) != name_key(right)


def test_tones_written_as_characters_of_their_own_are_no_punctuation():
    assert name_key(unicodedata.normalize("NFD", "Sở Y tế")) == name_key("Sở Y tế")


@pytest.mark.parametrize("registry_id", REGISTRIES)
def test_in_every_registry_each_spelling_leads_to_its_own_unit_or_group(registry_id):
    registry = Catalogue().registry(registry_id)
    groups = {group.code: group.unit_codes for group in registry.groups}

    for name, code in registry.spellings:
        found = tuple(unit.code for unit in registry.resolve(name))
        assert found == groups.get(code, (code,))


def test_two_units_that_differ_in_punctuation_alone_are_refused(registry):
    twin = replace(registry.unit("so-tai-chinh"), code="twin", name="Sở Tài - chính", agency_name="Sở khác")

    with pytest.raises(CatalogueError, match="Sở Tài - chính"):
        replace(registry, units=(*registry.units, twin)).resolve("Sở Tài chính")


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Sở Công thươg", ["so-cong-thuong"]),
        ("Sở Môi trường và Nông nghiệp", ["so-nong-nghiep-va-moi-truong"]),
        ("Uỷ ban nhân dân phường Thủy Nguyen", ["11560"]),
        ("Xã Cẩm Giăng", ["10888", "10903"]),
        ("các Sở ban ngành có liên quan khác", ["cac-so-ban-nganh-lien-quan"]),
    ],
)
def test_the_nearest_names_are_suggested_each_unit_once(registry, name, codes):
    assert registry.resolve(name) is None
    assert [each.code for each in suggest(name, registry)] == codes


@pytest.mark.parametrize("name", ["", "Sở Giao thông vận tải", "UBND quận Hồng Bàng", "Sở Thương"])
def test_below_the_cutoff_nothing_is_suggested(registry, name):
    assert suggest(name, registry) == ()


def test_a_lower_cutoff_suggests_more_the_nearest_first(registry):
    scores = [each.score for each in suggest("UBND quận Hồng Bàng", registry, cutoff=60)]

    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)
