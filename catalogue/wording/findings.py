"""Every finding's code, severity and sentence: what is wrong and what to do, without blame.

E: the file; T: the form's structure; C: one cell; R: several cells of a row. Codes are never reused
or renumbered. Each has a page in `docs/findings/`.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Severity(StrEnum):
    """How much a finding weighs; only an error sends a submission back."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITY_LABELS = {
    Severity.ERROR: "Lỗi phải sửa",
    Severity.WARNING: "Cảnh báo, cần giải trình",
    Severity.NOTE: "Ghi chú",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A finding's short title, sentence (a `str.format` template) and severity."""

    title: str
    sentence: str
    severity: Severity = Severity.ERROR


class Code(Enum):
    """The codes of all findings."""

    E001 = Wording(
        "Không đọc được tệp",
        "Không đọc được tệp “{file}” như một bảng tính .xlsx. "
        "Hãy mở tệp, lưu lại dạng Excel (.xlsx) không đặt mật khẩu rồi gửi lại.",
    )
    E002 = Wording(
        "Không phải biểu mẫu của đợt này",
        "Tệp “{file}” không phải biểu mẫu do hệ thống phát hành. Hãy điền vào biểu mẫu đã nhận và gửi lại.",
    )
    E003 = Wording(
        "Biểu mẫu của kế hoạch khác",
        "Tệp “{file}” là biểu mẫu của kế hoạch “{value}”, không phải “{expected}”. "
        "Hãy điền vào biểu mẫu của đợt này rồi gửi lại.",
    )
    E004 = Wording(
        "Biểu mẫu của kỳ khác",
        "Tệp “{file}” là biểu mẫu của kỳ “{value}”, đợt này báo cáo kỳ “{expected}”. "
        "Hãy điền vào biểu mẫu của đợt này rồi gửi lại.",
    )
    E005 = Wording(
        "Đơn vị không phải báo cáo",
        "Tệp “{file}” ghi mã đơn vị “{value}”, không có trong danh sách đơn vị phải báo cáo của đợt này. "
        "Hãy kiểm tra lại biểu mẫu đã dùng.",
    )
    E006 = Wording(
        "Biểu mẫu phiên bản cũ",
        "Tệp “{file}” là biểu mẫu phiên bản cũ hoặc đã bị thay đổi cấu trúc ẩn. "
        "Hãy chuyển số liệu sang biểu mẫu mới nhất rồi gửi lại.",
    )
    T101 = Wording(
        "Thiếu trang tính", "Thiếu trang “{sheet}”. Hãy dùng lại biểu mẫu đã nhận, không xóa trang tính nào."
    )
    T102 = Wording(
        "Thiếu cột", "Trang “{sheet}” thiếu cột “{header}”. Hãy dùng lại biểu mẫu đã nhận, không xóa cột nào."
    )
    T103 = Wording(
        "Thiếu dòng",
        "Trang “{sheet}” thiếu dòng “{value}”. Hãy dùng lại biểu mẫu đã nhận, không xóa dòng nào.",
    )
    T104 = Wording(
        "Dòng lạ",
        "Trang “{sheet}” có dòng mang mã “{value}” không thuộc biểu mẫu của đơn vị. "
        "Hãy xóa dòng này hoặc dùng lại biểu mẫu đã nhận.",
    )
    T105 = Wording(
        "Dòng lặp",
        "Dòng “{value}” xuất hiện nhiều lần trong trang “{sheet}”. Hãy giữ một dòng và xóa các dòng thừa.",
    )
    T106 = Wording(
        "Có nội dung ngoài biểu",
        "Trang “{sheet}” có nội dung “{value}” ở dòng không thuộc biểu nên không được tổng hợp. "
        "Hãy chuyển nội dung này vào đúng dòng của biểu.",
    )
    C201 = Wording("Chưa điền", "Chưa điền “{header}”. Hãy điền ô này.")
    C202 = Wording(
        "Không có trong danh sách",
        "“{value}” không có trong danh sách của “{header}”. Hãy chọn một mục: {choices}.",
    )
    C203 = Wording(
        "Không phải số",
        "“{value}” ở cột “{header}” không phải là số. Hãy chỉ ghi số, ví dụ 1.234,5; giải thích thì ghi ở cột ghi chú.",
    )
    C204 = Wording(
        "Số chưa rõ",
        "Số “{value}” ở cột “{header}” có thể hiểu theo nhiều cách. "
        "Hãy ghi dấu phẩy cho phần thập phân, ví dụ 12,5; dấu chấm chỉ dùng để ngăn hàng nghìn, ví dụ 1.234.",
    )
    C205 = Wording("Số quá nhỏ", "“{header}” là {value}, phải từ {minimum} trở lên. Hãy kiểm tra lại.")
    C206 = Wording("Số quá lớn", "“{header}” là {value}, không được vượt quá {maximum}. Hãy kiểm tra lại.")
    C207 = Wording(
        "Không phải ngày",
        "“{value}” ở cột “{header}” không phải là một ngày. Hãy ghi ngày/tháng/năm, ví dụ 30/11/2026.",
    )
    C208 = Wording(
        "Quá dài",
        "“{header}” dài {value} ký tự, tối đa {maximum}. Hãy rút gọn, phần chi tiết gửi kèm bằng văn bản.",
    )
    C209 = Wording(
        "Ô báo lỗi", "Ô “{header}” đang báo lỗi {value}. Hãy xóa công thức và ghi trực tiếp kết quả."
    )
    R301 = Wording(
        "Hoàn thành nhưng chưa đạt 100 %",
        "Trạng thái là “Hoàn thành” nhưng tỷ lệ hoàn thành là {value} %. Hãy ghi 100 hoặc chọn lại trạng thái.",
    )
    R302 = Wording(
        "Đạt 100 % nhưng chưa ghi Hoàn thành",
        "Tỷ lệ hoàn thành là 100 % nhưng trạng thái là “{status}”. Hãy chọn “Hoàn thành” hoặc ghi lại tỷ lệ.",
    )
    R303 = Wording(
        "Hoàn thành trước kỳ báo cáo",
        "Ngày hoàn thành {value} trước kỳ báo cáo (từ {start} đến {end}). Hãy kiểm tra lại ngày; "
        "nếu đã hoàn thành từ kỳ trước, hãy trao đổi với cơ quan tổng hợp.",
    )
    R304 = Wording(
        "Ngày sau kỳ báo cáo",
        "Ngày {value} ở cột “{header}” sau ngày chốt số liệu {end}. Hãy kiểm tra lại ngày; "
        "việc chưa hoàn thành trong kỳ thì chọn “Đang triển khai”.",
    )
    R305 = Wording(
        "Phải để trống",
        "“{header}” phải để trống khi “{other}” là “{choice}”. Hãy xóa ô này hoặc chọn lại “{other}”.",
    )
    R306 = Wording(
        "Chưa triển khai nhưng có tỷ lệ",
        "Trạng thái là “Chưa triển khai” nhưng tỷ lệ hoàn thành là {value} %. Hãy ghi 0 hoặc chọn lại trạng thái.",
    )
    R307 = Wording(
        "Giải ngân vượt kế hoạch",
        "Đã giải ngân {value} triệu đồng, lớn hơn kế hoạch vốn {planned} triệu đồng. Hãy kiểm tra lại hai số.",
    )
    R308 = Wording(
        "Tử số lớn hơn mẫu số",
        "Tử số {value} lớn hơn mẫu số {denominator}. Tử số là một phần của mẫu số, hãy kiểm tra lại.",
    )
    R309 = Wording(
        "Mẫu số bằng 0",
        "Mẫu số phải lớn hơn 0. Nếu không phát sinh, hãy chọn “Không phát sinh” ở tình trạng số liệu.",
    )
    R310 = Wording(
        "Giá trị không khớp tử số, mẫu số",
        "Giá trị kỳ này là {value} nhưng tử số chia mẫu số được {expected}. "
        "Hãy xóa số đã ghi đè; biểu mẫu tự tính ô này.",
    )
