"""Words of the master workbook (bảng tổng hợp)."""

UNIT_STATES = {
    "accepted": "Hợp lệ",
    "warned": "Hợp lệ, có cảnh báo",
    "excepted": "Chấp nhận đặc cách",
    "returned": "Trả lại",
    "missing": "Chưa nộp",
    "waived": "Miễn nộp",
}
THIN = "Gần như trống"
SETTLED_ERROR = "Lỗi, đã chấp nhận đặc cách"
FILE_STATES = {
    "merged": "Đã tổng hợp",
    "superseded": "Bị thay thế",
    "returned": "Trả lại",
    "waiting": "Trả lại, vẫn dùng bản trước",
    "supplement": "Bổ sung sau chốt",
    "foreign": "Không thuộc đợt này",
    "unreadable": "Không đọc được",
}
ON_TIME = "Đúng hạn"
LATE = "Quá hạn"
OVERALL = {
    "done": "Hoàn thành",
    "in_progress": "Đang triển khai",
    "not_started": "Chưa triển khai",
    "paused": "Tạm dừng",
    "none": "Không phát sinh",
    "no_report": "Chưa có báo cáo",
}
DUE_STATES = {
    "met": "Đã hoàn thành",
    "none": "Không phát sinh",
    "overdue": "Quá hạn",
    "not_due": "Chưa đến hạn",
    "unknown": "Không xác định",
}
ASSESSMENTS = {
    "met": "Đạt",
    "exceeded": "Vượt",
    "not_met": "Chưa đạt",
    "no_data": "Chưa có số liệu",
    "none": "Không phát sinh",
    "no_reporter": "Chưa xác định đơn vị báo cáo",
    "conflict": "Nhiều số liệu, cần chọn một",
    "not_pooled": "Không tổng hợp chung",
    "no_target": "Không nêu mức mục tiêu",
    "partial": "Chưa đủ số liệu để kết luận",
    "worded": "Mục tiêu bằng lời, không so bằng số",
}
RULES = {
    "ratio_of_sums": "Tổng tử số chia tổng mẫu số",
    "sum": "Cộng các đơn vị",
    "single": "Lấy từ một đơn vị",
    "max": "Lấy giá trị lớn nhất",
    "min": "Lấy giá trị nhỏ nhất",
    "count_meeting": "Đếm số đơn vị đạt",
    "none": "Không tổng hợp chung",
}
REPORTERS_BY_TASK = "Theo nhiệm vụ {task} (suy ra)"
REPORTERS_APPOINTED = "Cơ quan tổng hợp chỉ định"
MANY_REPORTERS = "{agencies} ({count} đơn vị)"
COORDINATORS = "{count} đơn vị phối hợp"
NAMED_TASK = "{code}. {name}"
YES = "x"
CUT = " … [đã cắt bớt, xem tệp gốc]"
NO_ROWS = "Chưa có số liệu."
NO_FINDINGS = "Không có lỗi, cảnh báo."
NO_FILES = "Chưa nhận được tệp nào."
WAITING_FILE = "Bản nộp sau ({file}) còn lỗi, đang chờ sửa; vẫn dùng bản hợp lệ trước đó."
EXCEPTION = "{who} chấp nhận đặc cách ngày {day}: {why}. Còn {errors} lỗi; {left_out} không tổng hợp."
LEFT_OUT_CELLS = "{cells} ô có lỗi"
LEFT_OUT_ROWS = "{cells} ô và {rows} dòng có lỗi"
SOURCE_PLACE = "{file}, {sheet}!{cell}"

OVERVIEW_SHEET = "Tổng quan"
TITLES = {
    "overview": "TỔNG HỢP KẾT QUẢ THỰC HIỆN",
    "submissions": "TÌNH TRẠNG NỘP BÁO CÁO",
    "tasks": "TỔNG HỢP KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
    "task_rows": "KẾT QUẢ THỰC HIỆN NHIỆM VỤ, TỪNG ĐƠN VỊ",
    "indicators": "TỔNG HỢP CHỈ TIÊU",
    "indicator_rows": "SỐ LIỆU CHỈ TIÊU, TỪNG ĐƠN VỊ",
    "budgets": "KINH PHÍ THỰC HIỆN",
    "proposals": "KIẾN NGHỊ, ĐỀ XUẤT",
    "groups": "TIẾN ĐỘ THEO NHÓM NHIỆM VỤ",
    "money": "KINH PHÍ THEO NHIỆM VỤ",
    "units": "KẾT QUẢ THEO ĐƠN VỊ",
    "laggards": "NHIỆM VỤ QUÁ HẠN, CHƯA HOÀN THÀNH",
    "issues": "KHÓ KHĂN, KIẾN NGHỊ THEO NHÓM VẤN ĐỀ",
    "issue_rows": "KHÓ KHĂN, KIẾN NGHỊ, TỪNG ĐƠN VỊ",
    "trend": "XU HƯỚNG QUA CÁC KỲ BÁO CÁO",
    "findings": "LỖI, CẢNH BÁO TRONG CÁC BẢN NỘP",
    "sources": "CÁC TỆP ĐÃ NHẬN VÀ SỐ DÒNG",
    "orphans": "NỘI DUNG CƠ QUAN TỔNG HỢP ĐÃ GHI, KHÔNG CÒN DÒNG ĐỂ GẮN",
}
CAPTION = "{plan} – Kỳ báo cáo: {period} – Số liệu tính đến ngày {data_to}"
INVENTED = "SỐ LIỆU GIẢ ĐỊNH: mọi số liệu trong tệp này do hệ thống tạo ra để chạy thử, không phải báo cáo của đơn vị nào."
DEADLINE = "Hạn nộp: {deadline}"
FOOTER = "Trang {page}/{pages}"
TOTAL = "Tổng cộng"
SOURCE_TOTAL = "Cộng: {source}"
DETAIL_ROWS = "Số dòng ở các trang chi tiết"

SUBMISSIONS_BLOCK = "Tình hình nộp báo cáo"
TASKS_BLOCK = "Nhiệm vụ"
INDICATORS_BLOCK = "Chỉ tiêu"
UNITS_OWING = "Số đơn vị phải báo cáo"
UNITS_ACCEPTED = "Đã nộp, hợp lệ"
UNITS_WARNED = "Đã nộp, hợp lệ, có cảnh báo"
UNITS_EXCEPTED = "Đã nộp, chấp nhận đặc cách"
UNITS_RETURNED = "Đã nộp, bị trả lại"
UNITS_MISSING = "Chưa nộp"
UNITS_WAIVED = "Được miễn nộp"
UNITS_THIN = "Hợp lệ nhưng gần như trống, chưa đầy đủ"
UNITS_LATE = "Nộp quá hạn"
ACCEPTED_SHARE = "Tỷ lệ đơn vị nộp hợp lệ, kể cả đặc cách (%)"
ERRORS = "Số lỗi phải sửa"
WARNINGS = "Số cảnh báo cần giải trình"
FILES = "Số tệp đã nhận"
PLAN_TASKS = "Nhiệm vụ của kế hoạch"
REPORTED_TASKS = "Nhiệm vụ phải báo cáo (tính cả nhiệm vụ thành phần)"
OVERDUE_TASKS = "Nhiệm vụ quá hạn"
INDICATORS = "Số chỉ tiêu"
GROUP_TABLE = "Tiến độ theo nhóm nhiệm vụ (số nhiệm vụ)"
GROUP = "Nhóm nhiệm vụ"
GROUP_NAME = "{code}. {name}"
GROUP_TOTAL = "Tổng số"
OVERDUE = "Quá hạn"
BUDGET_TABLE = "Kinh phí theo nguồn vốn (triệu đồng)"
FUNDING_SOURCE = "Nguồn vốn"
PLANNED = "Kế hoạch vốn"
DISBURSED = "Đã giải ngân"
DISBURSED_SHARE = "Tỷ lệ giải ngân (%)"
GROUP_CHART = "Tiến độ theo nhóm nhiệm vụ"
STATE_CHART = "Tình trạng nộp của các đơn vị"
TASK_COUNT_AXIS = "Số nhiệm vụ"

NOT_A_MASTER = "Tệp “{file}” không phải bảng tổng hợp do hệ thống lập. Hãy chọn tệp tong-hop.xlsx của đợt báo cáo hoặc chạy lại lệnh “tonghop consolidate”."
UNREADABLE_MASTER = (
    "Không mở được bảng tổng hợp “{file}”. Hãy kiểm tra tệp còn ở đó, đóng tệp trong Excel rồi thử lại."
)
NOT_CALCULATED = "Bảng tổng hợp “{file}” có công thức chưa được tính. Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi chạy lại."
MISSING_TABLE = "Bảng tổng hợp “{file}” thiếu trang “{sheet}” hoặc dòng khóa ẩn của trang này. Hãy chạy lại lệnh “tonghop consolidate”."
MISSING_COLUMN = "Bảng tổng hợp “{file}”, trang “{sheet}” thiếu cột “{header}”. Hãy khôi phục cột này hoặc chạy lại lệnh “tonghop consolidate”."
ERROR_CELLS = "Bảng tổng hợp “{file}”, trang “{sheet}”, ô {cell} đang báo lỗi {value}. Hãy sửa ô này, lưu lại rồi chạy lại."
BAD_CELL = "Bảng tổng hợp “{file}”, trang “{sheet}”, ô {cell}: “{value}” không đúng kiểu của cột “{header}”. Hãy sửa ô này, lưu lại rồi chạy lại."
TOO_MANY_ROWS = (
    "Trang “{sheet}” cần {rows} dòng nhưng Excel chỉ chứa được {room} dòng. "
    "Hãy chia đợt báo cáo, ví dụ tổng hợp từng tỉnh rồi tổng hợp chung."
)
ANOTHER_PROGRAM = "ở chương trình khác"
OPEN_IN_EXCEL = "trong Excel của {user}"
OPEN_IN_LIBREOFFICE = "trong LibreOffice của {user}"
UNNAMED_USER = "người chưa rõ tên"
LOCKED = "Không ghi được “{file}” vì tệp đang mở {who}. Bản mới được giữ tại “{aside}”. Hãy đóng tệp cũ rồi chạy lại."
LOCKED_BOTH = (
    "Không ghi được “{file}” và cả “{aside}” vì hai tệp đang mở {who}. Hãy đóng cả hai tệp rồi chạy lại."
)
ASIDE_SUFFIX = " (moi)"
