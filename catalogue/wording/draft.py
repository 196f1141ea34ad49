"""Words of `tonghop plan draft`: how appendices write agencies and deadlines, and what a draft says of its guesses."""

# ------------------------------------------------------------------------------------ how agencies are written

_LEVEL = r"(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|địa phương)"
_BODY = r"(?:[Ss]ở|[Bb]an|[Nn]gành|[Đđ]oàn thể|[Hh]ội|[Đđ]ơn vị|[Cc]ơ quan|[Đđ]ịa phương)"
_RELATED = r"(?:,? (?:có )?liên quan| theo thẩm quyền)?"
# Expressions for several units, whose commas do not separate agencies.
GROUP_PATTERNS = (
    rf"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)(?: các)? {_LEVEL}(?:, {_LEVEL})+(?: và {_LEVEL})?\b",
    rf"(?:[Cc]ác )?{_BODY}(?:, {_BODY})+(?:,? và {_BODY})?\b{_RELATED}",
    r"[Cc]ác (?:đơn vị|cơ quan|tổ chức|địa phương)(?: có)? liên quan\b",
    r"Sở Văn hóa,? [Tt]hể thao(?:,? (?:và )?[Dd]u lịch)?\b",
)
# Words that join two agencies.
CONJUNCTIONS = ("và", "cùng", "cùng với")
# Words that open the limit of an agency's part.
SCOPE_WORDS = ("đối với", "phụ trách", "chịu trách nhiệm")

# ----------------------------------------------------------------------------------- how deadlines are written

YEAR_WORDS = r"(?:giai đoạn|năm|trong|từ|thời kỳ)"
UNTIL_WORDS = r"(?:chậm nhất|xong|hoàn thành|trước ngày|trước|đến hết|hết|đến ngày|đến|tới|trong tháng|trong quý|ngày|vào)"
RANGE_WORDS = r"(?:-|đến|tới|đến năm|đến hết)"
MONTH_PATTERN = r"(?:tháng\s*)?(?P<month>\d{1,2})\s*(?:/|-|năm|\s)\s*(?P<year>\d{4})"
QUARTER_PATTERN = r"quý\s*(?P<quarter>iv|iii|ii|i|[1-4])\s*(?:/|-|,|năm|\s)\s*(?:năm\s*)?(?P<year>\d{4})"
DAY_PATTERN = r"(?P<day>\d{1,2})(?:/|-|\.|\s*tháng\s*)(?P<month>\d{1,2})(?:/|-|\.|\s*năm\s*)(?P<year>\d{4})"
HALF_PATTERN = r"(?P<months>6|9) tháng (?P<part>đầu|cuối) năm (?P<year>\d{4})"
FIRST_PART = "đầu"
# What makes a span open: it goes on after the years named.
OPEN_PATTERN = (
    r"\s*,?\s*(?:và|;)?\s*(?:(?:các|những) (?:năm|giai đoạn)(?: tiếp theo| sau)?|sau khi .*|trở đi|"
    r"định hướng.*|tầm nhìn.*|tiếp tục.*)$"
)
# Work without an end.
CONTINUING = (
    "hằng năm",
    "hàng năm",
    "thường xuyên",
    "hằng quý",
    "hàng quý",
    "hằng tháng",
    "hàng tháng",
    "định kỳ",
)

# ------------------------------------------------------------------------------------------- how cells are cut

# After one of these a phrase goes on.
LINKING_WORDS = (
    *("và", "của", "các", "về", "với", "cho", "trong", "tại", "là", "ở", "đến", "từ", "theo", "trên", "như"),
    *("thuộc", "bằng", "do", "hoặc", "những", "được", "có", "gắn", "vào", "giữa"),
)

# ------------------------------------------------------------------------------------------ what a draft says

NO_TABLE = (
    "Không tìm thấy bảng nhiệm vụ trong “{path}”: cần một dòng tiêu đề có cột nội dung (nhiệm vụ) và ít nhất "
    "hai cột như cơ quan chủ trì, phối hợp, thời hạn, sản phẩm. Hãy kiểm tra lại tệp."
)
NOT_A_SOURCE = "Không đọc được “{path}”. Hãy dùng tệp .docx, .xlsx, .csv hoặc .txt (mã UTF-8)."
DEFAULT_GROUP = "Nhiệm vụ"
PLAN_NOTE = "Cột “{header}” của kế hoạch: “{text}”."

JOINED = "Ô bị ngắt sang trang, đã ghép: phần sau là “{tail}”."
OVERLAP = "Ô bị ngắt sang trang, đã ghép và bỏ chữ lặp lại “{words}”: phần sau là “{tail}”."
TAKEN = "Phần đầu ô “{tail}” được hiểu là phần sang trang của dòng trên nên đã chuyển về đó."
MOVED_COLUMN = "“{tail}” đứng lệch ở cột “{header}”, đã ghép vào ô này."
MOVED_ROW = "Nội dung lấy từ dòng nối trang đứng ngay trên (bị lệch ô)."
REORDERED = "Chữ trong ô bị đảo thứ tự sau khi ngắt trang, đã đặt lại thành “{text}”."
PLACED = "Dòng thiếu ô so với tiêu đề; ô này được xếp vào cột theo nội dung."
OVERFLOW = "Dòng thừa ô so với tiêu đề; các ô thừa được ghép vào đây."
INHERITED = "Ô gộp với dòng trên, đã điền lại theo dòng trên."
MISSING_NUMBER = "Dòng không có số thứ tự; hiểu là một nhiệm vụ riêng, mã do hệ thống đặt."
CHILD_ROW = "Dòng không có số thứ tự; hiểu là một phần của nhiệm vụ {parent}."
PARENT_ROW = "Dòng không có cơ quan, thời hạn; hiểu là nhiệm vụ gồm các dòng con bên dưới."
EMPTY_TASK = "Dòng không có cơ quan, thời hạn nào."
MADE_GROUP = "Bảng không có đề mục; nhóm này do hệ thống đặt."
REPEATED_CODE = "Số thứ tự lặp lại trong nhóm; mã do hệ thống đặt."
DEADLINE_READ = "Mọi thời hạn ghi “{text}” đọc là {span}."
DEADLINE_OPEN = "Mọi thời hạn ghi “{text}” đọc là {span}, còn tiếp sau đó."
DEADLINE_CONTINUING = "Việc làm thường xuyên hoặc hằng năm, không có ngày kết thúc."
DEADLINE_UNREAD = "Chưa đọc được thời hạn này; hãy ghi ngày kết thúc."
NO_DEADLINE = "Không có thời hạn."
NO_LEAD = "Không có đơn vị báo cáo."
CUT_CELL = "Ô kết thúc bằng dấu phẩy, nghi bị cắt."
AGENCY_SPLIT = "Mọi ô ghi “{text}” tách thành {count} cơ quan như ở đây."
AGENCY_UNKNOWN = "Danh mục đơn vị chưa có “{name}”."
AGENCY_NEAREST = "Danh mục đơn vị chưa có “{name}”; gần nhất là “{nearest}”."
ABOUT_FILL = "Hãy điền theo văn bản."
ABOUT_REGISTRY = "Hãy chọn danh mục đơn vị của tỉnh, thành phố."
ABOUT_PERIOD = "Lấy từ năm đầu và năm cuối của các thời hạn; hãy đối chiếu với văn bản."
ABOUT_REPORTING = "Hiểu là đơn vị ở cột “{header}” báo cáo."
ABOUT_COLUMNS = "Đọc từ tiêu đề cột của bảng."
ABOUT_EXTRA_COLUMN = "Cột “{header}” không rõ vai trò, đã chép vào ghi chú của từng nhiệm vụ."
SPAN = "từ {start} đến {end}"
UNTIL = "đến {end}"
DRAFT_HELP = "Dự thảo kế hoạch từ phụ lục: bảng trong tệp .docx, .xlsx, .csv hoặc .txt."
SOURCE_ARGUMENT = "Tệp chứa phụ lục."
ID_OPTION = "Mã đặt cho kế hoạch, ví dụ hp-2026-chuyen-doi-xanh."
REGISTRY_OPTION = "Danh mục đơn vị để tách và đối chiếu tên cơ quan, ví dụ hai-phong-2025."
OUT_OPTION = "Sổ Excel để ghi dự thảo; mặc định là MÃ.xlsx trong thư mục hiện tại."
DRAFT_DONE = "Đã dự thảo kế hoạch {id} vào “{path}”: {groups} nhóm, {tasks} nhiệm vụ, {mentions} lượt cơ quan; {guesses} chỗ cần xem lại."
OUT_EXISTS = "Tệp “{path}” đã có. Hãy chọn tên khác bằng --out hoặc xóa tệp cũ."
