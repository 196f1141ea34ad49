"""Good documents: report, decision and letter by the decree; report and letter of a Party committee."""

from tests.report.lint.official import Document, Page, Spec

LONG = "Sở Tài chính đã chủ trì, phối hợp với các sở, ban, ngành, xã, phường, đặc khu thực hiện nhiệm vụ."


def centred(component, text, **changes):
    return Spec(component=component, text=text, **{"align": "center", **changes})


def ruled(component, under, ratio):
    return Spec(component=component, under=under, ratio=ratio, size=2, align="center")


# ------------------------------------------------------------------------------------- the decree's format


def _text(component, text, **changes):
    given = {"first_mm": 10, "before": 6, "line": ("auto", 1.1)}
    return Spec(component=component, text=text, **{**given, **changes})


def _head(number, *, subject=()):
    left = [
        centred("parent_agency", "UBND THÀNH PHỐ HẢI PHÒNG", size=13),
        centred("agency", "SỞ TÀI CHÍNH", size=13, bold=True),
        ruled("agency_line", "agency", 0.4),
    ]
    right = [
        centred("nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True),
        centred("motto", "Độc lập - Tự do - Hạnh phúc", bold=True),
        ruled("motto_line", "motto", 1),
    ]
    place = centred("place_date", "Hải Phòng, ngày 05 tháng 11 năm 2026", italic=True)
    return [left, [centred("number", number, size=13), *subject]], [right, [place]]


def _title(kind, subject):
    return [
        centred("document_type", kind, bold=True, before=12),
        centred("subject", subject, bold=True),
        ruled("subject_line", "subject", 0.4),
    ]


def _end(*receivers):
    head = Spec(component="receivers_head", text="Nơi nhận:", size=12, bold=True, italic=True, align="left")
    listed = [Spec(component="receiver", text=text, size=11, align="left") for text in receivers]
    titles = [
        centred("signer_title", "KT. GIÁM ĐỐC", bold=True),
        centred("signer_title", "PHÓ GIÁM ĐỐC", bold=True),
    ]
    name = centred("signer_name", "Nguyễn Văn A", bold=True)
    return [[head, *listed], []], [titles, [name]]


def _appendix(number, name):
    return [
        centred("appendix_number", f"Phụ lục {number}", bold=True),
        centred("appendix_name", name, bold=True),
        centred(
            "appendix_of",
            "(Kèm theo Báo cáo số 12/BC-STC ngày 05 tháng 11 năm 2026 của Sở Tài chính)",
            italic=True,
        ),
        ruled("appendix_line", "appendix_number", 0.9),
    ]


def _landscape():
    return Page(size_mm=(297, 210), start=1)


def report():
    left, right = _head("Số: 12/BC-STC")
    receivers, signer = _end("- Như trên;", "- Văn phòng UBND thành phố;", "- Lưu: VT, QLNS.")
    body = [
        *_title("BÁO CÁO", "Kết quả thực hiện kế hoạch năm 2026"),
        Spec(component="addressed", text="Kính gửi:", align="left", before=12),
        Spec(component="addressee", text="- Ủy ban nhân dân thành phố;", align="left", left_mm=40),
        Spec(component="addressee", text="- Bộ Tài chính.", align="left", left_mm=40),
        _text("body", LONG),
        _text("body", "Số liệu chi tiết tại Phụ lục I, Phụ lục II kèm theo Báo cáo này."),
        _text("roman", "I. KẾT QUẢ THỰC HIỆN", bold=True),
        _text("clause_titled", "1. Kết quả theo nhóm nhiệm vụ", bold=True),
        _text("body", LONG),
        _text("clause", f"2. {LONG}"),
        _text("point", f"a) {LONG}"),
        _text("point", f"b) {LONG}"),
        _text("ending", "Trên đây là Báo cáo kết quả thực hiện kế hoạch năm 2026./."),
    ]
    appendices = [_appendix("I", "KẾT QUẢ NHIỆM VỤ"), _appendix("II", "KẾT QUẢ CHỈ TIÊU")]
    return Document(
        left=left,
        right=right,
        body=body,
        receivers=receivers,
        signer=signer,
        appendices=appendices,
        page=Page(),
        appendix_pages=[_landscape(), _landscape()],
        number=centred("page_number", "2"),
    )


def decision():
    left, right = _head("Số: 45/QĐ-STC")
    receivers, signer = _end("- Như Điều 2;", "- Lưu: VT, TCCB.")
    body = [
        *_title("QUYẾT ĐỊNH", "Về việc ban hành Quy chế làm việc"),
        _text("basis", "Căn cứ Luật Tổ chức chính quyền địa phương;", italic=True),
        _text("basis", "Theo đề nghị của Chánh Văn phòng Sở.", italic=True),
        centred("decides", "QUYẾT ĐỊNH:", bold=True, before=6),
        centred("part", "Chương I", bold=True, before=6),
        centred("part_title", "QUY ĐỊNH CHUNG", bold=True),
        centred("section", "Mục 1", bold=True, before=6),
        centred("section_title", "PHẠM VI, ĐỐI TƯỢNG", bold=True),
        _text("article", "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Sở.", label=7),
        _text("article", "Điều 2. Quyết định này có hiệu lực từ ngày ký.", label=7),
        _text("ending", "Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./."),
    ]
    return Document(
        left=left,
        right=right,
        body=body,
        receivers=receivers,
        signer=signer,
        appendices=[],
        page=Page(),
        appendix_pages=[],
        number=centred("page_number", "2"),
    )


def letter():
    subject = centred("letter_subject", "V/v đôn đốc gửi báo cáo", size=12, before=6)
    left, right = _head("Số: 46/STC-QLNS", subject=[subject])
    receivers, signer = _end("- Như trên;", "- Lưu: VT, QLNS.")
    body = [
        centred("addressed", "Kính gửi: Ủy ban nhân dân phường Ngô Quyền", before=12),
        _text("body", LONG),
        _text("ending", "Sở Tài chính đề nghị Quý cơ quan quan tâm, thực hiện./."),
    ]
    return Document(
        left=left,
        right=right,
        body=body,
        receivers=receivers,
        signer=signer,
        appendices=[],
        page=Page(),
        appendix_pages=[],
        number=centred("page_number", "2"),
    )


# ----------------------------------------------------------------------------------------- the Party's format


def _party_text(component, text, **changes):
    given = {"first_mm": 10, "before": 6, "line": ("exact", 20)}
    return Spec(component=component, text=text, **{**given, **changes})


def _party_head(number, *, subject=()):
    left = [
        centred("parent_agency", "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG"),
        centred("agency", "ĐẢNG UỶ PHƯỜNG NGÔ QUYỀN", bold=True),
        centred("star", "*"),
    ]
    nation = centred("nation", "ĐẢNG CỘNG SẢN VIỆT NAM", size=15, bold=True)
    place = centred("place_date", "Ngô Quyền, ngày 05 tháng 11 năm 2026", italic=True)
    return [left, [centred("number", number), *subject]], [
        [nation, ruled("nation_line", "nation", 1)],
        [place],
    ]


def _party_end(*receivers):
    head = Spec(component="receivers_head", text="Nơi nhận:", underline=True, align="left")
    listed = [Spec(component="receiver", text=text, size=12, align="left") for text in receivers]
    titles = [
        centred("signer_authority", "T/M BAN THƯỜNG VỤ", bold=True),
        centred("signer_title", "PHÓ BÍ THƯ"),
    ]
    name = centred("signer_name", "Nguyễn Văn A", bold=True)
    return [[head, *listed], []], [titles, [name]]


def _party_appendix(number):
    return [
        centred("appendix_number", f"Phụ lục {number}", bold=True),
        centred("appendix_name", "KẾT QUẢ NHIỆM VỤ", bold=True),
        centred("appendix_of", "(Kèm theo Báo cáo số 10-BC/ĐU, ngày 05/11/2026 của Đảng uỷ phường)"),
        centred("appendix_line", "-----"),
    ]


def party_report():
    left, right = _party_head("Số 10-BC/ĐU")
    receivers, signer = _party_end("- Ban Thường vụ Thành uỷ,", "- Lưu Văn phòng Đảng uỷ.")
    body = [
        centred("document_type", "BÁO CÁO", size=16, bold=True, before=12),
        centred("subject", "kết quả thực hiện nhiệm vụ năm 2026", bold=True),
        centred("hyphens", "-----"),
        Spec(component="addressed", text="Kính gửi:", italic=True, align="left", before=12),
        Spec(component="addressee", text="- Ban Thường vụ Thành uỷ,", align="left", left_mm=40),
        Spec(component="addressee", text="- Ban Tổ chức Thành uỷ.", align="left", left_mm=40),
        _party_text("body", LONG),
        _party_text("body", "Số liệu chi tiết tại các phụ lục kèm theo."),
        centred("part", "Phần I", bold=True, before=6),
        centred("part_title", "KẾT QUẢ THỰC HIỆN", bold=True),
        centred("section", "Mục 1", bold=True, before=6),
        centred("section_title", "CÔNG TÁC CHỈ ĐẠO", bold=True),
        _party_text("article", "Điều 1. Phạm vi báo cáo", label=7),
        _party_text("clause", f"1. {LONG}"),
        _party_text("point", f"a) {LONG}"),
        _party_text("body", LONG),
        _party_text("ending", "Ban Thường vụ Đảng uỷ phường kính báo cáo."),
    ]
    return Document(
        left=left,
        right=right,
        body=body,
        receivers=receivers,
        signer=signer,
        appendices=[_party_appendix("1"), _party_appendix("2")],
        page=Page(),
        appendix_pages=[_landscape(), _landscape()],
        number=centred("page_number", "2"),
    )


def party_letter():
    subject = centred("letter_subject", "về việc gửi báo cáo năm 2026", size=12, italic=True)
    left, right = _party_head("Số 11-CV/ĐU", subject=[subject])
    receivers, signer = _party_end("- Như trên,", "- Lưu Văn phòng Đảng uỷ.")
    body = [
        centred("addressed", "Kính gửi: Ban Thường vụ Thành uỷ", before=12, label=9),
        _party_text("body", LONG),
        _party_text("ending", "Ban Thường vụ Đảng uỷ phường kính báo cáo."),
    ]
    return Document(
        left=left,
        right=right,
        body=body,
        receivers=receivers,
        signer=signer,
        appendices=[],
        page=Page(),
        appendix_pages=[],
        number=centred("page_number", "2"),
    )


GOOD = {"nd30": (report, decision, letter), "dang": (party_report, party_letter)}
