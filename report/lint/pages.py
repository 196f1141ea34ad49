"""Properties of pages, of their numbers and of tables."""

from collections.abc import Iterator

from catalogue.format_rule import FormatRule
from report.lint.acts import Recognised
from report.lint.model import Grid, Line, Page, Place
from report.lint.wording import Value

Found = tuple[Place, str, tuple[Value, ...]]


def page_values(document: Recognised, rule: FormatRule) -> Iterator[Found]:
    """Yield what a rule for pages finds on every section."""
    is_for_landscape = rule.component == "page_landscape"
    for number, page in enumerate(document.pages, start=1):
        has_data = any(grid.page == number - 1 for grid in document.grids)
        values = _page_value(page, rule, has_data=has_data)
        is_margin = rule.trait.startswith("margin_")
        if not is_margin or page.is_landscape is is_for_landscape:
            yield Place(part="page", paragraph=number), "", values


def _page_value(page: Page, rule: FormatRule, *, has_data: bool) -> tuple[Value, ...]:
    sides = sorted((page.width_mm, page.height_mm))
    match rule.trait:
        case "short_side":
            return (sides[0],)
        case "long_side":
            return (sides[1],)
        case "orientation":
            return ("portrait" if not page.is_landscape else "tables" if has_data else "landscape",)
        case _:
            return (page.margins_mm[rule.trait.removeprefix("margin_")],)


# ------------------------------------------------------------------------------------------ page numbers


def number_values(document: Recognised, rule: FormatRule) -> Iterator[Found]:
    """Yield what a rule for page numbers finds: on the first page, or on every different head."""
    pages = document.pages[:1] if rule.trait in _OF_THE_FIRST else document.pages
    seen: list[tuple[Line, ...]] = []
    for number, page in enumerate(pages, start=1):
        numbers = page_numbers(page)
        if rule.trait == "present":
            yield Place(part="page", paragraph=number), "", ("yes" if numbers else "no",)
        elif numbers and (rule.trait in _OF_THE_PAGE or numbers not in seen):
            yield _number_place(rule, numbers, number), "", _number_value(page, numbers, rule)
        seen.append(numbers)


_OF_THE_FIRST = ("first_page", "start")
_OF_THE_PAGE = ("digits", "distance")


def _number_place(rule: FormatRule, numbers: tuple[Line, ...], number: int) -> Place:
    return Place(part="page", paragraph=number) if rule.trait in _OF_THE_PAGE else numbers[0].place


def page_numbers(page: Page) -> tuple[Line, ...]:
    """Return the lines with the page's number on all pages but the first."""
    kinds = ("default", "even") if page.has_even_pages else ("default",)
    if not page.is_title_page:
        kinds = ("default",)
    return tuple(
        line
        for margin in (page.heads, page.feet)
        for kind in kinds
        for line in margin.get(kind, ())
        if line.has_page_number
    )


def _number_value(page: Page, numbers: tuple[Line, ...], rule: FormatRule) -> tuple[Value, ...]:
    letters = [each for line in numbers for each in line.letters if each.text.strip()]
    found: dict[str, tuple[Value, ...]] = {
        "place": tuple("top" if line.place.part == "header" else "bottom" for line in numbers),
        "align": tuple(line.align for line in numbers),
        "size": tuple(each.size for each in letters),
        "bold": tuple("yes" if each.is_bold else "no" for each in letters),
        "italic": tuple("yes" if each.is_italic else "no" for each in letters),
        "first_page": ("hidden" if _is_first_hidden(page) else "shown",),
        "start": (str(1 if page.start is None else page.start),),
        "distance": (page.head_mm,),
        "digits": ("decimal" if page.digits == "decimal" else "roman",),
    }
    return found[rule.trait]


def _is_first_hidden(page: Page) -> bool:
    firsts = (*page.heads.get("first", ()), *page.feet.get("first", ()))
    return page.is_title_page and not any(line.has_page_number for line in firsts)


# ------------------------------------------------------------------------------------------------ tables


def table_values(document: Recognised, rule: FormatRule) -> Iterator[Found]:
    """Yield what a rule for wide tables finds."""
    for grid in document.grids:
        if document.pages and document.pages[min(grid.page, len(document.pages) - 1)].is_landscape:
            yield grid.place, "", (_table_value(grid, rule),)


def _table_value(grid: Grid, rule: FormatRule) -> Value:
    if rule.trait == "header_rows":
        return "repeated" if grid.rows[0].is_header else "once"
    return "yes" if all(row.is_whole for row in grid.rows) else "no"
