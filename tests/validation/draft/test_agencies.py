import pytest

from catalogue import Catalogue
from validation.draft.agencies import Names, split_agencies

NAMES = Names(Catalogue().registry("hai-phong-2025"))


def split(text, names=NAMES):
    return [named.agency for named in split_agencies(text, names)]


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (
            "Sở Tài chính; Sở Xây dựng, Sở Nội vụ/Sở Y tế",
            ["Sở Tài chính", "Sở Xây dựng", "Sở Nội vụ", "Sở Y tế"],
        ),
        ("Sở Tài chính\nSở Xây dựng", ["Sở Tài chính", "Sở Xây dựng"]),
        ("- Sở Tài chính\n- Sở Xây dựng", ["Sở Tài chính", "Sở Xây dựng"]),
        ("Sở Y tế UBND xã, phường, đặc khu", ["Sở Y tế", "UBND xã, phường, đặc khu"]),
        ("Sở Y tế, Sở Văn hóa, Thể thao và Du lịch", ["Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch"]),
        ("Các sở, ban, ngành và các đơn vị có liên quan.", ["Các sở, ban, ngành", "các đơn vị có liên quan"]),
        ("UBND xã, phường, đặc khu có biển", ["UBND xã, phường, đặc khu có biển"]),
        ("05 phường (Hồng Bàng, An Biên, Lê Chân)", ["05 phường (Hồng Bàng, An Biên, Lê Chân)"]),
        ("Sở Tài chính,", ["Sở Tài chính"]),
        ("", []),
    ],
)
def test_names_are_cut_at_marks_but_never_inside_a_name(text, agencies):
    assert split(text) == agencies


def test_without_a_registry_common_expressions_still_keep_their_commas():
    text = "Sở Tài chính, UBND các xã, phường, đặc khu và các đơn vị có liên quan"

    assert split(text, Names()) == ["Sở Tài chính", "UBND các xã, phường, đặc khu", "các đơn vị có liên quan"]


def test_in_a_list_with_dashes_what_follows_a_name_limits_its_part():
    text = "- Sở Xây dựng đối với nhà ở. - Sở Công thương phần còn lại, trừ cảng."
    found = split_agencies(text, NAMES)

    assert [(each.agency, each.scope) for each in found] == [
        ("Sở Xây dựng", "đối với nhà ở"),
        ("Sở Công thương", "phần còn lại, trừ cảng"),
    ]


def test_a_name_the_registry_lacks_is_kept_and_not_known():
    found = split_agencies("Hội Nông dân; Sở Y tế", NAMES)

    assert [(each.agency, each.is_known) for each in found] == [("Hội Nông dân", False), ("Sở Y tế", True)]
