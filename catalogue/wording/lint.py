"""What can be doubtful in a plan: each finding's code, severity and sentence, and the words of `plan lint`.

P: the plan's data. A sentence does not name its place, which stands beside it. Codes are never reused or
renumbered.
"""

from enum import Enum

from catalogue.wording.findings import Severity, Wording


class LintCode(Enum):
    """The codes of all findings on a plan."""

    P001 = Wording(
        "Chưa có cơ quan báo cáo",
        "Kế hoạch không nêu cơ quan nào ở “{role}” nên chưa có ai báo cáo nhiệm vụ này. "
        "Hãy xin ý kiến cơ quan ban hành, hoặc giao đơn vị trong mục [don-vi-bao-cao-nhiem-vu] khi mở đợt báo cáo.",
    )
    P002 = Wording(
        "Cơ quan báo cáo chưa rõ là ai",
        "“{role}” chỉ ghi “{agencies}”, không chỉ rõ đơn vị nào, nên chưa có ai báo cáo nhiệm vụ này. "
        "Hãy giao đơn vị cụ thể trong mục [don-vi-bao-cao-nhiem-vu] khi mở đợt báo cáo.",
    )
    P003 = Wording(
        "Không xác định được cơ quan",
        "Danh mục đơn vị “{registry}” không có “{agency}”. {nearest} "
        "Hãy sửa tên cơ quan trong kế hoạch, hoặc thêm cách viết này vào tệp aliases.csv của danh mục.",
    )
    P004 = Wording(
        "Nhóm cơ quan để ngỏ",
        "“{agency}” không chỉ rõ đơn vị nào. Cần hỏi đơn vị nào thì nêu tên khi mở đợt báo cáo.",
        Severity.NOTE,
    )
    P005 = Wording(
        "Chưa đọc được thời hạn",
        "Chưa hiểu được thời hạn “{deadline}” nên không biết nhiệm vụ đến hạn hay chưa. "
        "Hãy ghi “Từ ngày”, “Đến ngày”.",
    )
    P006 = Wording(
        "Chưa có thời hạn",
        "Nhiệm vụ không có thời hạn. Hãy đối chiếu văn bản gốc; nếu văn bản không nêu thì ghi rõ ở “Ghi chú”.",
        Severity.WARNING,
    )
    P007 = Wording(
        "Thời hạn ngoài kỳ kế hoạch",
        "Thời hạn “{deadline}” nằm ngoài các năm {year_from} - {year_to} của kế hoạch. "
        "Hãy đối chiếu văn bản gốc.",
        Severity.NOTE,
    )
    P008 = Wording(
        "Thời hạn ngược",
        "Thời hạn “{deadline}” có ngày bắt đầu {start} sau ngày kết thúc {end}. "
        "Hãy sửa “Từ ngày” hoặc “Đến ngày”.",
    )
    P009 = Wording(
        "Số lượng không khớp phần lời",
        "Phần lời của kế hoạch nêu {stated} {what}, bảng nhiệm vụ có {counted}. Hãy đối chiếu văn bản gốc.",
    )
    P010 = Wording(
        "Số hoạt động không khớp phần lời",
        "Phần lời của kế hoạch nêu “{coverage}”, bảng nhiệm vụ có {counted}. Hãy đối chiếu văn bản gốc.",
    )
    P011 = Wording(
        "Nhiệm vụ trùng lặp",
        "Tên và sản phẩm trùng với nhiệm vụ {other}. "
        "Hãy đối chiếu văn bản gốc: bỏ dòng thừa, hoặc giữ cả hai nếu văn bản nêu cả hai.",
        Severity.WARNING,
    )
    P012 = Wording(
        "Nhiệm vụ gần trùng",
        "Tên và sản phẩm gần như nhiệm vụ {other} (giống {score} %). Hãy đối chiếu văn bản gốc.",
        Severity.WARNING,
    )
    P013 = Wording("Thiếu đơn vị tính", "Chỉ tiêu chưa có đơn vị tính. Hãy điền “Đơn vị tính”.")
    P014 = Wording(
        "Chỉ tiêu chưa có đơn vị báo cáo",
        "Kế hoạch không cho biết ai báo cáo chỉ tiêu này. Hãy điền “Nhiệm vụ mang chỉ tiêu”, "
        "hoặc giao đơn vị trong mục [don-vi-bao-cao-chi-tieu] khi mở đợt báo cáo.",
        Severity.WARNING,
    )
    P015 = Wording(
        "Chỉ tiêu chưa có mức",
        "Chỉ tiêu không có mức phải đạt nên không so sánh được. Hãy điền “Mức dưới”, “Mức trên” hoặc “Mục tiêu bằng lời”.",
        Severity.WARNING,
    )
    P016 = Wording(
        "Thiếu tử số hoặc mẫu số",
        "Chỉ tiêu là tỷ lệ nhưng chưa nêu {missing}. Hãy ghi tên đại lượng để đơn vị biết phải báo cáo số nào.",
    )
    P017 = Wording(
        "Chiều của chỉ tiêu là suy ra",
        "Kế hoạch không nói mức này là tối thiểu hay tối đa; đang hiểu là “{target}”. "
        "Hãy xác nhận với cơ quan ban hành.",
        Severity.NOTE,
    )
    P018 = Wording(
        "Một số liệu, nhiều đơn vị",
        "Chỉ tiêu chỉ có một số liệu chung nhưng nhiệm vụ {task} do {count} đơn vị báo cáo. "
        "Hãy giao một đơn vị trong mục [don-vi-bao-cao-chi-tieu] khi mở đợt báo cáo.",
        Severity.WARNING,
    )
    P019 = Wording(
        "Nghi in nhầm",
        "{count} nhiệm vụ có ghi chú nghi văn bản gốc in nhầm hoặc thiếu: {tasks}. "
        "Nguyên văn đã được giữ; hãy hỏi lại cơ quan ban hành.",
        Severity.NOTE,
    )
    P020 = Wording("Dẫn chiếu sai", "Kế hoạch không có {what} “{reference}” được dẫn ở đây. Hãy sửa mã này.")
    P021 = Wording("Mã lặp", "Mã này đặt cho {count} dòng của cùng một bảng. Hãy cho mỗi dòng một mã riêng.")
    P022 = Wording("Cấp trên vòng tròn", "Dòng này là cấp trên của chính nó. Hãy sửa mã cấp trên.")


PARTS = {
    "about": "Kế hoạch",
    "groups": "Nhóm",
    "tasks": "Nhiệm vụ",
    "indicators": "Chỉ tiêu",
    "priorities": "Ưu tiên",
}
REFERENCES = {"groups": "nhóm nhiệm vụ", "tasks": "nhiệm vụ"}
NEAREST = "Tên gần nhất: {names}."
NEAREST_NAME = "“{name}”"
NO_NEAREST = "Không có tên nào gần giống."
SUSPECTED = "nghi"
NUMERATOR = "tử số"
DENOMINATOR = "mẫu số"
BOTH = "tử số và mẫu số"
LIST = ", "

LINT_HELP = (
    "Rà soát một kế hoạch: nhiệm vụ chưa có ai báo cáo, tên cơ quan, thời hạn, số đếm, trùng lặp, chỉ tiêu."
)
LINT_ARGUMENT = "Mã kế hoạch, xem bằng lệnh plans."
LINT_COLUMNS = ("Mã", "Ở đâu", "Nội dung và cách xử lý")
LINT_MORE = "{places} và {count} chỗ khác"
LINT_FINE = "Kế hoạch {plan}: không có gì phải sửa."
LINT_SUMMARY = "Kế hoạch {plan}: {errors} lỗi, {warnings} cảnh báo, {notes} ghi chú."
