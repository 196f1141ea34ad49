"""Words of the Excel ribbon."""

NO_ROUND = (
    "Sổ làm việc “{name}” không nằm trong đợt báo cáo nào. "
    "Hãy mở bảng tổng hợp hoặc biểu mẫu trong thư mục của đợt báo cáo rồi bấm lại."
)
