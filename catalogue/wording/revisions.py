"""Words of a unit's revisions."""

TITLE = "Các bản nộp của {unit}, từ cũ đến mới"
COLUMNS = ("Bản", "Tệp", "Sửa lần cuối", "Lưu lúc", "Nhận lúc", "Kết quả", "Lỗi", "Cảnh báo", "Người lập")
NOTHING = "{unit} chưa có bản nộp nào."
GONE = "Tệp “{file}” (nhận lúc {day}) không còn trong thư mục nhan-ve."
SAME = "Bản “{new}” không đổi gì so với bản “{old}”."
CHANGES = "“{new}” so với “{old}”: {count} ô thay đổi"
CHANGE_COLUMNS = ("Trang", "Dòng", "Cột", "Trước", "Sau")
BLANK = "(trống)"

CHANGE = "{sheet}, {row}, {field}: “{old}” → “{new}”"
INFO_CHANGE = "{sheet}, {field}: “{old}” → “{new}”"
COLUMN_HEAD = "{count} ô so với {file}:"
COLUMN_SAME = "Không đổi gì so với {file}."
COLUMN_MORE = "… và {count} ô khác"

PICKED = "{who} chọn bản này ngày {day}: {why}."
WAIVED = "{who} cho miễn nộp ngày {day}: {why}."
SUPPLEMENTS = "Có {count} tệp bổ sung sau chốt, không tổng hợp: {files}."
