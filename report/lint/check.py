"""Hold a document against the rules: every rule is measured where it applies and judged by its row."""

from collections.abc import Iterator

from catalogue.format_rule import FormatRule, Profile, load_format_rules
from report.lint.acts import Act, ActKind, Part, Recognised, says_something
from report.lint.finding import FormatFinding, Spot
from report.lint.measure import Context, body_size, visible
from report.lint.measures import MEASURES
from report.lint.model import SLOTS, Letters, Text
from report.lint.pages import Found, number_values, page_values, table_values
from report.lint.recognise import recognise
from report.lint.wording import Value, found_text

_TOLERANCE = {"mm": 0.3, "pt": 0.05, "lines": 0.03, "ratio": 0.05, "": 0.0}
"""How far a measure may be off: Word's units are rounded, widths are those of another cut of the font."""
_PAGE_RULES = {
    "page": page_values,
    "page_landscape": page_values,
    "page_number": number_values,
    "table": table_values,
}
_NOT_FOR = {
    ActKind.NAMED: {"letter_subject"},
    ActKind.LETTER: {"document_type", "subject", "subject_line", "hyphens"},
    ActKind.ATTACHED: {
        "number",
        "place_date",
        "letter_subject",
        "subject",
        "subject_line",
        "hyphens",
        "receivers_head",
        "signer_title",
        "signer_name",
    },
}
_SIGNS = ("hyphens", "appendix_line", "ending")
"""Components that may hold no letter; elsewhere a line without one is a blank to be filled in."""
_BELOW = {"subject": "document_type", "hyphens": "subject"}
_OF_APPENDICES = ("appendix_number", "appendix_name", "appendix_of", "appendix_line")


def check(text: Text, profile: Profile) -> tuple[FormatFinding, ...]:
    """Return every deviation, in the order of the document."""
    document = recognise(text, profile)
    found = [each for rule in load_format_rules(profile) for each in _check(document, rule)]
    order = {id(line.place): position for position, line in enumerate(text.lines)}
    return tuple(sorted(found, key=lambda each: order.get(id(each.spots[0].place), -1)))


def _check(document: Recognised, rule: FormatRule) -> Iterator[FormatFinding]:
    """Yield one finding for each wrong thing, with all the spots where it is found."""
    spots: dict[str, list[Spot]] = {}
    for place, words, values in _values(document, rule):
        wrong = tuple(value for value in values if not is_allowed(rule, value))
        if wrong:
            spots.setdefault(found_text(rule, wrong), []).append(Spot(place=place, words=words))
    for found, where in spots.items():
        yield FormatFinding(rule=rule, found=found, spots=tuple(where))


def is_allowed(rule: FormatRule, value: Value) -> bool:
    """Whether a value is one the rule allows; a rule by its words alone lets no value through."""
    if isinstance(value, str):
        return value in rule.required
    tolerance = _TOLERANCE[rule.unit]
    if rule.minimum is not None or rule.maximum is not None:
        low = -float("inf") if rule.minimum is None else rule.minimum
        high = float("inf") if rule.maximum is None else rule.maximum
        return low - tolerance <= value <= high + tolerance
    return any(abs(value - float(allowed)) <= tolerance for allowed in rule.required if rule.unit)


def _values(document: Recognised, rule: FormatRule) -> Iterator[Found]:
    if rule.component in _PAGE_RULES:
        yield from _PAGE_RULES[rule.component](document, rule)
    elif rule.component == "text":
        yield from _text_values(document, rule)
    elif rule.component in _OF_APPENDICES:
        for act in document.acts:
            for appendix in act.appendices:
                yield from _act_values(appendix, act, rule, document)
    else:
        for act in document.acts:
            if act.kind is not ActKind.LOOSE:
                yield from _act_values(act, act, rule, document)


def _act_values(act: Act, parent: Act, rule: FormatRule, document: Recognised) -> Iterator[Found]:
    if rule.trait == "present":
        if _is_due(act, rule):
            value = "yes" if rule.component in act.parts else "no"
            yield act.first.place, "" if value == "yes" else act.first.text, (value,)
    elif rule.trait == "pair":
        yield from _pair(act)
    elif rule.trait == "own_pages":
        yield act.first.place, act.first.text, (_own_pages(act, parent, document),)
    else:
        excepted = act.document_type.without if act.document_type else frozenset()
        context = Context(act=act, parent=parent, body_size=body_size(act), rule=rule)
        for part in act.parts.get(rule.component, ()) if rule.key not in excepted else ():
            if says_something(part.line) or rule.component in _SIGNS:
                values = MEASURES[rule.trait](part, context)
                yield part.line.place, part.line.text, _unless_out_of_range(part, values, rule)


def _is_due(act: Act, rule: FormatRule) -> bool:
    """Whether an act must hold a component; a line only where the words above it are there."""
    component = rule.component
    above = _BELOW.get(component, component.removesuffix("_line"))
    excepted = act.document_type.without if act.document_type else frozenset()
    if component in _NOT_FOR.get(act.kind, ()) or not excepted.isdisjoint({component, above, rule.key}):
        return False
    return above in {component, "appendix"} or above in act.parts


def _unless_out_of_range(part: Part, values: tuple[Value, ...], rule: FormatRule) -> tuple[Value, ...]:
    """Say once that a size is wrong: where it is out of its range it is not compared as well."""
    if rule.trait != "same_size":
        return values
    ranged = next(
        (
            each
            for each in load_format_rules(rule.profile)
            if each.id == f"{rule.profile}.{rule.component}.size"
        ),
        None,
    )
    sizes = [each.size for each in visible(part.line)]
    return () if ranged and not all(is_allowed(ranged, size) for size in sizes) else values


def _pair(act: Act) -> Iterator[Found]:
    """Yield the sizes of nation, motto and place together, where each alone is allowed."""
    parts = [act.parts.get(key, ())[:1] for key in ("nation", "motto", "place_date")]
    if all(parts):
        lines = [part.line for (part,) in parts]
        sizes = [min((each.size for each in visible(line)), default=0) for line in lines]
        own = {rule.id: rule for rule in load_format_rules(Profile.ND30)}
        ranges = [own[f"nd30.{key}.size"] for key in ("nation", "motto", "place_date")]
        if all(is_allowed(rule, size) for rule, size in zip(ranges, sizes, strict=True)):
            yield lines[0].place, lines[0].text, ("/".join(f"{size:g}" for size in sizes),)


def _own_pages(act: Act, parent: Act, document: Recognised) -> Value:
    """Tell whether an appendix begins a section of its own that counts its pages from 1."""
    page = act.first.page
    position = parent.appendices.index(act)
    above = parent.appendices[position - 1].first.page if position else parent.first.page
    is_first = page == 0 and position == 0 and parent.first is act.first
    start = document.pages[page].start if page < len(document.pages) else None
    return "restarted" if is_first or (page != above and start == 1) else "continued"


# ---------------------------------------------------------------------------------------------- letters

_SLOTS = ("font_ascii", "font_hansi", "font_eastasia", "font_cs")
_UNSET = "unset"
_BLACK = {"auto", "000000", "black", "windowtext"}


def _text_values(document: Recognised, rule: FormatRule) -> Iterator[Found]:
    """Yield every font, language or color of every line; the whole document is held to one."""
    margins = [line for page in document.pages[:1] for lines in page.heads.values() for line in lines]
    for line in (*document.lines, *margins):
        for value in dict.fromkeys(_letters_value(each, rule) for each in visible(line)):
            yield line.place, line.text, (value or _UNSET,)


def _letters_value(letters: Letters, rule: FormatRule) -> str:
    if rule.trait == "language":
        return letters.language
    if rule.trait == "color":
        return "black" if letters.color in _BLACK else f"#{letters.color}"
    # A wrong font is reported for the first of Word's places that names it, not four times.
    *before, own = (letters.fonts[slot] for slot in SLOTS[: _SLOTS.index(rule.trait) + 1])
    return own if all(font in rule.required for font in before) else rule.required[0]
