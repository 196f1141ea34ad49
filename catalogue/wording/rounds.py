"""Words for a round's folder and its file of settings."""

NO_ROUND_FILE = (
    "Thư mục “{folder}” không có tệp {file} nên chưa phải là một đợt báo cáo. "
    "Hãy tạo đợt bằng lệnh “tonghop new” hoặc chọn đúng thư mục."
)
UNREADABLE_ROUND_FILE = (
    "Không đọc được tệp “{file}”: {reason}. Hãy kiểm tra quyền truy cập và lưu tệp dạng UTF-8."
)
BROKEN_ROUND_FILE = "Tệp “{file}” ghi sai quy cách: {reason}. Hãy sửa dòng đó rồi chạy lại."
BAD_SETTING = (
    "Tệp “{file}”, mục {place}: giá trị “{value}” không đúng kiểu. Hãy xem chú thích ngay trên dòng đó."
)
NO_DEADLINE = "Đợt báo cáo chưa có hạn nộp. Hãy ghi han-nop trong tệp “{file}” (ví dụ han-nop = 2026-12-20) rồi chạy lại."
FOLDER_NOT_EMPTY = (
    "Thư mục “{folder}” đã có tệp {file}. Hãy chọn thư mục khác để không ghi đè đợt báo cáo cũ."
)
