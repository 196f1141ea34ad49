"""Words of the preview of a consolidation."""

from catalogue.wording import master

NAME_JOINT = " – "
UNIT_STATES = tuple(master.UNIT_STATES.values())
OVERALL = tuple(master.OVERALL.values())
FILES = "Số tệp đã nhận"
UNITS = "Đơn vị: {state}"
ROWS = "Số dòng tổng hợp"
TASKS = "Nhiệm vụ: {state}"
INDICATORS = "Chỉ tiêu có số liệu"
PLANNED = "Kế hoạch vốn (triệu đồng)"
DISBURSED = "Đã giải ngân (triệu đồng)"

OPTION = "Chỉ cho biết bảng tổng hợp sẽ thay đổi thế nào; không ghi gì."
FIRST = "Đợt chưa có bảng tổng hợp; chạy “tonghop consolidate” sẽ lập mới."
NOTHING = "Bảng tổng hợp đã khớp với các bản nộp hiện có; chạy lại không thay đổi gì."
FIGURES_TITLE = "Số liệu chính"
FIGURES_COLUMNS = ("Số liệu", "Hiện nay", "Sẽ là")
NONE_YET = "–"
TABLE = "{title}: thêm {added} dòng, bỏ {dropped} dòng, sửa {changed} ô."
ADDED = "  + {name}"
DROPPED = "  − {name}"
CHANGED = "  ~ {row}, {field}: “{old}” → “{new}”"
MORE = "  … và {count} mục khác (thêm --json để xem hết)."
DONE = "Đây chỉ là xem trước, chưa ghi gì."
