"""Words of the national workbook: several provinces' rounds of one plan, put together."""

HELP = (
    "Cộng bảng tổng hợp của nhiều tỉnh, thành phố về cùng một kế hoạch, cùng một kỳ thành một bảng tổng hợp "
    "toàn quốc (nhiệm vụ và chỉ tiêu)."
)
FOLDERS_ARGUMENT = "Thư mục đợt báo cáo của từng tỉnh, hoặc thư mục chứa các đợt đó."
OUT_OPTION = "Tệp kết quả."
OUT_FILE = "tong-hop-toan-quoc.xlsx"
READING = "Đọc bảng tổng hợp của các tỉnh"
DONE = (
    "Đã cộng {provinces} tỉnh, thành phố: {accepted} đơn vị hợp lệ trên {owing} đơn vị phải báo cáo; "
    "{tasks} nhiệm vụ, {indicators} chỉ tiêu."
)
WRITTEN = "Đã tổng hợp vào “{path}”."

TITLES = {
    "provinces": "TỔNG HỢP TOÀN QUỐC: CÁC TỈNH, THÀNH PHỐ",
    "groups": "TIẾN ĐỘ THEO NHÓM NHIỆM VỤ, TOÀN QUỐC",
    "tasks": "TỔNG HỢP KẾT QUẢ THỰC HIỆN NHIỆM VỤ, TOÀN QUỐC",
    "indicators": "TỔNG HỢP CHỈ TIÊU, TOÀN QUỐC",
    "task_parts": "KẾT QUẢ THỰC HIỆN NHIỆM VỤ, TỪNG TỈNH",
    "indicator_parts": "SỐ LIỆU CHỈ TIÊU, TỪNG TỈNH",
}
PROVINCES = "{count} tỉnh, thành phố"
SO_FAR_BASIS = "Cộng từ giá trị tính đến nay của các tỉnh"
SO_FAR_MOST = "Lớn nhất trong giá trị tính đến nay của các tỉnh"

NO_ROUNDS = (
    "Không tìm thấy đợt báo cáo nào tại “{folder}”. Hãy chỉ thư mục đợt báo cáo của từng tỉnh hoặc thư mục "
    "chứa các đợt đó."
)
OTHER_ROUND = (
    "Bảng tổng hợp tại “{folder}” là của kế hoạch {plan} (lần {version}), kỳ {period}; các đợt khác là của kế hoạch "
    "{expected_plan} (lần {expected_version}), kỳ {expected_period}. Chỉ cộng được các đợt của cùng một kế "
    "hoạch, cùng một kỳ. Hãy bỏ đợt này ra hoặc chạy riêng."
)
OTHER_VERSION = (
    "Bảng tổng hợp tại “{folder}” theo kế hoạch {plan} lần {version}, còn danh mục đang có lần {expected}. Hãy "
    "tổng hợp lại đợt này bằng “tonghop consolidate” hoặc dùng danh mục của lần đó."
)
OTHER_ROWS = (
    "Bảng tổng hợp tại “{folder}”, trang “{sheet}” không có đúng các dòng của kế hoạch {plan}. Hãy chạy lại lệnh "
    "“tonghop consolidate” cho đợt này."
)
SAME_OFFICE = (
    "Hai đợt “{folder}” và “{other}” cùng là của “{office}” nên số liệu sẽ bị cộng hai lần. Hãy bỏ một đợt, "
    "hoặc sửa tên cơ quan trong tệp dot-bao-cao.toml nếu là hai cơ quan khác nhau."
)
