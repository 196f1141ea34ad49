"""Words for reporting periods."""

YEAR = "năm {year}"
YEARS = "giai đoạn {first} - {last}"
HALVES = ("6 tháng đầu năm {year}", "6 tháng cuối năm {year}")
NINE_MONTHS = "9 tháng đầu năm {year}"
QUARTER = "quý {quarter} năm {year}"
MONTH = "tháng {month} năm {year}"
ROMAN = ("I", "II", "III", "IV")
UNKNOWN_PERIOD = (
    "Không hiểu kỳ báo cáo “{code}”. Hãy ghi theo một trong các mẫu: 2026 (năm), 2026-H1 (6 tháng đầu năm), "
    "2026-9M (9 tháng), 2026-Q3 (quý III), 2026-11 (tháng 11), 2023-2025 (sơ kết hoặc tổng kết nhiều năm)."
)
