"""Words people write in or beside a number, a date or another answer.

Compared by `comparison_key`, so case and the place of tone marks do not count.
"""

# An amount of money may carry one of these and then a currency: "1,2 tỷ đồng", "500 triệu", "15.000.000 đ".
MONEY_SCALES = {
    "nghìn": 10**3,
    "ngàn": 10**3,
    "triệu": 10**6,
    "tr": 10**6,
    "tr.": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
    "nghìn tỷ": 10**12,
    "ngàn tỷ": 10**12,
    "nghìn tỉ": 10**12,
}
CURRENCIES = ("đồng", "đ", "₫", "vnđ", "vnd")
PER_CENT = ("%", "phần trăm")
MILLIONS = "{number} triệu đồng"
PERCENTAGE = "{number} %"

# An answer that is no number: zero, does not apply, or not yet known. Which one, only the unit knows.
NO_ANSWER = (
    *(
        "x",
        "-",
        "--",
        "---",
        "/",
        "\\",
        ".",
        "…",
        "...",
        "?",
        "n/a",
        "na",
        "nil",
        "null",
        "none",
        "o",
        "ko",
        "k",
        "kps",
    ),
    *(
        "không",
        "không có",
        "không có số liệu",
        "không phát sinh",
        "không thực hiện",
        "không áp dụng",
        "không xác định",
    ),
    *(
        "chưa",
        "chưa có",
        "chưa có số liệu",
        "chưa phát sinh",
        "chưa thực hiện",
        "chưa thống kê",
        "chưa xác định",
    ),
    *("chưa cập nhật", "chưa tổng hợp", "đang tổng hợp", "đang cập nhật", "chờ số liệu"),
)
# What says "nothing to tell" where a text may be left blank.
NOTHING_TO_SAY = (
    *(
        "x",
        "-",
        "--",
        "---",
        "/",
        "\\",
        ".",
        "…",
        "...",
        "0",
        "n/a",
        "na",
        "nil",
        "null",
        "none",
        "ko",
        "kps",
    ),
    *("không", "không có", "không phát sinh", "chưa có", "chưa phát sinh", "không có gì", "không có ý kiến"),
    *(
        "không có khó khăn",
        "không có vướng mắc",
        "không có khó khăn, vướng mắc",
        "không khó khăn",
        "không vướng mắc",
    ),
    *(
        "không có khó khăn vướng mắc",
        "không có khó khăn gì",
        "không gặp khó khăn",
        "chưa có khó khăn, vướng mắc",
    ),
    *("không có kiến nghị", "không có đề xuất", "không có kiến nghị, đề xuất", "không có đề xuất, kiến nghị"),
    *("không kiến nghị", "không đề xuất", "không có nội dung", "không có ghi chú"),
)

# Signs of an estimate, before a number, after it, or between two.
ABOUT = (
    *(
        "khoảng",
        "chừng",
        "tầm",
        "cỡ",
        "độ",
        "ước",
        "ước tính",
        "ước đạt",
        "gần",
        "hơn",
        "trên",
        "dưới",
        "xấp xỉ",
    ),
    *(
        "tối thiểu",
        "tối đa",
        "ít nhất",
        "nhiều nhất",
        "không quá",
        "đạt khoảng",
        "~",
        "≈",
        "≃",
        ">",
        "<",
        ">=",
        "<=",
        "≥",
        "≤",
        "±",
    ),
)
OR_SO = ("+", "hơn", "trở lên", "trở xuống", "có lẻ", "lẻ", "mấy", "?")
FROM, TO = ("từ",), ("đến", "tới", "-", "~", "÷")

# Dates.
DAYS = ("ngày",)
MONTHS = ("tháng", "thg", "t")
YEARS = ("năm",)
QUARTERS = ("quý", "quí", "q")
ENDS_OF = ("cuối", "hết", "cuối của")
MONTH_NAMES = {
    "một": 1,
    "giêng": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
}

# How a task is named besides its full text in the dropdown.
TASK_BY_CODE = ("{code}", "nhiệm vụ {code}", "nhiệm vụ số {code}", "nv {code}")
