"""The end of an act: receivers on the left, the signer on the right."""

from collections.abc import Iterator, Mapping, Sequence

from catalogue.format_rule import Component
from report.lint.acts import Parts, is_upper
from report.lint.head import is_component
from report.lint.model import Line


def signature_lines(lines: Sequence[Line], components: Mapping[str, Component]) -> tuple[Line, ...]:
    """Return all lines of an act's end: of the table where the receivers stand; none where there is none."""
    for key in ("receivers_head", "receiver"):
        heads = [line for line in lines if is_component(line, components[key])]
        if heads and heads[-1].place.table:
            return tuple(line for line in lines if line.place.table == heads[-1].place.table)
        if heads:
            return tuple(lines[list(lines).index(heads[-1]) :])
    return ()


def read_signature(parts: Parts, lines: tuple[Line, ...], components: Mapping[str, Component]) -> None:
    """Recognise receivers and signer; without the words “Nơi nhận” the receivers stand where “Lưu” is."""
    heads = [line for line in lines if is_component(line, components["receivers_head"])]
    filed = [line for line in lines if is_component(line, components["receiver"])]
    head = (heads or filed)[-1]
    parts.add("receivers_head", *heads[-1:])
    column = [line for line in lines if line.place.cell == head.place.cell]
    parts.add("receiver", *_receivers(column[column.index(head) + 1 :] if heads else column))
    if head.place.table:
        others = tuple(line for line in lines if line.place.cell != head.place.cell)
        _read_signer(parts, others, components)


def _receivers(lines: Sequence[Line]) -> list[Line]:
    """Return the lines below the words in their column; without a table, those with a dash."""
    return [line for line in lines if line.text and (line.place.table or line.text.startswith("-"))]


def _read_signer(parts: Parts, lines: tuple[Line, ...], components: Mapping[str, Component]) -> None:
    texts = list(_spoken(lines, components))
    has_name = bool(texts) and _is_name(texts[-1], texts[-2:-1], lines)
    titles = texts[:-1] if has_name else texts
    authority = components.get("signer_authority")
    parts.add("signer_authority", *[line for line in titles if is_component(line, authority)])
    parts.add("signer_title", *[line for line in titles if not is_component(line, authority)])
    parts.add("signer_name", *texts[len(titles) :])


def _spoken(lines: tuple[Line, ...], components: Mapping[str, Component]) -> Iterator[Line]:
    """Yield the words up to any notes below, without remarks in brackets, which may take several lines."""
    is_remark = False
    for line in lines:
        if is_component(line, components["aside"]):
            return
        is_remark |= line.text.startswith("(")
        if line.text and not is_remark:
            yield line
        is_remark &= not line.text.endswith(")")


def _is_name(line: Line, above: Sequence[Line], lines: tuple[Line, ...]) -> bool:
    """Whether the last words are a name: room to sign above them, or not in capitals."""
    gaps = [
        lines.index(line) - lines.index(other) > 1 or line.place.row != other.place.row for other in above
    ]
    return any(gaps) or not is_upper(line)
