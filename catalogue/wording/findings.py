"""Every finding's code, severity and sentence: what is wrong and what to do, without blame.

E: the file; T: the form's structure; C: one cell; R: a row or a sheet; X: across sheets, periods and units. Codes are never reused
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

OR_COLUMN = "” hoặc “"
"""Between the headers of columns where one may explain, inside the sentence's own quotation marks."""
UNITS_JOINT = ", "


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
        "Không đọc được tệp “{file}”: tệp bị hỏng hoặc chưa được tải về đủ. "
        "Hãy mở tệp, lưu lại dạng Excel (.xlsx) rồi gửi lại.",
    )
    E002 = Wording(
        "Không phải biểu mẫu của đợt này",
        "Tệp “{file}” không phải biểu mẫu đã phát hành cho đợt này. Hãy điền vào biểu mẫu đã nhận rồi gửi lại.",
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
        "Tệp “{file}” là biểu mẫu của đơn vị có mã “{value}”, không có trong danh sách đơn vị phải báo cáo của đợt này. "
        "Hãy dùng biểu mẫu đã nhận cho đợt này, hoặc hỏi lại cơ quan tổng hợp.",
    )
    E006 = Wording(
        "Biểu mẫu phiên bản cũ",
        "Tệp “{file}” là biểu mẫu phiên bản cũ, hoặc phần ẩn của biểu mẫu đã bị thay đổi. "
        "Hãy chuyển các câu trả lời sang biểu mẫu mới nhất rồi gửi lại.",
    )
    E007 = Wording(
        "Tệp có mật khẩu",
        "Tệp “{file}” được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu mở tệp, lưu lại rồi gửi lại.",
    )
    E008 = Wording("Tệp trống", "Tệp “{file}” không có nội dung. Hãy kiểm tra rồi gửi lại tệp đã điền.")
    E009 = Wording(
        "Không phải bảng tính",
        "Tệp “{file}” là {kind}, không phải bảng tính nên không lấy được số liệu. "
        "Hãy điền vào biểu mẫu Excel đã nhận rồi gửi lại.",
    )
    E010 = Wording(
        "Tệp quá nặng",
        "Tệp “{file}” quá lớn hoặc có cấu trúc bất thường nên không đọc được an toàn. "
        "Hãy chép các câu trả lời sang biểu mẫu đã nhận rồi gửi lại.",
    )
    E011 = Wording(
        "Tệp có macro",
        "Tệp “{file}” có macro (lệnh tự chạy gắn trong tệp). Hệ thống chỉ đọc các câu trả lời, không chạy macro. "
        "Lần sau hãy lưu dạng Excel (.xlsx).",
        Severity.NOTE,
    )
    E012 = Wording(
        "Tệp có liên kết ra ngoài",
        "Tệp “{file}” có công thức liên kết sang tệp khác. Hệ thống dùng giá trị đã lưu trong tệp, "
        "không mở liên kết. Lần sau hãy ghi trực tiếp số liệu.",
        Severity.NOTE,
    )
    E013 = Wording(
        "Không mở được tệp nén",
        "Không mở được tệp nén “{file}”. Hãy gửi trực tiếp tệp Excel, hoặc nén lại dạng .zip không đặt mật khẩu.",
    )
    E014 = Wording(
        "Lối tắt, không phải tệp",
        "“{file}” chỉ là lối tắt đến nơi khác nên không được đọc. Hãy chép tệp thật vào thư mục nhận về.",
    )
    E015 = Wording("Tệp trùng", "Tệp “{file}” giống hệt tệp “{other}” nên chỉ tính một lần.", Severity.NOTE)
    E016 = Wording(
        "Nộp sau hạn",
        "Tệp “{file}” được lưu ngày {value}, sau hạn nộp {end}. Hãy nêu lý do nộp muộn với cơ quan tổng hợp.",
        Severity.WARNING,
    )
    E017 = Wording(
        "Định dạng khác .xlsx",
        "Tệp “{file}” ở định dạng {kind}; số liệu đã đọc được. Lần sau hãy lưu dạng Excel (.xlsx).",
        Severity.NOTE,
    )
    E018 = Wording(
        "Tệp tạm",
        "“{file}” là tệp tạm do Excel để lại khi đang mở bảng tính, không có số liệu nên được bỏ qua.",
        Severity.NOTE,
    )
    E019 = Wording(
        "Đuôi tệp không đúng",
        "Tệp “{file}” thật ra ở định dạng {kind}, khác với đuôi tệp; số liệu đã đọc được.",
        Severity.NOTE,
    )
    E020 = Wording(
        "Mất thông tin nhận dạng",
        "Biểu mẫu trong tệp “{file}” mất phần nhận dạng ẩn; căn cứ nội dung, hệ thống nhận ra đơn vị “{value}”. "
        "Lần sau hãy giữ nguyên biểu mẫu đã nhận.",
        Severity.NOTE,
    )
    E021 = Wording(
        "Tên đơn vị không khớp",
        "Biểu mẫu phát hành cho “{expected}” nhưng ở ô đơn vị báo cáo ghi “{value}”. "
        "Hãy dùng đúng biểu mẫu của đơn vị mình rồi gửi lại.",
    )
    E022 = Wording(
        "Danh mục của biểu mẫu đã đổi",
        "Biểu mẫu trong tệp “{file}” được phát hành trước khi danh mục của đợt này thay đổi; "
        "các câu trả lời đã được đặt vào đúng dòng, cột của biểu mẫu hiện hành.",
        Severity.NOTE,
    )
    E023 = Wording(
        "Không mở được tệp",
        "Không mở được “{file}”: tệp đang được chương trình khác giữ, hoặc không có quyền đọc. "
        "Hãy đóng tệp đang mở, hoặc xin quyền đọc tệp, rồi kiểm tra lại.",
    )
    T101 = Wording(
        "Thiếu trang tính",
        "Thiếu trang “{sheet}”, hoặc trang không còn các cột của biểu mẫu. "
        "Hãy dùng lại biểu mẫu đã nhận, không xóa trang tính nào.",
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
    T107 = Wording(
        "Nhận ra trang tính theo nội dung",
        "Trang “{sheet}” đã đổi tên hoặc mất mã ẩn; hệ thống nhận ra là trang “{expected}” của biểu mẫu.",
        Severity.NOTE,
    )
    T108 = Wording(
        "Nhận ra cột theo tiêu đề",
        "Cột “{header}” của trang “{sheet}” mất mã ẩn; hệ thống nhận ra theo tiêu đề “{value}”.",
        Severity.NOTE,
    )
    T109 = Wording(
        "Nhận ra dòng theo nội dung",
        "Dòng “{value}” của trang “{sheet}” mất mã ẩn; hệ thống nhận ra theo số thứ tự và nội dung in sẵn.",
        Severity.NOTE,
    )
    T110 = Wording(
        "Hai trang cùng nội dung biểu",
        "Trang “{sheet}” và trang “{value}” đều là trang “{expected}” nhưng ghi khác nhau ở {cells}. "
        "Hãy giữ một trang đúng, xóa trang kia rồi gửi lại.",
    )
    T111 = Wording(
        "Trang chép thừa",
        "Trang “{value}” là bản chép của trang “{sheet}”, không ghi gì khác nên được bỏ qua.",
        Severity.NOTE,
    )
    T112 = Wording(
        "Ô bị gộp",
        "Các ô {value} của trang “{sheet}” bị gộp nên không rõ nội dung thuộc dòng, cột nào. "
        "Hãy bỏ gộp ô và ghi riêng từng ô.",
    )
    T113 = Wording(
        "Hai cột cho một nội dung",
        "Trang “{sheet}” có hai cột “{header}” ({value}) và ghi khác nhau. Hãy giữ cột đúng, xóa cột kia.",
    )
    T114 = Wording(
        "Cột tự thêm",
        "Cột “{value}” của trang “{sheet}” không thuộc biểu mẫu nên nội dung trong cột không được tổng hợp. "
        "Nếu cần, hãy chuyển sang cột ghi chú hoặc kết quả.",
        Severity.WARNING,
    )
    T115 = Wording(
        "Trang tự thêm",
        "Trang “{value}” không thuộc biểu mẫu nên không được tổng hợp. "
        "Nếu có số liệu cần báo cáo, hãy chuyển vào các trang của biểu mẫu.",
        Severity.WARNING,
    )
    T116 = Wording(
        "Dòng chép thừa",
        "Dòng “{value}” của trang “{sheet}” lặp lại nhưng ghi giống nhau nên chỉ tính một lần.",
        Severity.NOTE,
    )
    T117 = Wording(
        "Nội dung in sẵn bị sửa",
        "Ô “{header}” in sẵn “{expected}” đã bị sửa thành “{value}”. "
        "Hệ thống vẫn dùng nội dung in sẵn. Nếu cần điều chỉnh, hãy trao đổi với cơ quan tổng hợp.",
        Severity.WARNING,
    )
    T118 = Wording(
        "Dòng không khớp nội dung in sẵn",
        "Dòng này là của “{expected}” nhưng nội dung in sẵn lại là “{value}”, có thể do sắp xếp hoặc dán không đủ cột, "
        "nên không rõ câu trả lời thuộc dòng nào. Hãy ghi câu trả lời vào đúng dòng của biểu mẫu.",
    )
    T119 = Wording(
        "Cột không khớp tiêu đề",
        "Cột này là “{header}” nhưng tiêu đề đã đổi thành “{value}” nên không rõ trong cột ghi nội dung gì. "
        "Hãy ghi lại tiêu đề như biểu mẫu đã nhận và kiểm tra nội dung của cột.",
    )
    T120 = Wording(
        "Đơn vị tính bị sửa",
        "Đơn vị tính in sẵn “{expected}” đã bị sửa thành “{value}” nên không rõ số liệu của dòng này tính theo đơn vị nào. "
        "Hãy ghi lại đơn vị tính cũ và số liệu theo đơn vị đó.",
    )
    C201 = Wording("Chưa điền", "Chưa điền “{header}”. Hãy điền ô này.")
    C202 = Wording(
        "Không có trong danh sách",
        "“{value}” không có trong danh sách của “{header}”. Hãy chọn một mục: {choices}.",
    )
    C203 = Wording(
        "Không phải số",
        "“{value}” ở cột “{header}” không phải là số. Hãy chỉ ghi số, ví dụ 1.234,5; phần giải thích ghi ở cột ghi chú.",
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
        "“{value}” ở cột “{header}” không phải là một ngày. Hãy ghi ngày/tháng/năm, ví dụ 30/11/2026; chưa có ngày thì để trống.",
    )
    C208 = Wording(
        "Quá dài",
        "“{header}” dài {value} ký tự, tối đa {maximum}. Hãy rút gọn, phần chi tiết gửi kèm bằng văn bản.",
    )
    C209 = Wording(
        "Ô báo lỗi", "Ô “{header}” đang báo lỗi {value}. Hãy xóa công thức rồi ghi trực tiếp kết quả."
    )
    C210 = Wording(
        "Công thức chưa được tính",
        "Ô “{header}” là công thức chưa có kết quả. Hãy xóa công thức rồi ghi trực tiếp kết quả.",
    )
    C211 = Wording(
        "Số ước chừng",
        "“{value}” ở cột “{header}” là số ước chừng. Hãy ghi một số cụ thể; phần giải thích ghi ở cột ghi chú.",
    )
    C212 = Wording(
        "Đã hiểu câu trả lời", "“{value}” ở cột “{header}” được hiểu là “{read_as}”.", Severity.NOTE
    )
    C213 = Wording(
        "Chưa rõ tỷ lệ",
        "“{header}” ghi {value}: chưa rõ là {value} % hay {read_as} %. "
        "Hãy ghi {read_as}, hoặc ghi “{value} %” nếu đúng là {value} phần trăm.",
    )
    C214 = Wording(
        "Chưa rõ câu trả lời",
        "“{value}” ở cột “{header}” chưa rõ là bằng 0, không phát sinh hay chưa có số liệu. "
        "Hãy ghi 0 nếu bằng 0; nếu không thì để trống ô này và chọn tình trạng tương ứng.",
    )
    C215 = Wording(
        "Hiểu là không có nội dung",
        "“{value}” ở cột “{header}” được hiểu là không có nội dung, như để trống.",
        Severity.NOTE,
    )
    C216 = Wording(
        "Đã chuyển bảng mã",
        "Nội dung ô “{header}” dùng bảng mã cũ {encoding}, đã được chuyển thành “{read_as}”. Hãy kiểm tra lại.",
        Severity.NOTE,
    )
    C217 = Wording(
        "Không đọc được chữ",
        "Nội dung ô “{header}” dùng bảng mã cũ hoặc bị lỗi phông: “{value}”. "
        "Hãy gõ lại bằng phông Unicode, ví dụ Times New Roman.",
    )
    C218 = Wording(
        "Ngày chưa cụ thể",
        "“{value}” ở cột “{header}” chưa ghi ngày cụ thể; tạm hiểu là {read_as}. Hãy ghi rõ ngày/tháng/năm.",
        Severity.WARNING,
    )
    C219 = Wording(
        "Ngày có thể hiểu nhiều cách",
        "“{value}” ở cột “{header}” có thể hiểu theo nhiều cách. Hãy ghi ngày/tháng/năm đủ bốn chữ số của năm, "
        "ví dụ 30/11/2026.",
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
        "nếu đúng là đã hoàn thành từ kỳ trước thì trao đổi với cơ quan tổng hợp.",
    )
    R304 = Wording(
        "Ngày sau kỳ báo cáo",
        "Ngày {value} ở cột “{header}” sau ngày chốt số liệu {end}. Hãy kiểm tra lại ngày; "
        "việc chưa hoàn thành trong kỳ thì chọn “Đang triển khai”.",
    )
    R305 = Wording(
        "Phải để trống",
        "“{header}” phải để trống khi “{other}” là “{choice}”. Hãy xóa nội dung ô này hoặc chọn lại “{other}”.",
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
        "Tử số {value} lớn hơn mẫu số {denominator}. Tử số là một phần của mẫu số nên không thể lớn hơn. Hãy kiểm tra lại hai số.",
    )
    R309 = Wording(
        "Mẫu số bằng 0",
        "Mẫu số phải lớn hơn 0. Nếu không phát sinh, hãy chọn “Không phát sinh” ở tình trạng số liệu.",
    )
    R310 = Wording(
        "Giá trị không khớp tử số, mẫu số",
        "Giá trị kỳ này là {value} nhưng tử số chia mẫu số được {expected}. "
        "Hãy xóa số đã ghi đè, hoặc ghi lại bằng kết quả của phép chia.",
    )
    R311 = Wording(
        "Nội dung quá sơ sài",
        "“{header}” chỉ ghi “{value}”, chưa nêu việc đã làm và kết quả. Hãy ghi cụ thể hơn.",
        Severity.WARNING,
    )
    R312 = Wording(
        "Báo cáo gần như trống",
        "Trang “{sheet}” có {value} trên {expected} dòng không nêu kết quả nào nên báo cáo chưa được coi là đầy đủ. "
        "Hãy bổ sung nội dung các dòng còn thiếu, hoặc nêu lý do ở cột nguyên nhân, ghi chú.",
        Severity.WARNING,
    )
    R313 = Wording(
        "Tổng không khớp các thành phần",
        "“{header}” là {value} nhưng cộng các chỉ tiêu thành phần được {expected}. Hãy kiểm tra lại các số; "
        "nếu đúng, giải thích ở cột “{other}”.",
        Severity.WARNING,
    )
    R314 = Wording(
        "Quá hạn nhưng chưa nêu nguyên nhân",
        "Nhiệm vụ có thời hạn {end} mà trạng thái là “{status}”. Hãy nêu nguyên nhân chậm ở cột “{other}”.",
        Severity.WARNING,
    )
    R315 = Wording(
        "Nội dung chép cho nhiều dòng",
        "“{header}” của dòng này giống hệt {count} dòng khác. Hãy nêu kết quả riêng của từng dòng.",
        Severity.WARNING,
    )
    R316 = Wording(
        "Hai dòng cùng nguồn vốn",
        "Nhiệm vụ này đã có một dòng cùng nguồn vốn “{value}”. Hãy gộp hai dòng, hoặc ghi chú vì sao tách riêng.",
        Severity.WARNING,
    )
    R317 = Wording(
        "Số tiền lớn bất thường",
        "“{header}” ghi {value} triệu đồng, tức từ {expected} tỷ đồng trở lên. Hãy kiểm tra: ô này tính bằng triệu đồng, "
        "không phải đồng; nếu đúng, giải thích ở cột “{other}”.",
        Severity.WARNING,
    )
    X401 = Wording(
        "Giải ngân khi chưa triển khai",
        "Đã giải ngân {value} triệu đồng nhưng ở trang “{other_sheet}” nhiệm vụ này ghi “{status}”. "
        "Hãy kiểm tra lại; nếu đúng, giải thích ở cột “{other}”.",
        Severity.WARNING,
    )
    X402 = Wording(
        "Nhiệm vụ không thuộc đơn vị",
        "“{value}” là nhiệm vụ của kế hoạch nhưng không giao cho đơn vị. "
        "Hãy chọn một nhiệm vụ của đơn vị trong danh sách.",
    )
    X403 = Wording(
        "Đã hoàn thành nay lại chưa",
        "Kỳ trước ({previous_period}) đã báo cáo “Hoàn thành”, kỳ này ghi “{status}”. "
        "Hãy kiểm tra lại; nếu đúng, giải thích ở cột “{other}”.",
        Severity.WARNING,
    )
    X404 = Wording(
        "Tỷ lệ thấp hơn kỳ trước",
        "Kỳ trước ({previous_period}) tỷ lệ hoàn thành là {previous} %, kỳ này là {value} %. "
        "Hãy kiểm tra lại; nếu đúng, giải thích ở cột “{other}”.",
        Severity.WARNING,
    )
    X405 = Wording(
        "Số lũy kế giảm",
        "Kỳ trước ({previous_period}) là {previous}, kỳ này là {value}; số lũy kế thường không giảm. "
        "Hãy kiểm tra lại; nếu đúng, giải thích ở cột “{other}”.",
        Severity.WARNING,
    )
    X406 = Wording(
        "Chép nguyên kỳ trước",
        "“{header}” giống hệt nội dung của kỳ trước ({previous_period}). Hãy nêu việc đã làm và kết quả của kỳ này.",
        Severity.WARNING,
    )
    X407 = Wording(
        "Thay đổi đột ngột so với kỳ trước",
        "Kỳ trước ({previous_period}) là {previous}, kỳ này là {value}, tăng hoặc giảm hơn {count} lần. "
        "Hãy kiểm tra lại số và đơn vị tính; nếu đúng, giải thích ở cột “{other}”.",
        Severity.WARNING,
    )
    X408 = Wording(
        "Khác hẳn các đơn vị khác",
        "Giá trị {value} cách xa mức chung {expected} của {count} đơn vị cùng báo cáo chỉ tiêu này. "
        "Hãy kiểm tra lại số và đơn vị tính; nếu đúng, giải thích ở cột “{other}”.",
        Severity.WARNING,
    )
    X409 = Wording(
        "Các đơn vị báo cáo khác nhau",
        "Với nhiệm vụ này, đơn vị ghi “{status}” nhưng {expected} ghi “{choice}”. "
        "Hãy trao đổi để thống nhất giữa các đơn vị cùng thực hiện.",
        Severity.WARNING,
    )
    X501 = Wording(
        "Điều chỉnh chưa có lý do",
        "Cơ quan tổng hợp đã điều chỉnh {cells} nhưng chưa nêu lý do. Hãy ghi lý do ở cột “{other}”.",
        Severity.WARNING,
    )
    X502 = Wording(
        "Điều chỉnh không hợp lệ",
        "“{value}” ở cột “{header}” không dùng được nên vẫn lấy số liệu của đơn vị. Hãy {expected}, hoặc xóa nội dung ô này.",
        Severity.WARNING,
    )
    X503 = Wording(
        "Hai bản nộp cùng thời điểm",
        "Đơn vị có hai bản nộp khác nhau lưu cùng một thời điểm: “{file}” và “{other}”; đang dùng “{file}”. "
        "Cơ quan tổng hợp hãy hỏi đơn vị bản nào đúng rồi chọn bằng lệnh “tonghop pick”.",
        Severity.WARNING,
    )
    X504 = Wording(
        "Hai bản nộp không nối tiếp nhau",
        "Đang dùng “{file}” thay cho “{other}” nhưng bản sau chưa chắc làm tiếp từ bản trước: {kind}. "
        "Cơ quan tổng hợp hãy hỏi đơn vị bản nào đúng, có phải gộp hai bản không, rồi chọn bằng lệnh “tonghop pick”.",
        Severity.WARNING,
    )
    X505 = Wording(
        "Số liệu gốc đã đổi sau khi điều chỉnh",
        "Giá trị gốc đã đổi từ {previous} thành {value} sau khi cơ quan tổng hợp điều chỉnh ở cột “{header}”. "
        "Hãy xem lại điều chỉnh: sửa, xóa, hoặc nếu vẫn giữ thì ghi thêm vào cột “{other}”.",
        Severity.WARNING,
    )
    X506 = Wording(
        "Điều chỉnh không còn dòng",
        "Nội dung cơ quan tổng hợp ghi cho “{value}” không còn dòng để gắn nên được giữ ở trang “{sheet}”. "
        "Hãy xem lại; không cần nữa thì xóa dòng ở trang này.",
        Severity.WARNING,
    )
    X507 = Wording(
        "Ô của bảng tổng hợp bị gõ đè",
        "“{value}” đã được gõ vào ô {cells} của bảng tổng hợp trước (hệ thống ghi: {previous}) nên không được dùng. "
        "Nếu cần dùng, hãy {expected}. Bản trước được giữ cạnh bảng tổng hợp, tên có chữ “bản trước”.",
        Severity.WARNING,
    )
    X508 = Wording(
        "Số liệu điều chỉnh mâu thuẫn",
        "Sau khi cơ quan tổng hợp điều chỉnh {cells}, số liệu của dòng mâu thuẫn với nhau: {kind}. "
        "Hãy điều chỉnh cả hai số, hoặc xem lại giá trị ở cột “{header}”.",
        Severity.WARNING,
    )
