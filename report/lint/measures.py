"""How a property is measured on a line: the values found, none where the property has no sense there."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from catalogue.format_rule import FormatRule
from catalogue.wording.report import AS_ABOVE, ITEM, POINT_LETTERS
from report.lint.acts import Act, Part, is_upper
from report.lint.model import Letters, Line
from report.lint.numbering import roman
from report.lint.wording import Value
from templates import bold_width

MM_PER_POINT = 25.4 / 72
_SINGLE_LINE = 1.15
"""A single line of Times New Roman is this much of its size high."""
_SHORT = 3
_BLANK = re.compile(r"[.…]{2,}")
_ROMAN_NUMERAL = re.compile(r"\s[IVXLC]+$")
_ARABIC_NUMERAL = re.compile(r"\s\d+$")
_NUMERAL = re.compile(r"\b(?:[IVXLC]+|\d+)\b")
_MENTION = re.compile(
    r"phụ lục((?:(?:\s*[,;-]\s*|\s+và\s+|\s+đến\s+|\s+)(?:phụ lục\s+)?(?:[IVXLC]+|\d+)\b)*)", re.IGNORECASE
)
_RANGE = re.compile(r"(\w+)\s*(?:-|đến)\s*(?:phụ lục\s+)?(\w+)", re.IGNORECASE)
_ROMANS = tuple(roman(count) for count in range(1, 100))
_ARABICS = tuple(str(count) for count in range(1, 100))
_CODE = re.compile(r"/([^\W\d_]+)-")
_AS_ABOVE = ITEM.format(text=AS_ABOVE)
_LABEL = re.compile(r"^\S+ \S+?\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where a part is measured: its act, the act an appendix belongs to, the size of the words."""

    act: Act
    parent: Act
    body_size: float | None
    rule: FormatRule


Measure = Callable[[Part, Context], tuple[Value, ...]]


def body_size(act: Act) -> float | None:
    """Return the size most of an act's words have."""
    sizes = Counter[float]()
    for key in ("body", "clause", "point", "article"):
        for part in act.parts.get(key, ()):
            for letters in visible(part.line):
                sizes[letters.size] += len(letters.text)
    return sizes.most_common(1)[0][0] if sizes else None


def visible(line: Line) -> tuple[Letters, ...]:
    """Return the letters of a line that are not blanks."""
    return tuple(each for each in line.letters if each.text.strip())


# --------------------------------------------------------------------------------------------- letters


def _share(flags: Iterable[bool]) -> tuple[Value, ...]:
    found = set(flags)
    if not found:
        return ()
    return ("mixed" if len(found) > 1 else "yes" if True in found else "no",)


def _size(part: Part, _: Context) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(each.size for each in visible(part.line)))


def _bold(part: Part, _: Context) -> tuple[Value, ...]:
    return _share(each.is_bold for each in visible(part.line))


def _italic(part: Part, _: Context) -> tuple[Value, ...]:
    return _share(each.is_italic for each in visible(part.line))


def _underline(part: Part, _: Context) -> tuple[Value, ...]:
    # The colon after the words is not underlined in the source's own illustration.
    return _share(each.is_underlined for each in visible(part.line) if each.text.strip() != ":")


def _label(part: Part) -> tuple[Letters, ...]:
    """Return the letters of a label: “Điều 1.”, or the words before a colon."""
    found = _LABEL.match(part.line.text)
    end = part.line.text.find(":") if ":" in part.line.text else len(found.group()) if found else 1
    taken: list[Letters] = []
    for each in visible(part.line):
        if sum(len(other.text) for other in taken) < end:
            taken.append(each)
    return tuple(taken)


def _label_bold(part: Part, _: Context) -> tuple[Value, ...]:
    return _share(each.is_bold for each in _label(part))


def _label_italic(part: Part, _: Context) -> tuple[Value, ...]:
    return _share(each.is_italic for each in _label(part))


def _case(part: Part, context: Context) -> tuple[Value, ...]:
    cased = [char for char in part.line.text if char.lower() != char.upper()]
    if len(cased) < _SHORT and "upper" not in context.rule.required:
        return ()
    if any(each.case == "smallCaps" for each in visible(part.line)):
        return ("small",)
    return ("upper" if is_upper(part.line) else "normal",) if cased else ()


def _first_letter(part: Part, _: Context) -> tuple[Value, ...]:
    first = part.line.text[:1]
    is_first = part.siblings[:1] == (part.line,)
    if not is_first or not first.isalpha() or is_upper(part.line):
        return ()
    return ("upper" if first.isupper() else "lower",)


def _same_size(part: Part, context: Context) -> tuple[Value, ...]:
    sizes = [each.size for each in visible(part.line)]
    return tuple("same" if size == context.body_size else size for size in sizes if context.body_size)


# ------------------------------------------------------------------------------------------- paragraph


def _align(part: Part, _: Context) -> tuple[Value, ...]:
    return (part.line.align,)


def _line_spacing(part: Part, _: Context) -> tuple[Value, ...]:
    line = part.line
    if line.spacing_rule == "auto":
        return (line.spacing,)
    size = max((each.size for each in visible(line)), default=0)
    lines = line.spacing / (size * _SINGLE_LINE) if size else 0
    return (max(1.0, lines) if line.spacing_rule == "atLeast" else lines,)


def _exact_spacing(part: Part, _: Context) -> tuple[Value, ...]:
    return (part.line.spacing if part.line.spacing_rule == "exact" else "not_exact",)


def _first_line(part: Part, _: Context) -> tuple[Value, ...]:
    return (part.line.first_mm,) if part.line.text else ()


def _indent(part: Part, _: Context) -> tuple[Value, ...]:
    return (min(part.line.first_mm, part.line.left_mm),)


def _gap(part: Part, _: Context) -> tuple[Value, ...]:
    line, before = part.line, part.before
    if before is None or before.place == line.place:
        return ()
    if line.style == before.style and line.is_contextual and before.is_contextual:
        return (0.0,)
    return (before.after + line.before,)


# ---------------------------------------------------------------------------------------------- words


def _words(part: Part, context: Context) -> tuple[Value, ...]:
    """Return the words, where they are not what the rule's pattern wants."""
    rule, text = context.rule, part.line.text
    if rule.pattern is None or (rule.applies and not rule.applies.search(text)):
        return ()
    return () if rule.pattern.search(text) else (_quoted(text),)


def _whole_words(part: Part, context: Context) -> tuple[Value, ...]:
    """The same for words that take several lines."""
    if part.siblings[:1] != (part.line,) or context.rule.pattern is None:
        return ()
    text = " ".join(line.text for line in part.siblings)
    return () if context.rule.pattern.search(text) else (_quoted(text),)


def _first_words(part: Part, context: Context) -> tuple[Value, ...]:
    return _words(part, context) if part.siblings[:1] == (part.line,) else ()


def _last_words(part: Part, context: Context) -> tuple[Value, ...]:
    return _words(part, context) if part.siblings[-1:] == (part.line,) else ()


def _unless_blank(measure: Measure) -> Measure:
    """Leave alone what is still to be filled in."""

    def measured(part: Part, context: Context) -> tuple[Value, ...]:
        return () if _BLANK.search(part.line.text) else measure(part, context)

    return measured


def _quoted(text: str) -> str:
    return f"“{text if len(text) <= _LONG else '…' + text[-_LONG:]}”"


_LONG = 50


def _type_code(part: Part, context: Context) -> tuple[Value, ...]:
    code = _CODE.search(part.line.text)
    kind = context.act.document_type
    return ("same" if code.group(1) == kind.symbol else _quoted(code.group(1)),) if code and kind else ()


def _row(part: Part, context: Context) -> tuple[Value, ...]:
    """Whether what belongs on one row of the table does."""
    beside = {"place_date": "number", "receivers_head": "signer_title"}[context.rule.component]
    others = context.act.parts.get(beside, ())
    if not others or not part.line.place.table:
        return ()
    place, other = part.line.place, others[0].line.place
    return ("same" if (place.table, place.row) == (other.table, other.row) else "apart",)


def _lines(part: Part, context: Context) -> tuple[Value, ...]:
    if ":" not in part.line.text:
        return ()
    listed = context.act.parts.get("addressee", ())
    after = part.line.text.partition(":")[2].strip()
    is_one = bool(after) and not listed and ";" not in after
    is_many = not after and len(listed) > 1
    return ("proper",) if is_one or is_many else (_quoted(part.line.text),)


def _marks(part: Part, context: Context) -> tuple[Value, ...]:
    """Whether an item of a list has the marks it must have: a dash before it, the right sign after it."""
    text = part.line.text
    is_last = part.siblings[-1:] == (part.line,)
    needs_dash = context.rule.component != "basis"
    has_end = text.endswith("." if is_last else ";") and not text.endswith("./.")
    has_dash = text.startswith("- ") or not needs_dash
    return ("proper",) if has_end and has_dash else (_quoted(text),)


def _as_above(part: Part, context: Context) -> tuple[Value, ...]:
    if "addressed" not in context.act.parts or part.siblings[:1] != (part.line,):
        return ()
    return ("proper",) if part.line.text == _AS_ABOVE else (_quoted(part.line.text),)


def _order(part: Part, _: Context) -> tuple[Value, ...]:
    """Whether a point follows the one before it, in the order of the Vietnamese alphabet."""
    position = next(at for at, line in enumerate(part.siblings) if line is part.line)
    letter = part.line.text[0]
    before = part.siblings[position - 1].text[0] if position else ""
    following = POINT_LETTERS[POINT_LETTERS.find(before) + 1 :][:1] if before in POINT_LETTERS else ""
    return ("next",) if letter in {POINT_LETTERS[0], following} else (f"{letter})",)


def _numeral(part: Part, context: Context) -> tuple[Value, ...]:
    if context.rule.pattern is not None:
        return _words(part, context)
    wanted = _ROMAN_NUMERAL if context.rule.profile == "nd30" else _ARABIC_NUMERAL
    text = part.line.text
    is_bare = not (_ROMAN_NUMERAL.search(text) or _ARABIC_NUMERAL.search(text))
    is_proper = len(context.parent.appendices) == 1 if is_bare else bool(wanted.search(text))
    return ("proper",) if is_proper or _BLANK.search(text) else (_quoted(text),)


def _referred(part: Part, context: Context) -> tuple[Value, ...]:
    if not context.parent.said or _BLANK.search(part.line.text):
        return ()
    numeral = part.line.text.rpartition(" ")[2].upper()
    mentioned = set(mentioned_appendices(context.parent.said))
    return ("yes" if numeral in mentioned or (mentioned and " " not in part.line.text) else "no",)


def mentioned_appendices(said: str) -> Iterator[str]:
    """Yield the numbers of the appendices some words mention, one by one, in lists and in ranges.

    >>> list(mentioned_appendices("chi tiết tại Phụ lục I, III và Phụ lục V đến VII"))
    ['I', 'III', 'V', 'VII', 'VI']
    """
    for found in _MENTION.finditer(said):
        yield from (numeral.upper() for numeral in _NUMERAL.findall(found.group(1)) or [""])
        for span in _RANGE.finditer(found.group(1)):
            yield from _between(span.group(1).upper(), span.group(2).upper())


def _between(first: str, last: str) -> Iterator[str]:
    for numerals in (_ROMANS, _ARABICS):
        if first in numerals and last in numerals:
            yield from numerals[numerals.index(first) + 1 : numerals.index(last)]


# -------------------------------------------------------------------------------------------- drawn lines


def _kind(part: Part, _: Context) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(line.kind for line in part.drawn if line.kind != "underscores"))


def _underscored(part: Part, _: Context) -> tuple[Value, ...]:
    return ("yes" if any(line.kind == "underscores" for line in part.drawn) else "no",)


def _length(part: Part, context: Context) -> tuple[Value, ...]:
    """Return the drawn line's share of the words' length: of the last line or of the longest."""
    drawn = max((line.length_mm for line in part.drawn if line.kind != "underscores"), default=0)
    if not drawn or any(_BLANK.search(line.text) for line in part.words):
        return ()
    widths = [width for line in part.words for width in _widths(line)]
    shares = [drawn / width for width in {widths[-1], max(widths)} if width] if widths else []
    middle = context.rule.minimum or 1.0
    return (min(shares, key=lambda share: abs(share - middle)),) if shares else ()


def _widths(line: Line) -> list[float]:
    """Return the width of the words: of the whole line and, where Word breaks it, of its last part."""
    size = max((each.size for each in visible(line)), default=0)
    width = bold_width(line.text, size) * MM_PER_POINT
    if width <= line.room_mm or not line.room_mm:
        return [width]
    taken = ""
    for word in line.text.split(" "):
        longer = f"{taken} {word}".strip()
        taken = longer if bold_width(longer, size) * MM_PER_POINT <= line.room_mm else word
    return [line.room_mm, bold_width(taken, size) * MM_PER_POINT]


MEASURES: Mapping[str, Measure] = {
    "size": _size,
    "bold": _bold,
    "italic": _italic,
    "underline": _underline,
    "label_bold": _label_bold,
    "label_italic": _label_italic,
    "case": _case,
    "first_letter": _first_letter,
    "same_size": _same_size,
    "align": _align,
    "line_spacing": _line_spacing,
    "exact_spacing": _exact_spacing,
    "first_line": _first_line,
    "indent": _indent,
    "gap": _gap,
    "spelling": _words,
    "colon": _words,
    "leading_zero": _words,
    "symbol": _unless_blank(_words),
    "type_code": _type_code,
    "comma": _words,
    "row": _row,
    "day_zero": _words,
    "month_zero": _words,
    "month_plain": _words,
    "mark": _first_words,
    "lines": _lines,
    "marks": _marks,
    "stop": _unless_blank(_words),
    "numeral": _numeral,
    "order": _order,
    "filed": _last_words,
    "as_above": _as_above,
    "abbreviation": _words,
    "degree": _words,
    "referred": _referred,
    "form": _whole_words,
    "kind": _kind,
    "underscored": _underscored,
    "length": _length,
}
