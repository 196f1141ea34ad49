"""Words of the forms (biểu mẫu) and of the marked copies (bản trả lại)."""

FILE_NAME = "Bieu-mau_{period}_{unit}.xlsx"
TARGETS = {
    ">=": "≥ {low}",
    "<=": "≤ {high}",
    "=": "{low}",
    "range": "{low} – {high}",
    "rank": "Nhóm {high} dẫn đầu",
}

# Title block of every answer sheet, by sheet key.
TITLES = {
    "guide": "HƯỚNG DẪN ĐIỀN BIỂU MẪU BÁO CÁO",
    "info": "THÔNG TIN CHUNG",
    "tasks": "KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
    "indicators": "KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
    "budgets": "KINH PHÍ THỰC HIỆN NHIỆM VỤ",
    "proposals": "KIẾN NGHỊ, ĐỀ XUẤT",
}
SUBTITLE = "{unit} – Kỳ báo cáo: {period} – {plan}"
INVENTED = "SỐ LIỆU GIẢ ĐỊNH – CHỈ ĐỂ CHẠY THỬ, KHÔNG PHẢI BÁO CÁO CỦA ĐƠN VỊ"
SHEET_COUNTS = ("Tự kiểm tra trang này: còn thiếu ", " ô, mâu thuẫn ", " chỗ.")
NO_ROWS = {
    "tasks": "Đơn vị không được giao nhiệm vụ trong kế hoạch này nên không phải điền trang này.",
    "indicators": "Đơn vị không được giao chỉ tiêu trong kế hoạch này nên không phải điền trang này.",
    "budgets": "Đơn vị không được giao nhiệm vụ trong kế hoạch này nên không phải báo cáo kinh phí.",
}
NUMERATOR = "Tử số: {name}"
DENOMINATOR = "Mẫu số: {name}"
FOOTER = "&L{font}{title}&C{font}{unit}&R{font}Trang &P/&N"

# Input and error messages of cells; a title has at most 32 characters, a message at most 255.
CHOICE_ERROR = "Hãy chọn một mục trong danh sách thả xuống của ô này."
NUMBER_BETWEEN_ERROR = "Ô này chỉ nhận số từ {low} đến {high}, không ghi kèm chữ hoặc đơn vị tính."
NUMBER_FROM_ERROR = "Ô này chỉ nhận số từ {low} trở lên, không ghi kèm chữ hoặc đơn vị tính."
NUMBER_ERROR = "Ô này chỉ nhận số, không ghi kèm chữ hoặc đơn vị tính."
DATE_ERROR = "Ô này chỉ nhận ngày từ {low} đến {high}, ghi theo thứ tự ngày/tháng/năm."
LENGTH_ERROR = "Nội dung dài quá {limit} ký tự. Hãy rút gọn, phần chi tiết gửi kèm bằng văn bản."
ERROR_TITLE = "Chưa đúng quy cách"

# The information sheet.
FIXED_HEADING = "I. Đợt báo cáo"
ANSWERS_HEADING = "II. Người lập và phê duyệt"
CHECK_HEADING = "III. Tự kiểm tra"
CHECK_HINT = "Bảng này tự cập nhật khi điền."
CHECK_HEADERS = ("Trang", "Còn thiếu", "Mâu thuẫn")
CHECK_TOTAL = "Tổng cộng"
CHECK_READY = "Biểu mẫu đã đủ và không có mâu thuẫn, có thể gửi."
CHECK_NOT_READY = (
    "Chưa đủ điều kiện gửi: còn thiếu ",
    " ô, mâu thuẫn ",
    " chỗ. Xem các ô tô màu ở từng trang.",
)
DATA_SPAN = "Từ {start} đến hết {end}"
NO_DEADLINE = "Theo thông báo của cơ quan tổng hợp"

# The guide: what stands left of each line, and what it says.
GUIDE_FILL_HEADING = "1. Điền những gì"
GUIDE_FILL = {
    "info": "Họ tên, điện thoại, thư điện tử của người lập biểu; người phê duyệt; ngày báo cáo.",
    "tasks": "Mỗi nhiệm vụ một dòng: chọn trạng thái, rồi ghi tỷ lệ, kết quả, văn bản, khó khăn, nguyên nhân, kiến nghị.",
    "indicators": "Chọn tình trạng số liệu. Chỉ tiêu là tỷ lệ thì ghi tử số và mẫu số, giá trị tự tính; chỉ tiêu khác thì ghi giá trị.",
    "budgets": "Mỗi dòng là một nhiệm vụ với một nguồn vốn. Không có kinh phí thì để trống cả trang.",
    "proposals": "Kiến nghị chung với cấp trên, mỗi dòng một nội dung. Không có thì để trống cả trang.",
}
GUIDE_HOW_HEADING = "2. Cách ghi"
GUIDE_HOW = (
    ("Số", "Chỉ ghi số, phần thập phân sau dấu phẩy, ví dụ 12,5. Không ghi kèm %, đơn vị tính hoặc chữ."),
    ("Tiền", "Đơn vị là triệu đồng: một tỷ hai trăm triệu đồng ghi 1200."),
    ("Ngày", "Ghi ngày/tháng/năm, ví dụ 30/11/2026."),
    (
        "Không có số liệu",
        "Số 0 là có số liệu và bằng 0. Không phát sinh hoặc chưa có số liệu thì chọn đúng mục đó, không ghi 0.",
    ),
)
GUIDE_STATUS_HEADING = "3. Ý nghĩa các mục chọn"
GUIDE_CHOICES_OF = "Cột {header}, trang {sheet}"
# By list and choice key of choices.csv.
GUIDE_CHOICES = {
    ("task_status", "not_started"): "Chưa làm việc gì trong kỳ; tỷ lệ để trống hoặc ghi 0.",
    ("task_status", "in_progress"): "Đã làm một phần; phải ghi tỷ lệ (dưới 100) và kết quả trong kỳ.",
    (
        "task_status",
        "done",
    ): "Đã có đủ sản phẩm theo kế hoạch; tỷ lệ 100, phải ghi ngày hoàn thành và kết quả.",
    ("task_status", "paused"): "Đã làm nhưng đang dừng; phải ghi tỷ lệ đã đạt và nguyên nhân.",
    ("task_status", "none"): "Trong kỳ không có việc phải làm tại đơn vị; không ghi tỷ lệ.",
    ("data_state", "has_data"): "Có số liệu của kỳ này, kể cả khi bằng 0; phải ghi nguồn số liệu.",
    ("data_state", "none"): "Trong kỳ không có đối tượng để đo tại đơn vị; không ghi số.",
    (
        "data_state",
        "not_available",
    ): "Có đối tượng để đo nhưng chưa thu thập được; không ghi số, nên nêu lý do ở cột Ghi chú.",
}
GUIDE_CHECK_HEADING = "4. Tự kiểm tra và màu ô"
GUIDE_CHECK_LABEL = "Tự kiểm tra"
GUIDE_CHECK = "Trang Thông tin đếm các ô còn thiếu và các chỗ mâu thuẫn. Cả hai bằng 0 thì gửi được."
LEGEND = {
    "answer": ("Ô trắng", "Ô để đơn vị điền."),
    "fixed": ("Ô xám nhạt", "Ghi sẵn theo kế hoạch, đã khóa."),
    "unused": ("Ô xám đậm", "Không phải điền hoặc tự tính, đã khóa."),
    "missing": ("Ô vàng", "Còn thiếu, phải điền."),
    "wrong": ("Ô hồng", "Mâu thuẫn hoặc không hợp lệ, phải sửa."),
    "marked": ("Ô cam", "Chỉ có ở bản trả lại: cơ quan tổng hợp yêu cầu xem lại, lý do ở ghi chú của ô."),
}
GUIDE_SEND_HEADING = "5. Gửi báo cáo"
GUIDE_DEADLINE = "Hạn gửi"
GUIDE_CONTACT = "Nơi nhận"
GUIDE_CONTACT_BLANK = "………………………………………………………………………………"
GUIDE_KEEP = "Lưu ý"
GUIDE_KEEP_TEXT = "Gửi lại đúng tệp này, dạng .xlsx. Không xóa, chèn dòng, cột; không xóa, đổi tên trang. Được kéo rộng cột, dòng."

# The marked copy.
FIXES_SHEET = "Cần sửa"
FIXES_TITLE = "CÁC NỘI DUNG CẦN SỬA"
FIXES_HINT = (
    "Sửa ở các ô tô màu cam (bấm vào địa chỉ ô để đến nơi), rồi gửi lại tệp này. Ghi chú của ô nêu lý do."
)
FIXES_HEADERS = ("STT", "Trang", "Ô", "Nội dung")
WHOLE_FILE = "Cả tệp"

INSTEAD_OF = "{role} (thay {names})"
