"""Words of the ledger (sổ theo dõi) and of the decisions in it."""

EVENTS = {
    "exception": "Chấp nhận đặc cách",
    "exception_undone": "Thôi chấp nhận đặc cách",
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
