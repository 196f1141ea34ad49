"""Words of the ledger (sổ theo dõi) and of the decisions in it."""

EVENTS = {
    "received": "Nhận tệp",
    "judged": "Kiểm tra lại",
    "gone": "Không còn tệp",
    "exception": "Chấp nhận đặc cách",
    "exception_undone": "Thôi chấp nhận đặc cách",
    "pick": "Chọn bản nộp",
    "pick_undone": "Thôi chọn bản nộp",
    "waiver": "Miễn nộp",
    "waiver_undone": "Thôi miễn nộp",
    "closed": "Chốt đợt",
    "reopened": "Mở lại đợt",
}

TAMPERED = (
    "Sổ theo dõi “{file}” không còn nguyên như khi ghi, từ dòng {seq}. "
    "Hãy xem bằng lệnh “tonghop log --verify”, khôi phục tệp từ bản sao lưu rồi chạy lại."
)
DAMAGED = "Không đọc được sổ theo dõi “{file}” ({reason}). Hãy khôi phục tệp từ bản sao lưu rồi chạy lại."
TOO_NEW = (
    "Sổ theo dõi “{file}” do phiên bản mới hơn của chương trình ghi. Hãy cập nhật chương trình rồi chạy lại."
)
LOCKED = (
    "Sổ theo dõi “{file}” đang được chương trình khác sử dụng. Hãy chờ chương trình kia xong rồi chạy lại."
)

PROBLEMS = {
    "changed": "Dòng {seq} đã bị sửa sau khi ghi.",
    "broken": "Dòng {seq} không nối tiếp dòng trước: có dòng đã bị xóa, chèn hoặc đổi chỗ.",
    "cut": "Mất các dòng cuối sổ, từ dòng {seq}.",
}

LOG_TITLE = "Sổ theo dõi của đợt báo cáo"
LOG_COLUMNS = ("Dòng", "Thời điểm", "Người", "Việc", "Đơn vị", "Tệp", "Lý do")
LOG_EMPTY = "Sổ theo dõi chưa ghi gì."
LOG_SOUND = "Sổ theo dõi còn nguyên vẹn: {count} dòng."
LOG_BROKEN = "Sổ theo dõi không còn nguyên vẹn. {problem} Hãy khôi phục tệp “{file}” từ bản sao lưu."

NO_REASON = "Quyết định phải có lý do. Hãy ghi lý do sau --why."
NO_NAME = "Quyết định phải có tên người quyết định. Hãy ghi tên sau --by."
UNKNOWN_UNIT = "Không rõ “{name}” là đơn vị nào trong các đơn vị phải báo cáo.{nearest}"
NEAREST = " Có phải là: {names}? Hãy ghi mã hoặc tên đầy đủ."
NO_NEAREST = " Hãy xem mã, tên đơn vị bằng lệnh “tonghop status --json”."
NEAR_UNIT = "{name} ({code})"
NOTHING_CAME = "{unit} chưa có bản nộp nào đọc được nên chưa thể chấp nhận."
NOTHING_TO_ACCEPT = "Bản nộp “{file}” của {unit} không có lỗi phải sửa nên không cần chấp nhận đặc cách."
ALREADY_ACCEPTED = "Bản nộp “{file}” của {unit} đã được {who} chấp nhận đặc cách ngày {day}."
CANNOT_ACCEPT = (
    "Không thể chấp nhận đặc cách bản nộp “{file}” của {unit} vì lỗi của cả tệp ({codes}): "
    "chưa chắc số liệu trong tệp là của đơn vị và của đợt này. Hãy đề nghị đơn vị gửi lại."
)
NOTHING_TO_UNDO = "Không có quyết định chấp nhận đặc cách nào đang có hiệu lực đối với {unit}."
ACCEPTED = (
    "Đã ghi sổ: chấp nhận đặc cách bản nộp “{file}” của {unit}, còn {errors} lỗi. Các ô có lỗi sẽ không được tổng hợp. "
    "Nếu đơn vị gửi bản khác, quyết định này không áp dụng cho bản đó."
)
UNDONE = "Đã ghi sổ: thôi chấp nhận đặc cách bản nộp “{file}” của {unit}."
RUN_AGAIN = "Hãy chạy lại “tonghop consolidate” để bảng tổng hợp theo quyết định này."

PHASES = {
    "received": "Đã nhận",
    "accepted": "Hợp lệ",
    "warned": "Hợp lệ, có cảnh báo",
    "returned": "Trả lại",
    "excepted": "Chấp nhận đặc cách",
    "superseded": "Bị thay thế",
    "supplement": "Bổ sung sau chốt",
}
SIGHTING = "{phase}: {errors} lỗi, {warnings} cảnh báo, {notes} ghi chú"

FORK_PERSONS = "người lập khác nhau ({before}, {after})"
FORK_ROWS = "mỗi bản điền những dòng mà bản kia để trống"
FORK_BASE = "bản sau không có những chỗ bản trước đã sửa so với “{base}”"
ROW_NAME = "{code}. {name}"
ROW_NUMBER = "dòng {row}"

HOLDER = "{user} (máy {host}, tiến trình {pid}), từ {since}"
SOMEBODY = "một người chưa rõ tên"
WAITING = "Đợt báo cáo đang được xử lý bởi {holder}. Chờ tối đa {seconds} giây."
HELD = (
    "Đợt báo cáo “{folder}” đang được xử lý bởi {holder}. Hãy chờ người đó xong rồi chạy lại, "
    "hoặc thêm --wait với số giây chờ lâu hơn. Dữ liệu của đợt chưa bị thay đổi."
)
CANNOT_LOCK = (
    "Không ghi được vào thư mục “{folder}” ({reason}). Hãy kiểm tra quyền ghi của thư mục rồi chạy lại."
)

ROUND_CLOSED = "Đợt báo cáo đã được {who} chốt ngày {day}. Muốn thay đổi, hãy mở lại đợt bằng lệnh “tonghop close --reopen”."
NOTHING_TO_PICK = "{unit} không có hai bản nộp khác nhau nên không có gì để chọn."
PICK_HAS_ERRORS = (
    "Bản nộp “{file}” còn {errors} lỗi trong khi đơn vị có bản hợp lệ. "
    "Hãy đề nghị đơn vị sửa, hoặc chấp nhận đặc cách bằng lệnh “tonghop accept” rồi chọn."
)
FILE_UNKNOWN = "Không thấy bản nộp “{file}” của {unit}. Các bản đã nhận: {names}."
FILE_UNCLEAR = (
    "“{file}” có thể là nhiều bản nộp của {unit}: {names}. Hãy ghi đủ đường dẫn trong thư mục nhan-ve."
)
NO_FILE = "chưa có"
NO_PICK = "Chưa chọn bản nộp nào của {unit} nên không có gì để thôi."
NO_WAIVER = "{unit} không được miễn nộp nên không có gì để thôi."
ALREADY_WAIVED = "{unit} đã được {who} cho miễn nộp ngày {day}."
PICKED = (
    "Đã ghi sổ: dùng bản nộp “{file}” của {unit}. Nếu đơn vị gửi bản mới hơn, bản mới được xét lại từ đầu."
)
UNPICKED = "Đã ghi sổ: thôi chọn bản nộp “{file}” của {unit}."
WAIVED = "Đã ghi sổ: {unit} được miễn nộp trong đợt này."
UNWAIVED = "Đã ghi sổ: {unit} lại phải nộp trong đợt này."

NOT_CLOSED = "Đợt báo cáo chưa chốt nên không có gì để mở lại."
NEVER_CLOSED = "Đợt báo cáo chưa chốt lần nào."
UNUSED_SUFFIX = "-khong-dung"
CLOSE_WHY = "Chốt đợt báo cáo."
STALE_MASTER = (
    "Bảng tổng hợp chưa khớp với các bản nộp và quyết định hiện có ({what}). Hãy chạy “tonghop consolidate”, "
    "xem lại bảng tổng hợp và báo cáo rồi chốt. “tonghop consolidate --preview” cho biết khác ở đâu."
)
NO_MASTER_TO_CLOSE = "Chưa có bảng tổng hợp để chốt. Hãy chạy “tonghop consolidate” trước."
CLOSED = (
    "Đã chốt đợt báo cáo (lần {number}): {merged} dòng của {units} đơn vị, {files} tệp đã nhận. "
    "Bản lưu để đối chiếu: “{folder}”. Bản nộp đến sau chỉ là bổ sung, không được tổng hợp."
)
CLOSED_WITHOUT_REPORT = "Lưu ý: đợt chưa có báo cáo Word nên bản lưu không có báo cáo."
REOPENED = "Đã mở lại đợt báo cáo. Bản lưu lần chốt trước vẫn giữ nguyên. Hãy chạy lại “tonghop consolidate”."
SEAL_SOUND = "Bản lưu lần chốt {number} còn nguyên vẹn: “{folder}”."
SEAL_PROBLEMS = {
    "missing": "Lần chốt {number}: bản lưu thiếu tệp “{file}”.",
    "changed": "Lần chốt {number}: tệp “{file}” trong bản lưu đã bị sửa.",
    "extra": "Lần chốt {number}: bản lưu có tệp lạ “{file}”.",
    "ledger": "Lần chốt {number}: sổ theo dõi hiện nay không phải sổ lúc chốt.",
    "input_gone": "Lần chốt {number}: bản nộp “{file}” không còn trong thư mục nhan-ve.",
}
