"""Words for what can be wrong in the catalogue and in a round's file."""

UNKNOWN_PLAN = "Không có kế hoạch “{name}” trong danh mục. Gõ “tonghop plans” để xem các kế hoạch hiện có."
UNKNOWN_REGISTRY = (
    "Không có danh mục đơn vị “{name}”. Hãy kiểm tra mục registry trong tệp plan.toml của kế hoạch."
)
UNKNOWN_UNIT = "Danh mục đơn vị “{registry}” không có đơn vị “{code}”."
AMBIGUOUS_NAME = "Danh mục đơn vị “{registry}”: tên “{name}” chỉ hai đơn vị khác nhau. Hãy sửa danh mục."
NO_SUCCESSOR = "Danh mục đơn vị “{registry}” chỉ dùng đến ngày {day}; chưa có danh mục kế tiếp. Hãy bổ sung succession.csv."
UNRESOLVED_AGENCY = (
    "Nhiệm vụ {task}: không xác định được cơ quan “{agency}” trong danh mục đơn vị “{registry}”."
)
COUNT_MISMATCH = "Kế hoạch “{plan}”, nhóm {group}: phần lời nêu {stated} {what}, phụ lục có {counted}. Hãy đối chiếu văn bản gốc."
TASKS = "nhiệm vụ"
INDICATOR = "chỉ tiêu"
GROUP = "nhóm nhiệm vụ"
PRIORITIES = "nhiệm vụ ưu tiên"
UNKNOWN_REFERENCE = "Kế hoạch “{plan}”: {what} “{code}” không tồn tại."
BAD_VALUE = "Tệp danh mục {file}, dòng {line}, cột {column}: giá trị “{value}” không hợp lệ."
