"""Words of what the consolidating office does in the master itself: adjustments, notes, sheets of its own."""

PARTS_NEEDED = "ghi cả tử số và mẫu số, mẫu số lớn hơn 0"
RATIO_BY_PARTS = "điều chỉnh tử số, mẫu số, vì chỉ tiêu này là một tỷ lệ"
VALUE_ONLY = "điều chỉnh ở cột giá trị, vì chỉ tiêu này không có tử số, mẫu số"
NUMBER = "ghi một số"
NUMBER_FROM = "ghi một số từ {minimum} trở lên"
NUMBER_ABOVE = "ghi một số lớn hơn {minimum}"
NUMBER_BETWEEN = "ghi một số từ {minimum} đến {maximum}"
CHOICE = "chọn một trong: {choices}"
BLANK = "trống"

INPUT_TITLE = "Cơ quan tổng hợp"
INPUT_VALUE = "Để trống thì dùng số liệu của đơn vị. Nếu điều chỉnh: {expected}; nêu lý do ở cột “{why}”."
INPUT_ERROR = "Hãy {expected}, hoặc để trống."

ABOUT = "{unit}: {row}"
ABOUT_ROW = "{number}. {name}"
CHANGE = "“{header}” thành {value}"
CHANGE_JOINT = "; "

REASON_GONE = "Các bản nộp hiện dùng không còn dòng này"
REASON_UNKEYED = "Dòng được chép thêm hoặc mất khóa ẩn, không biết thuộc số liệu nào"
OFFICE = "Cơ quan tổng hợp"

ADJUSTED_TASKS = "Dòng nhiệm vụ có điều chỉnh"
ADJUSTED_INDICATORS = "Dòng chỉ tiêu có điều chỉnh"
ADJUSTED_BUDGETS = "Dòng kinh phí có điều chỉnh"
ORPHANS = "Điều chỉnh không còn dòng"
NO_ORPHANS = "Không có điều chỉnh nào mất dòng."

UNREADABLE = (
    "Không đọc được bảng tổng hợp hiện có “{file}” nên chưa ghi bản mới, để không mất phần cơ quan tổng hợp đã ghi "
    "trong đó. Hãy đóng tệp trong Excel rồi chạy lại; nếu tệp hỏng, chuyển tệp sang thư mục khác rồi chạy lại."
)
NOT_A_MASTER = (
    "Tệp “{file}” không phải bảng tổng hợp do hệ thống lập nên không bị ghi đè. "
    "Hãy chuyển tệp sang thư mục khác rồi chạy lại."
)
MISSING_TABLE = (
    "Bảng tổng hợp hiện có “{file}” không còn trang “{sheet}” hoặc dòng khóa ẩn của trang này, nên chưa ghi bản mới "
    "để không mất phần đã điều chỉnh. Hãy khôi phục trang, hoặc chuyển tệp sang thư mục khác rồi chạy lại."
)
NOT_CALCULATED = (
    "Bảng tổng hợp hiện có “{file}”, trang “{sheet}”, ô {cell} có công thức chưa được tính nên chưa ghi bản mới. "
    "Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi chạy lại."
)

COPY_SUFFIX = " (bản trước {stamp})"
LEFT_BEHIND = "Trang “{sheet}”: không chép sang được {kinds}."
LEFT_KINDS = {
    "chart": "biểu đồ, hình vẽ",
    "comment": "ghi chú gắn vào ô",
    "pivot": "bảng Pivot",
    "table": "bảng (Table)",
    "condition": "định dạng có điều kiện",
    "validation": "danh sách chọn, ràng buộc nhập",
    "too_big": "nội dung vì trang quá lớn",
    "chart_sheet": "trang biểu đồ",
    "name": "tên vùng riêng của trang",
    "unreadable": "nội dung vì không đọc được trang",
}
KEPT_COPY = "Bản trước của bảng tổng hợp được giữ nguyên tại “{copy}”."
