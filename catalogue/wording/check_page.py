"""Words of the page of findings (`tonghop check --html`), and of findings wherever they are listed."""

TITLE = "Kết quả kiểm tra bản nộp"
SUBTITLE = "{plan} – {period}"
HOW_TO_READ = "Chỉ lỗi phải sửa mới làm bản nộp bị trả lại. Cảnh báo cần được giải trình. Ghi chú cho biết hệ thống đã hiểu hoặc đã làm gì, không phải sửa."

# Numbers at the top, by what they count.
TILES = {
    "files": "Tệp đã đọc",
    "accepted": "Hợp lệ",
    "accepted_with_warnings": "Hợp lệ, có cảnh báo",
    "returned": "Trả lại",
    "unreadable": "Không dùng được",
    "error": "Lỗi phải sửa",
    "warning": "Cảnh báo",
    "note": "Ghi chú",
}
STATES = {"accepted": "Hợp lệ", "returned": "Trả lại", "unreadable": "Không dùng được"}
EXCEPTED = "Chấp nhận đặc cách"
SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo", "note": "Ghi chú"}
COUNTS = {"error": "{count} lỗi", "warning": "{count} cảnh báo", "note": "{count} ghi chú"}
NO_FINDING = "Không có lỗi, cảnh báo hay ghi chú nào."
NO_FILES = "Chưa có bản nộp nào."
UNKNOWN_UNIT = "Chưa rõ đơn vị"
RECEIVED_ON = "lưu ngày {day}"
EXPLANATION = "Đơn vị giải trình: {text}"

FILTER_HEADING = "Lọc"
FILTER_UNIT = "Đơn vị"
FILTER_SEVERITY = "Mức độ"
FILTER_CODE = "Mã"
FILTER_TEXT = "Tìm chữ"
FILTER_TEXT_HINT = "gõ có dấu hoặc không dấu"
FILTER_ANY = "Tất cả"
FILTER_CLEAR = "Bỏ lọc"
FILTER_SHOWN = "Đang hiện"
FILTER_OF = "trên"
FILTER_NOTHING = "Không có dòng nào khớp với bộ lọc."

COLUMNS = {
    "severity": "Mức độ",
    "code": "Mã",
    "sheet": "Trang",
    "cell": "Ô",
    "value": "Đang ghi",
    "message": "Nội dung và cách xử lý",
}

MEANINGS_HEADING = "Ý nghĩa các mã có trong trang này"
