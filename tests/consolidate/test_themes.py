"""Difficulties and proposals gathered by theme and addressee."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import SheetKey, load_design, load_nothing_texts, load_theme_phrases, says_nothing, theme_of
from consolidate.themes import BLOCK, Kind, Statement, alike, gather, statements

LATE = "Đề nghị sớm ban hành hướng dẫn về tiêu chí công trình xanh"
THEMES = [choice.key for choice in load_design().choices["theme"]]


def said(text, unit="11311", *, kind=Kind.PROPOSAL, theme="policy", addressee="UBND thành phố"):
    """Return one statement of a unit."""
    return Statement(
        kind=kind,
        unit_code=unit,
        file=f"{unit}.xlsx",
        theme=theme,
        is_derived=False,
        addressee=addressee,
        text=text,
        cause="",
        task_code="",
        sheet=SheetKey.PROPOSALS,
        field="content",
        row=7,
        row_key="1",
    )


def test_texts_that_say_nearly_the_same_stand_together_and_keep_their_units():
    found = gather([said(LATE, "1"), said(f"{LATE}.", "2"), said("Bố trí thêm biên chế", "3")], themes=THEMES)

    assert [(issue.text, issue.unit_codes) for issue in found] == [
        (LATE, ("1", "2")),
        ("Bố trí thêm biên chế", ("3",)),
    ]


@pytest.mark.parametrize(
    "change", [{"theme": "funding"}, {"addressee": "Bộ Xây dựng"}, {"kind": Kind.DIFFICULTY}]
)
def test_the_same_words_about_another_theme_or_to_another_agency_stand_apart(change):
    one = said(LATE)

    assert len(gather([one, replace(one, **change)], themes=THEMES)) == 2


def test_spellings_of_one_addressee_are_one():
    pair = [said(LATE, "1"), said(LATE, "2", addressee="Ủy ban nhân dân Thành phố")]

    assert len(gather(pair, themes=THEMES)) == 1


def test_a_unit_that_says_it_twice_counts_once():
    (issue,) = gather([said(LATE), said(LATE)], themes=THEMES)

    assert (len(issue.unit_codes), len(issue.statements)) == (1, 2)


def test_themes_come_in_the_order_of_the_form_and_the_most_shared_first():
    found = gather(
        [
            said("a", theme="funding"),
            said("b", theme=""),
            said(LATE, "1"),
            said("khác hẳn", "1"),
            said(LATE, "2"),
        ],
        themes=THEMES,
    )

    assert [issue.text for issue in found] == [LATE, "khác hẳn", "a", "b"]


WORDS = st.lists(st.sampled_from(["vốn", "cán bộ", "thiếu", "kinh phí", "hướng dẫn"]), min_size=1, max_size=8)


@given(st.lists(st.builds(" ".join, WORDS), max_size=12), st.randoms(use_true_random=False))
def test_which_texts_stand_together_does_not_depend_on_their_order(texts, random):
    found = [said(text, str(place)) for place, text in enumerate(texts)]
    shuffled = random.sample(found, len(found))

    def shape(issues):
        return {(issue.text, frozenset(issue.unit_codes)) for issue in issues}

    assert shape(gather(found, themes=THEMES)) == shape(gather(shuffled, themes=THEMES))


@given(st.lists(st.builds(" ".join, WORDS), max_size=12))
def test_no_statement_is_lost_and_none_is_doubled(texts):
    found = [said(text, str(place)) for place, text in enumerate(texts)]
    issues = gather(found, themes=THEMES)

    assert sorted(each.unit_code for issue in issues for each in issue.statements) == sorted(
        each.unit_code for each in found
    )


def test_texts_are_compared_across_the_blocks():
    between = [f"{place:04d} {place * 7919 % 9973:04d}" for place in range(BLOCK)]

    assert [f"- {LATE}", f"z {LATE}"] in alike([f"- {LATE}", *between, f"z {LATE}"])


def test_rows_give_their_difficulties_and_proposals():
    row = {
        "unit_code": "1",
        "file": "a",
        "row": 7,
        "row_key": "I.1",
        "cause_text": "Chưa có hướng dẫn của bộ",
    }
    rows = {
        SheetKey.TASKS: [
            row | {"difficulty_text": "Triển khai chậm", "proposal_text": "Bố trí thêm kinh phí"}
        ],
        SheetKey.PROPOSALS: [
            row | {"theme": "people", "content": "Thêm người", "addressee": "Sở Nội vụ", "task": None}
        ],
    }
    found = [(one.kind, one.theme, one.is_derived, one.addressee) for one in statements(rows)]

    assert found == [
        (Kind.DIFFICULTY, "policy", True, ""),
        (Kind.PROPOSAL, "funding", True, ""),
        (Kind.PROPOSAL, "people", False, "Sở Nội vụ"),
    ]


@pytest.mark.parametrize("text", ["Không có.", "KHÔNG CÓ KHÓ KHĂN, VƯỚNG MẮC", "-", "", "Chưa có"])
def test_texts_that_say_nothing_are_known(text):
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["Không có kinh phí", "Chưa có hướng dẫn"])
def test_texts_that_say_something_are_kept(text):
    assert not says_nothing(text)


def test_every_phrase_points_to_a_theme_of_the_form():
    assert set(load_theme_phrases()) < set(THEMES)
    assert all(theme_of(phrase) for phrases in load_theme_phrases().values() for phrase in phrases)
    assert theme_of("Triển khai chậm") == ""
    assert all(says_nothing(text) for text in load_nothing_texts())
