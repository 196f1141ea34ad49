"""Words of the Excel ribbon, of its installation, and of what its buttons say."""

TITLE = "Tổng hợp báo cáo"
ABOUT = "Thẻ lệnh Tổng hợp báo cáo cho Excel"
TAB = "Tổng hợp báo cáo"
TAB_KEYTIP = "Y1"

NOT_INSTALLED = (
    "Máy này chưa ghi nhận chương trình tổng hợp báo cáo, hoặc ghi nhận sai. "
    "Hãy chạy lệnh “tonghop addin install” rồi mở lại Excel."
)
NOT_STARTED = (
    "Chương trình tổng hợp báo cáo không khởi động được. Hãy chạy lệnh “tonghop addin status” để xem lý do."
)
UNEXPECTED = (
    "Chương trình gặp sự cố ngoài dự kiến ({kind}). Dữ liệu của đợt báo cáo không bị thay đổi thêm. "
    "Hãy gửi tệp nhật ký “{log}” cho bộ phận hỗ trợ."
)
BUSY = (
    "Excel đang bận: có thể một ô đang được sửa hoặc một hộp thoại đang mở. "
    "Hãy bấm Enter hoặc Esc, đóng hộp thoại rồi bấm lại nút."
)
UNKNOWN_COMMAND = "Không có lệnh “{tag}”. Hãy cài lại thẻ lệnh bằng “tonghop addin install” rồi mở lại Excel."
NO_SUCH_BOOK = "Không tìm thấy sổ làm việc “{name}” trong Excel. Hãy bấm vào sổ cần làm việc rồi bấm lại nút."

NO_ROUND = (
    "Sổ làm việc “{name}” không nằm trong đợt báo cáo nào, và chưa có đợt nào được chọn. "
    "Hãy bấm “Mở đợt” để chọn thư mục của đợt báo cáo."
)
NO_ROUND_CHOSEN = "Chưa có đợt báo cáo nào được chọn. Hãy bấm “Mở đợt” để chọn thư mục của đợt báo cáo."
NOT_A_ROUND = "Thư mục “{folder}” không phải đợt báo cáo: không có tệp {file}. Hãy chọn thư mục khác."
ROUND_GONE = "Không còn thấy đợt báo cáo đã chọn lần trước “{folder}”. Hãy bấm “Mở đợt” để chọn lại."
ON_THE_WEB = (
    "Sổ làm việc “{name}” đang mở thẳng từ OneDrive hoặc SharePoint nên không biết thư mục trên máy. "
    "Hãy mở tệp từ thư mục đã đồng bộ về máy, hoặc bấm “Mở đợt” để chọn thư mục của đợt báo cáo."
)
NEEDS_EXCEL = "Lệnh này cần Excel đang mở. Hãy mở Excel rồi bấm nút trên thẻ “Tổng hợp báo cáo”."
CANCELLED = "Đã dừng theo yêu cầu, chưa thay đổi gì."

ROUND_CHOSEN = "Đợt báo cáo đang làm: {plan}, {period}.\nThư mục: {folder}"
CHOOSE_FOLDER = "Chọn thư mục của đợt báo cáo"
CHOOSE_NEW_FOLDER = "Chọn thư mục trống để tạo đợt báo cáo"
ASK_PLAN = "Mã kế hoạch. Các kế hoạch trong danh mục:\n{plans}"
ASK_PERIOD = "Kỳ báo cáo, ví dụ 2026, 2026-H1, 2026-9M, 2026-Q3, 2026-11, 2023-2025"

ISSUE_FOLDER_HINT = "Hãy gửi từng biểu mẫu cho đơn vị; tệp nhận lại đặt vào thư mục “{folder}”."
CHECK_PAGE_FILE = "ket-qua-kiem-tra.html"
CHECK_PAGE_OPENED = "Trang kết quả từng ô: “{path}”."

ROUND_LINE = "Đợt báo cáo: {plan}, {period}."
STEP = "{label}: {done}/{total}"
COMPARING = "So sánh với lần tổng hợp trước…"
MASTER_STAYS_OPEN = (
    "Không đóng được bảng tổng hợp đang mở “{name}”, cũng không cập nhật được tại chỗ (có thể trang đang bị khóa "
    "bảo vệ, đang sửa ô, hoặc đang có hộp thoại). Hãy đóng bảng rồi bấm lại nút “Tổng hợp”. {reason}"
)
MASTER_REFRESHED = (
    "Excel không đóng được “{name}” nên số liệu được cập nhật ngay trong bảng đang mở. Biểu đồ và màu sắc chưa lập "
    "lại; khi tiện hãy đóng bảng rồi bấm lại nút “Tổng hợp”."
)
MASTER_NOT_SAVED = (
    "Bảng tổng hợp đang mở “{name}” có nội dung chưa lưu và Excel không lưu được (tệp chỉ đọc, hoặc đang được người "
    "khác mở). Chưa tổng hợp, để không mất nội dung đó. Hãy lưu sang tệp khác hoặc đóng bảng rồi bấm lại nút."
)
MASTER_ON_THE_WEB = (
    "Excel đang mở “{name}” thẳng từ OneDrive hoặc SharePoint. Hãy đóng sổ đó, mở bảng tổng hợp tại “{path}” trên máy "
    "rồi bấm lại nút. Chưa thay đổi gì."
)
FIRST_MASTER = "Đợt chưa có bảng tổng hợp nào trước đó."
NOTHING_CHANGED = "So với bảng tổng hợp trước: không có gì thay đổi."
CHANGES = "So với bảng tổng hợp trước:"
CHANGES_UNKNOWN = "Không so sánh được với bảng tổng hợp trước: {reason}"
FIGURE = "- {label}: {old} → {new}."

PREVIEW_TITLE = "Xem trước thay đổi của bảng tổng hợp"
PREVIEW_FILE = "xem-truoc-thay-doi.html"
PREVIEW_NOTE = "Đây chỉ là xem trước, chưa ghi gì vào đợt báo cáo."
PREVIEW_UNSAVED = (
    "Bảng tổng hợp đang mở có nội dung chưa lưu; nội dung đó chưa được tính trong bản xem trước."
)
REPORT_UNSAVED = "Bảng tổng hợp đang mở “{name}” có nội dung chưa lưu nên sẽ không vào báo cáo. Hãy lưu (Ctrl+S) rồi bấm lại nút."

ASK_UNTIL = (
    "Hạn nộp {deadline} đã qua. Ngày chậm nhất đơn vị phải gửi, ghi trong công văn (ngày/tháng/năm). "
    "Để trống nếu điền tay sau."
)
NOT_A_DAY = "“{text}” không phải ngày theo dạng ngày/tháng/năm, ví dụ 05/01/2027. Chưa lập công văn nào."
DAY_PASSED = "Ngày {day} đã qua nên không ghi được vào công văn. Chưa lập công văn nào."

SELECT_A_ROW = "Hãy chọn một ô ở dòng cần xem, trong bảng tổng hợp hoặc bảng điều khiển, rồi bấm lại nút."
NO_SOURCE_HERE = (
    "Dòng đang chọn không có tệp nguồn. Hãy chọn một dòng có liên kết ở cột “Nguồn” hoặc “Tệp nộp”."
)
NO_UNIT_HERE = "Dòng đang chọn không gắn với đơn vị nào. Hãy chọn dòng của một đơn vị rồi bấm lại."
SOURCE_OUTSIDE = "Liên kết “{file}” không dẫn vào thư mục nhan-ve của đợt báo cáo nên không được mở."
SOURCE_GONE = (
    "Không còn thấy tệp “{file}” trong thư mục nhan-ve. Hãy kiểm tra tệp đã bị đổi tên hoặc chuyển đi chưa."
)
SOURCE_IN_ARCHIVE = (
    "Tệp nguồn nằm trong tệp nén “{archive}”. Hãy giải nén ra một thư mục khác để xem; phần cần xem: {place}."
)
SOURCE_OPENED = "Đã mở “{file}”, trang “{sheet}”, ô {cell} (chỉ đọc)."
SOURCE_FILE_OPENED = "Đã mở “{file}” (chỉ đọc)."
SHEET_GONE = "Đã mở “{file}” nhưng không thấy trang “{sheet}”."
NAME_CLASH = "Excel đang mở một tệp khác cùng tên “{name}”. Hãy đóng tệp đó rồi bấm lại nút."
NOT_OPENED = "Excel không mở được “{name}”. Tệp có thể đang bị khóa, có mật khẩu hoặc bị hỏng."
NOTHING_RETURNED = (
    "“{unit}” hiện không có bản trả lại: chưa nộp, đã hợp lệ, hoặc chưa bấm “Kiểm tra” sau lần nộp mới."
)
RETURNED_OPENED = "Đã mở bản trả lại của “{unit}”."

BOARD_SHEET = "Bảng điều khiển"
BOARD_FILE = "bang-dieu-khien.xlsx"
BOARD_TITLE = "Bảng điều khiển – {plan}, {period}, hạn nộp {deadline}"
BOARD_HEADERS = {
    "unit_code": "Mã đơn vị",
    "unit_name": "Đơn vị",
    "state": "Tình trạng",
    "timeliness": "Thời hạn",
    "received_on": "Ngày nhận",
    "errors": "Số lỗi",
    "warnings": "Số cảnh báo",
    "file": "Tệp nộp",
    "returned": "Bản trả lại",
}
BOARD_READY = "Bảng điều khiển: “{path}”."
BOARD_KEPT = (
    "Không ghi được bảng điều khiển “{path}” vì tệp đang được người khác mở hoặc chỉ đọc, hoặc trang bị khóa bảo vệ. "
    "Hãy bỏ khóa bảo vệ hoặc đóng tệp rồi bấm lại nút."
)

GUIDE_TITLE = "Hướng dẫn dùng thẻ “Tổng hợp báo cáo”"
GUIDE_FILE = "huong-dan.html"
GUIDE_INTRO = "Một đợt báo cáo thường đi theo thứ tự các nhóm dưới đây, từ trái sang phải trên thẻ lệnh."
GUIDE_STEPS = (
    "Bấm “Mở đợt” để chọn đợt đã có, hoặc “Tạo đợt” rồi điền các mục còn trống trong tệp dot-bao-cao.toml.",
    "Bấm “Phát hành biểu mẫu”, gửi các tệp trong thư mục phat-hanh cho đơn vị.",
    "Đặt mọi tệp nhận được vào thư mục nhan-ve, tên gì cũng được. Không sửa tệp trong thư mục này.",
    "Bấm “Kiểm tra”, gửi các tệp trong thư mục tra-lai cho đơn vị còn lỗi. Làm lại mỗi khi có bản nộp mới.",
    "Bấm “Thư đôn đốc” để lập công văn gửi đơn vị chưa nộp hoặc phải sửa.",
    "Bấm “Xem trước thay đổi” nếu muốn biết trước, rồi “Tổng hợp” để lập bảng tổng hợp. Chọn một dòng rồi bấm “Mở tệp nguồn” để xem số liệu gốc.",
    "Bấm “Xuất báo cáo Word” để lập báo cáo.",
)
GUIDE_KEYS = "Phím tắt: Alt, {tab}, rồi {keytip}."
GUIDE_OPENED = "Đã mở trang hướng dẫn “{path}”."

ADDIN_HELP = "Cài, gỡ và kiểm tra thẻ lệnh “Tổng hợp báo cáo” trong Excel."
INSTALL_HELP = "Cài thẻ lệnh cho người dùng hiện tại, không cần quyền quản trị."
UNINSTALL_HELP = "Gỡ thẻ lệnh của người dùng hiện tại."
STATUS_HELP = "Cho biết thẻ lệnh đã cài đúng chưa, và cách xử lý nếu chưa."
INSTALLED = "Đã cài thẻ lệnh tại “{file}”. Hãy đóng rồi mở lại Excel để thấy thẻ “Tổng hợp báo cáo”."
INSTALLED_NOT_WINDOWS = (
    "Lưu ý: hệ điều hành này không có Excel cho Windows; các tệp được đặt vào thư mục thay thế để thử."
)
UNINSTALLED = "Đã gỡ thẻ lệnh. Hãy đóng rồi mở lại Excel."
NOTHING_TO_UNINSTALL = "Thẻ lệnh chưa được cài, không có gì để gỡ."
EXCEL_HOLDS_FILE = "Không thay được “{file}” vì Excel đang mở. Hãy đóng mọi cửa sổ Excel rồi chạy lại."
NOT_ISOLATED = (
    "Không cài được: “{interpreter}” chạy ở chế độ cách ly không tìm thấy chương trình tổng hợp. "
    "Hãy cài chương trình vào môi trường của chính Python này, không dùng tùy chọn --user."
)
UNSAFE_PATH = "Không cài được: đường dẫn “{interpreter}” có ký tự % hoặc dấu nháy. Hãy cài chương trình vào thư mục khác."
NO_PROFILE = "Không cài được: không biết thư mục dữ liệu của người dùng (biến APPDATA trống)."
NO_ADDIN_FILE = (
    "Không cài được: bản cài đặt này thiếu tệp TongHop.xlam. Hãy cài lại chương trình từ bản đầy đủ."
)

GOOD = "Đạt"
BAD = "Cần xử lý"
UNKNOWN = "Không kiểm tra được"
HEALTH_LINE = "[{state}] {text}"
HEALTH_FINE = "Cài đặt đạt yêu cầu."
HEALTH_BAD = "Có {count} mục cần xử lý."
HEALTH = {
    "file_good": "Thẻ lệnh nằm trong thư mục khởi động của Excel: “{file}”.",
    "file_missing": "Chưa thấy thẻ lệnh tại “{file}”. Hãy chạy “tonghop addin install”.",
    "file_old": "Thẻ lệnh tại “{file}” khác với bản của chương trình đang cài. Hãy đóng Excel, chạy “tonghop addin install”.",
    "mark_good": "Thẻ lệnh không bị đánh dấu tải từ Internet.",
    "mark_bad": "Thẻ lệnh bị đánh dấu tải từ Internet nên Excel chặn macro. Hãy chạy lại “tonghop addin install”.",
    "interpreter_good": "Trình chạy được ghi nhận: “{interpreter}”.",
    "interpreter_missing": "Chưa ghi nhận trình chạy. Hãy chạy “tonghop addin install”.",
    "interpreter_gone": "Trình chạy đã ghi nhận không còn: “{interpreter}”. Hãy chạy lại “tonghop addin install”.",
    "interpreter_other": "Trình chạy đã ghi nhận “{interpreter}” khác chương trình đang dùng “{own}”. Nếu vừa cài bản mới, hãy chạy lại “tonghop addin install”.",
    "versions": "Phiên bản: {versions}.",
    "round_good": "Ghi được vào thư mục của đợt báo cáo “{folder}”.",
    "round_bad": "Không ghi được vào thư mục của đợt báo cáo “{folder}”. Hãy xin quyền ghi hoặc chuyển đợt sang thư mục khác.",
    "round_none": "Chưa chọn đợt báo cáo nên chưa thử quyền ghi. Hãy bấm “Mở đợt”.",
    "cloud_good": "Đợt báo cáo không nằm trong thư mục OneDrive hoặc SharePoint đồng bộ.",
    "cloud_bad": "Đợt báo cáo “{folder}” nằm trong thư mục OneDrive hoặc SharePoint đồng bộ. Hãy bảo đảm thư mục luôn giữ trên máy (Always keep on this device) và không hai máy cùng làm một lúc.",
    "long_good": "Đường dẫn của đợt báo cáo đủ ngắn.",
    "long_bad": "Đường dẫn “{folder}” dài {length} ký tự, tệp bên trong có thể vượt giới hạn 218 ký tự của Excel. Hãy chuyển đợt sang thư mục có đường dẫn ngắn hơn.",
    "policy_good": "Không thấy chính sách chặn macro.",
    "policy_bad": "Chính sách “{name}” của máy có thể chặn thẻ lệnh. Hãy đề nghị bộ phận công nghệ thông tin cho phép tệp “{file}”.",
    "trust_bad": "Trung tâm tin cậy của Excel đang đánh dấu “{label}” nên thẻ lệnh không chạy. Hãy vào File → Options → Trust Center → Trust Center Settings, bỏ đánh dấu mục này rồi mở lại Excel.",
    "disabled_bad": "Excel đã tự tắt thẻ lệnh sau một sự cố. Hãy vào File → Options → Add-ins, ở ô Manage chọn Disabled Items, bấm Go, chọn {file}, bấm Enable rồi mở lại Excel.",
    "policy_unknown": "Chính sách macro chỉ kiểm tra được trên Windows.",
}
DROPPED_TITLE = "\nĐợt báo cáo {period} tại “{folder}”. Chọn việc cần làm:"
DROPPED_CHOICE = "  {number}. {label}"
DROPPED_ASK = "Gõ số rồi bấm Enter (để trống rồi bấm Enter là kết thúc): "
DROPPED_UNKNOWN = "“{answer}” không có trong danh sách. Hãy gõ một số từ 1 đến {count}."
INSTALLER_SHORTCUT = "{label} (kéo thả thư mục đợt báo cáo)"
