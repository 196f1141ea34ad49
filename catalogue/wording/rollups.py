"""Words of the master's roll-ups: over time, by unit, by problem, and what stands late."""

PACES = {"on_path": "Đúng lộ trình", "behind": "Chậm so với lộ trình"}
COVERED = "Đủ số liệu"
PARTLY_COVERED = "Một phần: "
OF_UNITS = " đơn vị"
LATEST = "Giá trị kỳ này"
SUM_WITH = "Cộng kỳ này với: {periods}"
MOST_WITH = "Lớn nhất của kỳ này và: {periods}"
CHANGE_FROM = "Thay đổi so với năm {year}"
CHANGE_UNKNOWN = "Kế hoạch không nêu số liệu năm gốc nên chưa tính được thay đổi"
MISSING_PERIODS = "{text} (thiếu số liệu {count} kỳ)"
PERIOD_JOINT = "; "

GO_TO_DETAIL = "Xem chi tiết"
GO_TO_ISSUE = "Về vấn đề"
GO_TO_SUMMARY = "Về tổng hợp"
GO_TO_TABLE = "Xem trang {title}"
GO_BACK = "Về trang {title}"

NO_TASK_MONEY = "Kinh phí không gắn với nhiệm vụ nào của kế hoạch"
GROUP_MONEY = "Cộng nhóm {group}"

ISSUE_KINDS = {"difficulty": "Khó khăn", "proposal": "Kiến nghị"}
NO_THEME = "Chưa phân nhóm"
THEME_CHOSEN = "Đơn vị chọn"
THEME_DERIVED = "Suy ra từ nội dung"
ISSUE_UNITS = "{count} đơn vị: {names}"
MORE_UNITS = "{count} đơn vị: {names} và {more} đơn vị khác"

TREND_KINDS = {"headline": "Chung", "group": "Nhóm nhiệm vụ", "indicator": "Chỉ tiêu"}
HEADLINES = {
    "units": "Đơn vị nộp hợp lệ",
    "tasks": "Nhiệm vụ hoàn thành",
    "overdue": "Nhiệm vụ quá hạn",
    "money": "Giải ngân",
}
PER_CENT = "%"
TASK = "nhiệm vụ"
TREND_CHART = "Xu hướng qua các kỳ (%)"
INDICATOR_CHART = "Chỉ tiêu so với mục tiêu (số chỉ tiêu)"
MONEY_CHART = "Kinh phí theo nguồn vốn (triệu đồng)"
GROUP_TREND_CHART = "Tỷ lệ nhiệm vụ hoàn thành theo nhóm (%)"

NO_EARLIER_ROUND = "Không tìm thấy đợt báo cáo kỳ trước nào của kế hoạch này, đã có bảng tổng hợp, tại “{folder}”. Hãy kiểm tra lại đường dẫn ở “--previous”."
