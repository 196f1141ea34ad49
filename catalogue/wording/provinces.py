"""Words for provinces and communes taken from the public lists."""

# In the middle of a sentence. Nghị định 30/2020/NĐ-CP (Phụ lục II) writes one name with a capital, as an exception.
FULL_NAMES = {"tinh": "tỉnh {name}", "thanh-pho": "thành phố {name}"}
EXCEPTIONAL_FULL_NAMES = {"79": "Thành phố Hồ Chí Minh"}
COMMITTEE = "UBND {name}"

CERTAINTY = "nguồn"
SOURCE = "Quyết định số 19/2025/QĐ-TTg ngày 30/6/2025 (danh mục và mã số đơn vị hành chính), theo các bộ dữ liệu công khai"

UNKNOWN_PROVINCE = "Không có tỉnh, thành phố nào mang mã “{code}”. Hãy xem các mã trong provinces.csv."
TOO_EARLY = "Danh mục xã, phường, đặc khu chỉ có từ ngày {first_day}; không dùng được cho ngày {day}."
