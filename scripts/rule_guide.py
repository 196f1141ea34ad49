"""Write the tables of `docs/quy-tac-kiem-tra.md` from the rules: `python -m scripts.rule_guide`."""

from pathlib import Path

from catalogue import FormDesign, Rule, Severity, SheetKey, load_design, load_rules
from catalogue.wording.findings import SEVERITY_LABELS

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "quy-tac-kiem-tra.md"
START, END = "<!-- bảng -->\n", "<!-- hết bảng -->\n"
HEADS = ("Mã", "Ô được nhắc", "Khi nào", "Điều kiện", "Ngưỡng", "Mức độ", "Giải trình ở cột")


def tables(design: FormDesign) -> str:
    """Return the rules as Markdown, a table a sheet."""
    sheets = dict.fromkeys(rule.sheet for rule in load_rules())
    return "\n".join(_table(sheet, design) for sheet in sheets)


def _table(sheet: SheetKey, design: FormDesign) -> str:
    rules = sorted((rule for rule in load_rules() if rule.sheet is sheet), key=lambda rule: rule.code.name)
    lines = [f"### Trang “{design.sheet(sheet).title}”", "", _line(HEADS), _line(["---"] * len(HEADS))]
    return "\n".join([*lines, *(_line(_cells(rule, design)) for rule in rules), ""])


def _cells(rule: Rule, design: FormDesign) -> list[str]:
    headers = {field.key: field.header for field in design.fields_of(rule.sheet)}
    return [
        rule.code.name,
        headers.get(rule.field_key, "cả trang"),
        rule.note,
        f"`{rule.text}`" if rule.text else "",
        "; ".join(f"{name} = {value:g}" for name, value in rule.parameters.items()),
        SEVERITY_LABELS[rule.code.value.severity],
        _explained_by(rule, headers),
    ]


def _explained_by(rule: Rule, headers: dict[str, str]) -> str:
    if rule.code.value.severity is Severity.ERROR:
        return ""
    return " hoặc ".join(headers[key] for key in rule.explained_by) or "(ghi thêm là hết nhắc)"


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main() -> None:
    """Replace what stands between the marks."""
    text = GUIDE.read_text(encoding="utf-8")
    head, rest = text.split(START)
    _, tail = rest.split(END)
    GUIDE.write_text(f"{head}{START}{tables(load_design())}{END}{tail}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
