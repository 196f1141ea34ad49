"""Words of the command line."""

APP_HELP = (
    "Tổng hợp báo cáo thực hiện kế hoạch hành động: biểu mẫu Excel, kiểm tra, bảng tổng hợp, báo cáo Word."
)
PLANS_HELP = "Liệt kê các kế hoạch trong danh mục."
NEW_HELP = "Tạo một đợt báo cáo: thư mục và tệp dot-bao-cao.toml."
ISSUE_HELP = "Lập biểu mẫu cho từng đơn vị vào thư mục phat-hanh."
CHECK_HELP = "Kiểm tra bản nộp; lập bản trả lại cho đơn vị có lỗi vào thư mục tra-lai."
CONSOLIDATE_HELP = "Tổng hợp các bản nộp hợp lệ thành tong-hop/tong-hop.xlsx."
REPORT_HELP = "Lập báo cáo Word bao-cao/bao-cao.docx từ bảng tổng hợp."
STATUS_HELP = "Cho biết đơn vị nào đã nộp, nộp muộn, bị trả lại, chưa nộp."
ACCEPT_HELP = "Chấp nhận đặc cách bản nộp còn lỗi của một đơn vị; --undo để thôi chấp nhận."
LOG_HELP = "In sổ theo dõi của đợt báo cáo và kiểm tra sổ còn nguyên vẹn."
PICK_HELP = "Chọn bản nộp được dùng khi một đơn vị có nhiều bản; --undo để thôi chọn."
WAIVE_HELP = "Cho một đơn vị miễn nộp trong đợt này; --undo để thôi miễn."
CLOSE_HELP = "Chốt đợt báo cáo và lưu bản để đối chiếu; --verify kiểm tra bản lưu, --reopen mở lại đợt."
REVISIONS_HELP = "Cho biết các bản nộp của một đơn vị và mỗi bản đã sửa những ô nào."
PLAN_HELP = "Soạn, kiểm tra, xuất và nhập kế hoạch dưới dạng sổ Excel."
DEMO_HELP = "Chạy thử cả đợt báo cáo với số liệu giả định."

ROUND_ARGUMENT = "Thư mục của đợt báo cáo."
CHECK_ARGUMENT = "Thư mục của đợt báo cáo, hoặc các tệp cần kiểm tra."
DEMO_ARGUMENT = "Thư mục để chạy thử."
CATALOGUE_OPTION = "Thư mục danh mục bổ sung (chứa plans và registries)."
PLAN_OPTION = "Mã kế hoạch, xem bằng lệnh plans."
PERIOD_OPTION = "Kỳ báo cáo: 2026, 2026-H1, 2026-9M, 2026-Q3, 2026-11, 2023-2025."
DEADLINE_OPTION = "Hạn gửi báo cáo, ghi năm-tháng-ngày."
ROUND_OPTION = "Thư mục của đợt báo cáo, khi tệp nằm ngoài đợt."
JSON_OPTION = "In kết quả dạng JSON."
UNIT_ARGUMENT = "Mã hoặc tên đơn vị."
WHY_OPTION = "Lý do của quyết định."
BY_OPTION = "Họ tên người quyết định."
UNDO_OPTION = "Thôi chấp nhận đặc cách."
PICK_ARGUMENT = "Tên tệp trong thư mục nhan-ve, hoặc ít nhất 6 ký tự đầu của mã băm SHA-256."
UNDO_PICK_OPTION = "Thôi chọn bản nộp."
UNDO_WAIVER_OPTION = "Thôi miễn nộp."
VERIFY_SEAL_OPTION = "Chỉ kiểm tra các bản lưu khi chốt còn nguyên vẹn."
REOPEN_OPTION = "Mở lại đợt đã chốt."
WAIT_OPTION = "Số giây chờ khi người khác đang xử lý đợt này."
VERIFY_OPTION = "Chỉ kiểm tra sổ còn nguyên vẹn."
DECISIONS_OPTION = "Chỉ in các quyết định: ai, khi nào, vì sao."
PDF_OPTION = "Lập thêm bản PDF bằng LibreOffice."
TRACED_OPTION = (
    "Lập thêm bản đối chiếu (bao-cao-doi-chieu.docx): mỗi số liệu có chú thích nguồn trong bảng tổng hợp."
)
ALL_OPTION = "In mọi lỗi, cảnh báo, ghi chú, không rút gọn."
HTML_OPTION = "Ghi kết quả thành một trang HTML để xem và lọc bằng trình duyệt."

FILE_HELD = (
    "Không ghi hoặc không xóa được “{file}”: tệp đang mở ở chương trình khác, hoặc không có quyền. "
    "Hãy đóng tệp rồi thực hiện lại."
)
UNEXPECTED = (
    "Chương trình gặp sự cố ngoài dự kiến ({kind}). Dữ liệu của đợt báo cáo không bị thay đổi thêm. "
    "Hãy gửi tệp nhật ký “{log}” cho bộ phận hỗ trợ."
)
ERROR_PREFIX = "Không thực hiện được: "

PLANS_TITLE = "Các kế hoạch trong danh mục"
PLAN_PROBLEM = "{plan}: {problem}"
PLANS_COLUMNS = ("Mã", "Kế hoạch", "Nhóm", "Nhiệm vụ", "Phải báo cáo", "Chỉ tiêu", "Đơn vị báo cáo")

NEW_DONE = "Đã tạo đợt báo cáo {period} tại “{folder}”. Hãy mở tệp {file}, điền các mục còn trống rồi chạy “tonghop issue”."
NEW_PLAN_DEADLINE = "Hạn nộp lấy theo kế hoạch: {day}. Có thể đổi ở mục han-nop."
NEW_EARLY = (
    "Lưu ý: hạn nộp {day} không sau ngày chốt số liệu {end} (Nghị định 09/2019/NĐ-CP, Điều 8 và Điều 12). "
    "Hãy quyết định hạn nộp và thông báo cho các đơn vị."
)
NEW_WEEKEND = "Lưu ý: hạn nộp {day} rơi vào {weekday}."
WEEKEND = {5: "thứ Bảy", 6: "Chủ nhật"}

ISSUING = "Lập biểu mẫu"
ISSUE_KEPT = (
    "Có {count} biểu mẫu của lần phát hành trước không còn thuộc đợt này nhưng đã bị sửa hoặc đang mở nên được giữ lại: {names}. "
    "Hãy xem rồi tự xóa."
)
ISSUE_DONE = "Đã lập {forms} biểu mẫu cho {forms} đơn vị ({task_rows} dòng nhiệm vụ, {indicator_rows} dòng chỉ tiêu) tại “{folder}”."
ISSUE_NO_REPORTER = (
    "{count} chỉ tiêu chưa có đơn vị báo cáo vì kế hoạch không nêu: {codes}. "
    "Có thể giao trong mục [don-vi-bao-cao-chi-tieu] của tệp dot-bao-cao.toml rồi phát hành lại."
)
ISSUE_TASKS_WITHOUT_REPORTER = "{count} nhiệm vụ chưa phát được cho đơn vị nào: {codes}. Hãy xem lý do bằng lệnh “tonghop plan lint” và các dòng dưới đây."
ISSUE_SUCCESSION = (
    "“{unit}” (nhiệm vụ {codes}) nay không còn, quy định chưa nêu rõ đơn vị kế thừa. Có thể là: {candidates}. "
    "Hãy quyết định trong mục [ke-thua] của tệp dot-bao-cao.toml rồi phát hành lại."
)
SUCCESSOR_PART = "{name} ({part})"
NO_CANDIDATE = "chưa có thông tin"
ISSUE_OPEN_GROUP = (
    "“{agency}” (nhiệm vụ {codes}) không chỉ rõ đơn vị nào nên chưa phát biểu mẫu. "
    "Có thể chỉ định trong mục [don-vi-bao-cao-nhiem-vu] của tệp dot-bao-cao.toml rồi phát hành lại."
)

PREVIOUS_OPTION = (
    "Thư mục của đợt trước (hoặc chứa các đợt trước); bỏ trống thì tìm cạnh thư mục của đợt này."
)
NO_HISTORY = "Không so sánh được với kỳ trước ở “{folder}”: {reason}"
CHECKING = "Kiểm tra bản nộp"
NO_FILES = "Thư mục “{folder}” chưa có bản nộp nào."
NO_SUCH_FILE = "Không tìm thấy “{path}”. Hãy kiểm tra lại đường dẫn."
FILES_WITHOUT_ROUND = "Chưa biết các tệp này thuộc đợt báo cáo nào. Hãy thêm --round THƯ-MỤC."
CHECK_FINE = "Đã kiểm tra {files} tệp, tất cả hợp lệ: không có lỗi; {warnings} cảnh báo, {notes} ghi chú."
CHECK_SUMMARY = (
    "Đã kiểm tra {files} tệp: {accepted} hợp lệ, {returned} trả lại, {unreadable} không dùng được; "
    "{errors} lỗi, {warnings} cảnh báo, {notes} ghi chú."
)
CHECK_COLUMNS = ("Mã", "Trang", "Ô", "Nội dung và cách xử lý")
CHECK_SEVERITY_COLUMN = "Mức độ"
CHECK_FILE_COLUMN = "Tệp"
WHOLE_FILE = "(cả tệp)"
CHECK_MORE = "… và {left} khác của đơn vị này (thêm --all để xem hết)."
CHECK_PAGE = "Đã ghi trang kết quả “{path}”. Mở bằng trình duyệt để xem và lọc."
CHECK_SUPERSEDED = "Ngoài ra {count} tệp đã có tệp gửi sau của cùng đơn vị thay thế, không kể vào số trên."
CHECK_EXCEPTED = "{count} tệp có lỗi nhưng được chấp nhận đặc cách: {files}."
CHECK_RETURNED = "Đã lập {count} bản trả lại tại “{folder}”."

MASTER_KEEPS_CHANGING = (
    "Bảng tổng hợp “{file}” được lưu lại liên tục trong lúc tổng hợp ({count} lần) nên chưa ghi bản mới, "
    "để không mất phần vừa ghi trong đó. Hãy đóng tệp rồi chạy lại."
)
CONSOLIDATE_DONE = "Đã tổng hợp vào “{path}”."
ROWS_LINE_CLOSED = "Số dòng: đọc {read} = tổng hợp {merged} + từ chối {refused} + bị thay thế {superseded} + bổ sung sau chốt {supplement}."
ROWS_LINE = "Số dòng: đọc {read} = tổng hợp {merged} + từ chối {refused} + bị thay thế {superseded}."
STATES_LINE = (
    "Đơn vị: {accepted} hợp lệ, {returned} trả lại, {missing} chưa nộp, trên {owing} đơn vị phải báo cáo."
)
STATES_WAIVED = "Được miễn nộp: {count} đơn vị, không tính vào số phải báo cáo."

NO_MASTER = "Chưa có bảng tổng hợp “{path}”. Hãy chạy “tonghop consolidate” trước."
REPORT_DONE = "Đã lập báo cáo “{path}”."
PDF_DONE = "Đã lập bản PDF “{path}”."
FIGURES_CHECKED = "Đã đối chiếu {count} số liệu của báo cáo với bảng tổng hợp: khớp."
TRACED_DONE = "Đã lập bản đối chiếu “{path}”."
REPORT_BLANKS = "Các mục chưa có thông tin, để trống trong báo cáo: {names}. Có thể điền trong tệp dot-bao-cao.toml rồi lập lại."

STATUS_TITLE = "Tình trạng nộp báo cáo, {period}, hạn {deadline}"
STATUS_COLUMNS = ("Loại đơn vị", "Phải nộp", "Hợp lệ đúng hạn", "Hợp lệ quá hạn", "Trả lại", "Chưa nộp")
STATUS_TOTAL = "Tổng số"
STATUS_RETURNED = "Trả lại: {names}"
STATUS_MISSING = "Chưa nộp: {names}"
STATUS_WAITING = "Có bản nộp mới hơn bị lỗi, đang dùng bản hợp lệ trước đó: {names}"
STATUS_WARNED = "Hợp lệ, có cảnh báo chưa giải trình ({count}): {names}"
STATUS_EXCEPTED = "Chấp nhận đặc cách ({count}): {names}"
STATUS_THIN = "Đã nộp, hợp lệ nhưng gần như trống, chưa được coi là đầy đủ ({count}): {names}"
STATUS_WAIVED = "Miễn nộp ({count}): {names}"
STATUS_PICKED = "Đã chọn bản nộp được dùng ({count}): {names}"
STATUS_SUPPLEMENTS = "Bổ sung sau chốt, chưa tổng hợp ({count}): {names}"
STATUS_CLOSED = "Đợt báo cáo đã được {who} chốt ngày {day} (lần {number})."
STATUS_FOREIGN = "Tệp chưa nhận diện được: {names}"

DEMO_NOT_OURS = "Thư mục “{folder}” đã có dữ liệu không phải của lần chạy thử. Hãy chọn thư mục khác."
DEMO_FILLING = "Điền số liệu giả định"
DEMO_TITLE = "Đợt báo cáo chạy thử (SỐ LIỆU GIẢ ĐỊNH)"
DEMO_COLUMNS = ("Sản phẩm", "Số lượng", "Ở đâu")
DEMO_FORMS = "Biểu mẫu đã phát hành, mỗi đơn vị một tệp"
DEMO_SUBMISSIONS = "Bản nộp (giả định)"
DEMO_ACCEPTED = "  hợp lệ"
DEMO_LATE = "  trong đó nộp quá hạn"
DEMO_RETURNED = "Bản trả lại, {errors} lỗi được đánh dấu"
DEMO_MISSING = "Đơn vị chưa nộp"
DEMO_MASTER = "Bảng tổng hợp, {rows} dòng"
DEMO_REPORT = "Báo cáo Word"
