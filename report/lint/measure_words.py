"""What lines say: their words against a rule's pattern, their marks, numbers and mentions."""

import re
from collections.abc import Iterator, Mapping

from catalogue.wording.lint_docx import MENTION, MENTIONED_RANGE
from catalogue.wording.report import AS_ABOVE, ITEM, POINT_LETTERS
from report.lint.acts import Part
from report.lint.measure import Context, Measure
from report.lint.numbering import roman
from report.lint.wording import Value

BLANK = re.compile(r"[.…]{2,}")
"""Dots to be written over."""
_ROMAN_NUMERAL = re.compile(r"\s[IVXLC]+$")
_ARABIC_NUMERAL = re.compile(r"\s\d+$")
_NUMERAL = re.compile(r"\b(?:[IVXLC]+|\d+)\b")
_MENTION = re.compile(MENTION, re.IGNORECASE)
_RANGE = re.compile(MENTIONED_RANGE, re.IGNORECASE)
_ROMANS = tuple(roman(count) for count in range(1, 100))
_ARABICS = tuple(str(count) for count in range(1, 100))
_CODE = re.compile(r"/([^\W\d_]+)-")
_AS_ABOVE = ITEM.format(text=AS_ABOVE)


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
        return () if BLANK.search(part.line.text) else measure(part, context)

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
    return ("proper",) if is_proper or BLANK.search(text) else (_quoted(text),)


def _referred(part: Part, context: Context) -> tuple[Value, ...]:
    if not context.parent.said or BLANK.search(part.line.text):
        return ()
    numeral = part.line.text.rpartition(" ")[2].upper()
    mentioned = set(mentioned_appendices(context.parent.said))
    return ("yes" if numeral in mentioned or (mentioned and part.line.text.count(" ") == 1) else "no",)


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


WORDS: Mapping[str, Measure] = {
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
}
"""The measures of words by property."""
