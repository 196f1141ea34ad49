import io
import zipfile

import docx
import pytest
from jinja2.exceptions import SecurityError

from catalogue import UnreadableFileError
from catalogue.format_rule import Profile
from catalogue.wording import letters as words
from catalogue.wording import report as ours
from report import check_figures, rendered, rendered_for_party
from report.filling import environment, filled
from report.lint import lint_docx
from report.template import TemplateError, exported_template, read_template, rendered_own
from report.template.blocks import text_blocks
from templates import party_template, report_template
from templates.word_styles import STYLES
from tests.libreoffice import convert
from tests.report.template.editing import edited, first_heading, with_block, with_paragraph
from tests.report.words import W, opened, paragraphs


def refused(content):
    """Return what is said of a template that cannot be used."""
    with pytest.raises(TemplateError) as caught:
        read_template(content, name="mẫu.docx")
    return str(caught.value)


def printed(content, full_facts):
    return paragraphs(rendered_own(full_facts, read_template(content, name="x")).content)


# -------------------------------------------------------------------------------------- unchanged, changed


def test_a_template_exported_and_not_changed_gives_the_same_report(full_facts):
    own = read_template(exported_template(), name="x")

    assert own.words == {}
    assert rendered_own(full_facts, own).content == rendered(full_facts).content


def test_exporting_twice_gives_the_same_bytes():
    assert exported_template() == exported_template()


def test_what_staff_write_is_printed_and_tags_may_be_moved(full_facts):
    content = with_paragraph("Người ký: {{ head.signer_name }}; {{ body.groups | length }} nhóm.")

    assert "Người ký: Nguyễn Văn A; 7 nhóm." in printed(content, full_facts)


def test_a_tag_word_broke_into_runs_is_whole(full_facts):
    def change(document):
        added = first_heading(document).insert_paragraph_before("{{ head")
        added.add_run(".signer").bold = True
        added.add_run("_name }}")

    assert "Nguyễn Văn A" in printed(edited(change), full_facts)


def test_a_sentence_worded_anew_is_printed_with_its_figures_checked(full_facts, full_master):
    own = read_template(with_block("DEADLINE", "Các đơn vị gửi trước ngày {deadline}."), name="x")
    made = rendered_own(full_facts, own)

    assert "Các đơn vị gửi trước ngày 20/12/2026." in " ".join(paragraphs(made.content))
    assert check_figures(made, full_master) == check_figures(rendered(full_facts), full_master)


def test_one_of_a_set_of_words_may_be_changed_alone(full_facts):
    content = with_block("STATES.paused", "đang tạm ngừng")
    own = read_template(content, name="x").words["STATES"]

    assert own == ours.STATES | {"paused": "đang tạm ngừng"}
    assert "nhiệm vụ đang tạm ngừng" in " ".join(printed(content, full_facts))


def test_the_outer_blanks_of_a_sentence_are_kept():
    own = read_template(with_block("AND", "cùng với"), name="x")

    assert own.words["AND"] == " cùng với "


def test_words_of_an_earlier_report_do_not_linger(full_facts, full_docx):
    rendered_own(full_facts, read_template(with_block("DEADLINE", "Hạn: {deadline}."), name="x"))

    assert rendered(full_facts).content == full_docx


def test_a_template_without_the_table_of_blocks_is_used_as_it_is(full_facts):
    assert printed(report_template(), full_facts) == paragraphs(rendered(full_facts).content)


def test_the_table_of_blocks_and_its_page_are_not_printed(full_facts):
    own = read_template(exported_template(), name="x")

    assert words.BLOCKS_TITLE in [paragraph.text for paragraph in opened(exported_template()).paragraphs]
    assert words.BLOCKS_TITLE not in paragraphs(own.content)
    assert len(opened(own.content).sections) == 6
    assert lint_docx(rendered_own(full_facts, own).content, name="x").is_clean


# ------------------------------------------------------------------------- as other programs save it


def saved_by_another(document):
    """Do what programs do by saving: name styles after their names, end sections where text stands."""
    for style in document.styles:
        if style.style_id in STYLES:
            style.element.set(f"{W}styleId", f"x{style.style_id}")
    for node in document.element.body.iter(f"{W}pStyle"):
        node.set(
            f"{W}val", f"x{node.get(f'{W}val')}" if node.get(f"{W}val") in STYLES else node.get(f"{W}val")
        )
    for ended in document.element.body.xpath("./w:p[w:pPr/w:sectPr][preceding-sibling::*[1][self::w:p]]"):
        ended.getprevious().get_or_add_pPr().append(ended.pPr.sectPr)
        ended.getparent().remove(ended)


def test_a_template_another_program_saved_gives_the_same_report(full_facts, full_docx):
    made = rendered_own(full_facts, read_template(edited(saved_by_another), name="x")).content

    assert [text for text in paragraphs(made) if text] == [text for text in paragraphs(full_docx) if text]
    assert len(opened(made).sections) == len(opened(full_docx).sections)
    assert lint_docx(made, name="x").is_clean


@pytest.mark.libreoffice
def test_a_template_saved_by_libreoffice_is_used(full_facts, full_docx, tmp_path):
    source = tmp_path / "mau.docx"
    source.write_bytes(exported_template())
    saved = convert(source, tmp_path / "saved", kind="docx").read_bytes()

    assert [text for text in printed(saved, full_facts) if text] == [
        text for text in paragraphs(full_docx) if text
    ]


# ------------------------------------------------------------------------------------------- broken tags


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ head.ten }}", "không có trong báo cáo: không hiểu “ten”"),
        ("{{ ten }}", "không có trong báo cáo: không hiểu “ten”"),
        ("{{ head.agency", "chưa đóng"),
        ("head.agency }}", "có dấu “}}” thừa"),
        ("{{ head.agency %}", "chưa đóng"),
        ("{{ head. }}", "viết sai quy cách"),
        ("{{ body.groups }}", "không in được thành chữ"),
        ("{% for x in head.agency %}{% endfor %}", "không phải là danh sách"),
        ("{% if head.agency %}", "thiếu thẻ kết thúc “endif”"),
        ("{% endfor %}", "không có thẻ mở đầu"),
        ("{% else %}", "không có thẻ mở đầu"),
        ("{% if head.agency %}{% for x in body.groups %}{% endif %}{% endfor %}", "kết thúc sai chỗ"),
        ("{% for point in body.groups %}{% endfor %}{{ point.heading }}", "không hiểu “point”"),
    ],
)
def test_a_broken_or_unknown_tag_is_named_with_its_paragraph(text, said):
    sentence = refused(with_paragraph(f"Đoạn thử {text}"))

    assert "mẫu.docx" in sentence
    assert "đoạn “Đoạn thử" in sentence
    assert said in sentence


def test_a_tag_in_a_table_is_named_by_its_cell():
    def change(document):
        document.tables[1].rows[0].cells[2].paragraphs[0].add_run("{{ row.x }}")

    assert "bảng 2, dòng 1, ô 3" in refused(edited(change))


def test_a_tag_in_the_header_is_named_by_its_part():
    def change(document):
        document.sections[0].header.paragraphs[0].add_run("{{ x }}")

    assert "đầu trang" in refused(edited(change))


def test_a_tag_in_the_files_properties_is_named():
    def change(document):
        document.core_properties.title = "{{ x }}"

    assert "thuộc tính title" in refused(edited(change))


def test_every_fault_is_named_at_once_and_many_are_cut():
    two = refused(with_paragraph("{{ a }} và {{ b }}"))
    many = refused(with_paragraph("{{ a }}" * 30))

    assert "không hiểu “a”" in two
    assert "không hiểu “b”" in two
    assert "và 10 chỗ khác" in many


@pytest.mark.parametrize(
    "tag",
    [
        "{{ head.__class__ }}",
        "{{ body.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ head.signer_name.format(head) }}",
        "{{ head.agency | attr('__class__') }}",
        "{{ head.agency | safe }}",
        "{{ 'a' * 999999999 }}",
        "{{ 9 ** 999999999 }}",
        "{{ range(9) }}",
        "{{ body.groups | map(attribute='__class__') | list }}",
        "{{r head.agency }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% set x = 1 %}",
        "{% macro x() %}{% endmacro %}",
        "{% for x in body.groups recursive %}{% endfor %}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    ],
)
def test_a_tag_that_does_more_than_name_and_count_is_refused(tag):
    assert "Đoạn thử" in refused(with_paragraph(f"Đoạn thử {tag}"))


def test_a_tag_hidden_in_an_attribute_is_refused_too():
    def change(document):
        added = first_heading(document).insert_paragraph_before("x")
        added.paragraph_format.element.set("{urn:x}a", "{{ ''.__class__ }}")

    assert "thẻ" in refused(edited(change))


def test_what_slips_through_still_runs_in_a_sandbox():
    assert environment().autoescape
    for text in ("{{ ''.__class__.__mro__ }}", "{{ x.append(1) }}"):
        with pytest.raises(SecurityError):
            environment().from_string(text).render(x=[])


# ------------------------------------------------------------------------------------------- text blocks


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Trước {han}", "không hiểu “{han}”. Các chỗ điền dùng được ở khối này: {deadline}"),
        ("Trước {deadline.year}", "không hiểu “{deadline.year}”"),
        ("Trước {deadline!r}", "không hiểu “{deadline!r}”"),
        ("Trước {deadline:>999999999}", "không hiểu “{deadline:>999999999}”"),
        ("Trước {deadline", "dấu ngoặc nhọn chưa đủ cặp"),
        ("Trước {}", "không hiểu “{}”"),
    ],
)
def test_a_block_with_a_wrong_blank_is_named_by_its_code(text, said):
    sentence = refused(with_block("DEADLINE", text))

    assert "khối lời văn DEADLINE" in sentence
    assert said in sentence


def test_an_unknown_or_repeated_code_is_named():
    def change(document):
        table = document.tables[-1]
        table.rows[1].cells[0].paragraphs[0].runs[0].text = "LA"
        table.rows[2].cells[0].paragraphs[0].runs[0].text = table.rows[3].cells[0].text

    sentence = refused(edited(change))

    assert "khối lời văn LA: không có khối nào" in sentence
    assert "có ở nhiều dòng" in sentence


def test_every_block_is_words_of_the_report():
    for code, text in text_blocks().items():
        name, _, key = code.partition(".")
        value = getattr(ours, name)

        assert (value[key] if key else value) == text
    assert len(text_blocks()) > 100
    assert "SETTINGS" not in text_blocks()


# ------------------------------------------------------------------------------------------- other files


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04"])
def test_what_is_no_word_document_is_refused_in_a_sentence(content):
    with pytest.raises(UnreadableFileError, match="x"):
        read_template(content, name="x")


@pytest.mark.parametrize("template", [report_template, party_template])
def test_every_tag_of_our_own_templates_is_known(template):
    assert read_template(template(), name="x").words == {}


def test_a_tag_that_cannot_be_filled_after_all_is_a_sentence(full_facts):
    own = read_template(with_paragraph("{{ body.groups[99].heading }}"), name="mẫu.docx")

    with pytest.raises(TemplateError, match=r"mẫu\.docx"):
        rendered_own(full_facts, own)


def test_a_value_is_escaped_and_its_tags_stay_text():
    document = docx.Document()
    document.add_paragraph("{{ x }}")
    stream = io.BytesIO()
    document.save(stream)
    made = filled(stream.getvalue(), {"x": "{{ 7*7 }} <w:p/> & {_{"})

    assert made.docx.paragraphs[0].text.startswith("{{ 7*7 }} <w:p/> &")


def test_the_exported_template_is_a_whole_package():
    with zipfile.ZipFile(io.BytesIO(exported_template())) as package:
        assert package.testzip() is None


def test_the_partys_template_exported_and_not_changed_gives_the_same_report(full_facts):
    own = read_template(exported_template(Profile.PARTY), name="x", profile=Profile.PARTY)
    office = full_facts.office

    assert own.words == {}
    assert (
        rendered_own(full_facts, own, party=office).content == rendered_for_party(full_facts, office).content
    )
