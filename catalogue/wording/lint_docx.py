"""Words of `tonghop lint-docx`: what a document of the official format deviates in."""

MESSAGE = "{component}: {property} {found}; yêu cầu: {required}."
PARAGRAPH = "đoạn {number}"
CELL = "bảng {table}, dòng {row}, ô {cell}"
PLACE = "{place} “{words}”"
BODY = "body"
PARTS = {"header": "đầu trang", "footer": "chân trang", "page": "thiết lập trang, phần {number}"}
CUT = "…"
NOTHING = "không có"
OR = " hoặc "
AND = " và "
RANGE = "từ {minimum} đến {maximum}"
AT_LEAST = "từ {minimum} trở lên"
RATIO = "ratio"
UNITS = {
    "": "{value}",
    "mm": "{value} mm",
    "pt": "{value} pt",
    "lines": "{value} dòng",
    RATIO: "{value} % độ dài dòng chữ",
}
SOURCE = "{document}, {clause}"
DOCUMENTS = {
    "Phụ lục I": "Nghị định 30/2020/NĐ-CP, Phụ lục I",
    "Phụ lục III": "Nghị định 30/2020/NĐ-CP, Phụ lục III",
    "HD 05-HD/VPTW": "Hướng dẫn 05-HD/VPTW năm 2026",
}
UNOFFICIAL = " (theo bản trích không chính thức)"
BASES = {"stated": "", "sample": " (theo mẫu)", "reading": " (suy ra từ quy định)", "house": " (quy ước)"}

PROPERTIES = {
    "present": "văn bản",
    "spelling": "ghi",
    "size": "cỡ chữ",
    "bold": "kiểu chữ",
    "italic": "kiểu chữ",
    "label_bold": "kiểu chữ",
    "label_italic": "kiểu chữ",
    "underline": "kiểu chữ",
    "case": "loại chữ",
    "align": "căn lề",
    "line_spacing": "giãn dòng",
    "exact_spacing": "giãn dòng",
    "gap": "cách đoạn phía trên",
    "first_line": "dòng đầu lùi",
    "indent": "lùi",
    "same_size": "cỡ chữ",
    "first_letter": "chữ đầu là",
    "kind": "là",
    "underscored": "là",
    "length": "dài",
    "colon": "ghi",
    "leading_zero": "ghi",
    "symbol": "ghi",
    "type_code": "chữ viết tắt tên loại là",
    "comma": "ghi",
    "row": "đặt",
    "day_zero": "ghi",
    "month_zero": "ghi",
    "month_plain": "ghi",
    "pair": "là",
    "mark": "ghi",
    "lines": "trình bày",
    "marks": "ghi",
    "numeral": "ghi",
    "stop": "ghi",
    "order": "là",
    "filed": "ghi",
    "as_above": "ghi",
    "abbreviation": "ghi",
    "degree": "ghi",
    "referred": "trong văn bản",
    "own_pages": "số trang",
    "form": "ghi",
    "short_side": "cạnh ngắn",
    "long_side": "cạnh dài",
    "orientation": "trình bày",
    "margin_top": "lề trên",
    "margin_bottom": "lề dưới",
    "margin_left": "lề trái",
    "margin_right": "lề phải",
    "place": "đặt",
    "first_page": "ở trang thứ nhất",
    "start": "bắt đầu từ",
    "digits": "kiểu số",
    "distance": "cách mép trên",
    "font_ascii": "phông chữ",
    "font_hansi": "phông chữ (chữ có dấu)",
    "font_eastasia": "phông chữ (ô Đông Á của Word)",
    "font_cs": "phông chữ (ô chữ phức hợp của Word)",
    "language": "ngôn ngữ",
    "color": "màu chữ",
    "header_rows": "dòng tiêu đề",
    "whole_rows": "có dòng",
}
YES_NO = {
    "present": {"yes": "phải có", "no": "không có"},
    "bold": {"yes": "đậm", "no": "không đậm", "mixed": "đậm một phần"},
    "label_bold": {"yes": "đậm", "no": "không đậm", "mixed": "đậm một phần"},
    "italic": {"yes": "nghiêng", "no": "đứng", "mixed": "nghiêng một phần"},
    "label_italic": {"yes": "nghiêng", "no": "đứng", "mixed": "nghiêng một phần"},
    "underline": {"yes": "gạch chân", "no": "không gạch chân", "mixed": "gạch chân một phần"},
    "underscored": {"yes": "dấu gạch dưới gõ liền nhau", "no": "đường kẻ"},
    "referred": {"yes": "có chỉ dẫn", "no": "không có chỉ dẫn"},
    "whole_rows": {"yes": "không tách", "no": "có thể bị tách sang hai trang"},
    "first_letter": {"upper": "chữ hoa", "lower": "chữ thường"},
}
VALUES = {
    "upper": "chữ in hoa",
    "normal": "chữ in thường",
    "small": "chữ in hoa nhỏ",
    "left": "trái",
    "right": "phải",
    "center": "giữa",
    "both": "đều hai lề",
    "drawn": "đường kẻ nét liền",
    "dashed": "đường kẻ không phải nét đơn liền",
    "underlined": "gạch chân dòng chữ",
    "portrait": "dọc",
    "landscape": "ngang, không có bảng, biểu",
    "tables": "ngang để trình bày bảng, biểu",
    "top": "trong lề trên",
    "bottom": "trong lề dưới",
    "hidden": "không hiển thị",
    "shown": "có hiển thị",
    "decimal": "chữ số Ả Rập",
    "roman": "không phải chữ số Ả Rập",
    "restarted": "đánh riêng",
    "continued": "nối tiếp phần trước",
    "repeated": "lặp lại ở mỗi trang",
    "once": "không lặp lại ở trang sau",
    "unset": "chưa đặt",
    "black": "đen",
    "apart": "không cùng dòng",
    "same": "cùng cỡ",
    "not_exact": "không đặt chính xác (Exactly)",
}

MENTION = r"phụ lục((?:(?:\s*[,;-]\s*|\s+và\s+|\s+đến\s+|\s+)(?:phụ lục\s+)?(?:[IVXLC]+|\d+)\b)*)"
MENTIONED_RANGE = r"(\w+)\s*(?:-|đến)\s*(?:phụ lục\s+)?(\w+)"
"""How words mention appendices, one, several or a range (regular expressions)."""

LINT_DOCX_HELP = "Kiểm tra thể thức một văn bản Word: Nghị định 30/2020/NĐ-CP hoặc thể thức văn bản của Đảng."
FILE_ARGUMENT = "Tệp Word (.docx) cần kiểm tra."
PROFILE_OPTION = "Thể thức áp dụng: nd30 (hành chính), dang (Đảng); không ghi thì nhận theo đầu văn bản."
PROFILES = {
    "nd30": "Nghị định 30/2020/NĐ-CP (văn bản hành chính)",
    "dang": "Hướng dẫn 05-HD/VPTW năm 2026 (văn bản của Đảng; theo bản trích không chính thức)",
}
COLUMNS = ("Ở đâu", "Nội dung", "Căn cứ")
MORE_PLACES = "{places}\nvà {count} chỗ khác"
HELD_AGAINST = "Thể thức áp dụng: {profile}."
FINE = "“{file}”: đúng thể thức."
SUMMARY = "“{file}”: {errors} lỗi, {warnings} cảnh báo, {notes} ghi chú về thể thức."
SEVERITIES = {"error": "Sai thể thức", "warning": "Cần xem lại", "note": "Ghi chú"}

NO_FILE = "Không tìm thấy tệp “{file}”."
NOT_A_FILE = "“{file}” là thư mục. Hãy chỉ rõ tệp Word cần kiểm tra."
ENCRYPTED = "Tệp “{file}” có mật khẩu nên không mở được. Hãy bỏ mật khẩu rồi kiểm tra lại."
OLD_WORD = "Tệp “{file}” là tệp Word kiểu cũ (.doc). Hãy mở bằng Word, lưu lại dạng .docx rồi kiểm tra lại."
NOT_WORD = "Tệp “{file}” không phải văn bản Word (.docx)."
EMPTY_FILE = "Tệp “{file}” không có nội dung."
DAMAGED = "Không đọc được tệp “{file}”: tệp bị hỏng hoặc chưa được tải về đủ."
LOCKED = "Không mở được tệp “{file}”: tệp đang mở ở chương trình khác hoặc không có quyền đọc."
TOO_LARGE = "Tệp “{file}” quá lớn để kiểm tra."
