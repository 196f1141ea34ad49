"""Words of the Word report: fixed parts of the official format, headings, sentences, table headers.

Templates are `str.format` templates. Counts come in already written as an office writes them ("05", "1.234"),
amounts and shares in Vietnamese notation. `NBSP` keeps a number and its sign on one line.
"""

from catalogue.wording.master import OVERALL

NBSP = "\u00a0"

# ------------------------------------------------------------------------------- the official frame

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = "Số:        /BC-{symbol}"
PLACE_AND_DATE = "{place}, ngày     tháng     năm {year}"
DOCUMENT_TYPE = "BÁO CÁO"
DOCUMENT_TITLE = "Báo cáo {subject}"
SUBJECT = "Kết quả {period} thực hiện {plan}"
INVENTED = "SỐ LIỆU GIẢ ĐỊNH ĐỂ TRÌNH DIỄN – KHÔNG PHẢI SỐ LIỆU THẬT, KHÔNG DÙNG ĐỂ BÁO CÁO"
ADDRESSED_TO = "Kính gửi:"
ADDRESSED_TO_ONE = "Kính gửi: {name}"
ITEM = "- {text};"
LAST_ITEM = "- {text}."
RECEIVERS = "Nơi nhận:"
AS_ABOVE = "Như trên"
FILED = "Lưu: VT, {unit}"
BLANK = "……………"
APPENDIX = "Phụ lục {number}"
ATTACHED = "(Kèm theo Báo cáo số         /BC-{symbol} ngày     tháng     năm {year} của {agency})"
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
END = "./."
ROMAN = ("I", "II", "III", "IV", "V")
UNIT_NOTE = "Đơn vị tính: triệu đồng"
PRIORITY_NOTE = "(*) Nhiệm vụ ưu tiên."
PRIORITY_MARK = "{name} (*)"
NO_ROWS = "Trong kỳ không phát sinh nội dung thuộc Phụ lục này."

KEPT_TOGETHER = (
    "thành phố",
    "ủy ban",
    "uỷ ban",
    "nhân dân",
    "hải phòng",
    "bình dương",
    "quảng trị",
    "tài chính",
    "xây dựng",
    "công thương",
    "nội vụ",
    "nông nghiệp",
    "môi trường",
    "khoa học",
    "công nghệ",
    "văn hóa",
    "thể thao",
    "du lịch",
    "giáo dục",
    "đào tạo",
    "kinh tế",
    "quản lý",
    "kết quả",
    "thực hiện",
    "chương trình",
    "kế hoạch",
    "hành động",
    "chuyển đổi",
    "tăng trưởng",
    "bảo vệ",
    "giai đoạn",
)
"""Words of two syllables that a line of a name or title does not break."""

# ------------------------------------------------------------------------------- styles of the template

STYLES = {
    "Nation": "Quốc hiệu",
    "Motto": "Tiêu ngữ",
    "MottoLine": "Kẻ dưới tiêu ngữ",
    "ParentAgency": "Cơ quan chủ quản",
    "Agency": "Cơ quan ban hành",
    "AgencyLine": "Kẻ dưới cơ quan ban hành",
    "Number": "Số, ký hiệu",
    "PlaceDate": "Địa danh, thời gian",
    "DocumentType": "Tên loại",
    "Subject": "Trích yếu",
    "SubjectLine": "Kẻ dưới trích yếu",
    "Invented": "Số liệu giả định",
    "AddressedOne": "Kính gửi một nơi",
    "Addressed": "Kính gửi nhiều nơi",
    "Addressee": "Nơi kính gửi",
    "Prose": "Lời văn",
    "Lead": "Lời văn dẫn",
    "Caption": "Tên bảng",
    "Picture": "Biểu đồ",
    "PictureCaption": "Tên biểu đồ",
    "TableHead": "Bảng: tiêu đề cột",
    "TableText": "Bảng: chữ",
    "TableCentre": "Bảng: chữ giữa",
    "TableNumber": "Bảng: số",
    "TableKept": "Bảng: chữ, liền trang",
    "TableKeptCentre": "Bảng: giữa, liền trang",
    "TableKeptNumber": "Bảng: số, liền trang",
    "TableGroup": "Bảng: dòng nhóm",
    "TableTotal": "Bảng: chữ dòng tổng",
    "TableTotalCentre": "Bảng: chữ giữa dòng tổng",
    "TableTotalNumber": "Bảng: số dòng tổng",
    "TableUnit": "Bảng: đơn vị tính",
    "TableNote": "Bảng: chú thích",
    "Gap": "Khoảng cách",
    "SignatureGap": "Khoảng cách trước chữ ký",
    "SectionEnd": "Hết phần",
    "ReceiversHead": "Nơi nhận",
    "Receiver": "Nơi nhận: từng nơi",
    "SignerTitle": "Quyền hạn, chức vụ",
    "SignerName": "Họ tên người ký",
    "AppendixNumber": "Phụ lục: số",
    "AppendixName": "Phụ lục: tên",
    "AppendixOf": "Phụ lục: kèm theo",
    "AppendixLine": "Phụ lục: kẻ",
    "AppendixPart": "Phụ lục: phần",
    "LetterSubject": "Trích yếu công văn",
    "NationLine": "Kẻ dưới tiêu đề Đảng Cộng sản Việt Nam",
    "Star": "Dấu sao",
    "Hyphens": "Năm gạch nối",
    "SignerAuthority": "Quyền hạn",
}

# ------------------------------------------------------------------------------- headings

HEADING_GATHERING = "I. TÌNH HÌNH CHỈ ĐẠO, TỔNG HỢP BÁO CÁO"
HEADING_RESULTS = "II. KẾT QUẢ THỰC HIỆN"
HEADING_TASKS = "1. Kết quả theo nhóm nhiệm vụ"
HEADING_INDICATORS = "2. Kết quả theo chỉ tiêu"
HEADING_MONEY = "3. Kinh phí thực hiện"
HEADING_DIFFICULTIES = "III. KHÓ KHĂN, VƯỚNG MẮC"
HEADING_OUTLOOK = "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI"
HEADING_PROPOSALS = "V. KIẾN NGHỊ, ĐỀ XUẤT"
POINT_HEADING = "{letter}) {name}"
CLAUSE_HEADING = "{number}. {name}"
CAPTION_TASKS = "Bảng 1. Trạng thái các nhiệm vụ theo nhóm"
CAPTION_INDICATORS = "Bảng 2. Các chỉ tiêu đã có số liệu"
CAPTION_MONEY = "Bảng {number}. Kinh phí theo nguồn vốn"
APPENDIX_NAMES = (
    "TÌNH HÌNH THỰC HIỆN CÁC NHIỆM VỤ",
    "TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU",
    "KINH PHÍ THỰC HIỆN",
    "TÌNH HÌNH GỬI BÁO CÁO CỦA CÁC ĐƠN VỊ",
    "KHÓ KHĂN, VƯỚNG MẮC VÀ KIẾN NGHỊ, ĐỀ XUẤT CỦA CÁC ĐƠN VỊ",
)
ADJUSTED = (
    "Cơ quan tổng hợp đã điều chỉnh {count} số liệu của các đơn vị; các số liệu trong Báo cáo này tính theo "
    "số đã điều chỉnh, chi tiết tại Phụ lục IV."
)
ADJUSTED_UNEXPLAINED = " Trong đó có {count} số liệu chưa nêu lý do điều chỉnh."
NO_REASON = "Chưa nêu"
NOTHING_REPORTED = "Không có"
PART_ADJUSTED = "Số liệu cơ quan tổng hợp điều chỉnh"
PART_DIFFICULTIES = "1. Khó khăn, vướng mắc"
PART_PROPOSALS = "2. Kiến nghị, đề xuất"

# ------------------------------------------------------------------------------- table headers

GROUP_TABLE = (
    "STT",
    "Nhóm nhiệm vụ",
    "Tổng số",
    "Hoàn thành",
    "Đang triển khai",
    "Chưa triển khai",
    "Tạm dừng",
    "Không phát sinh",
    "Chưa có báo cáo",
    "Quá hạn",
)
INDICATOR_TABLE = ("Số", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu", "Năm mục tiêu", "Kết quả kỳ này", "Đánh giá")
MONEY_TABLE = ("STT", "Nguồn vốn", "Kế hoạch vốn", "Đã giải ngân", "Tỷ lệ giải ngân (%)")
APPENDIX_TASKS = (
    "STT",
    "Nhiệm vụ",
    "Đơn vị báo cáo",
    "Thời hạn",
    "Số đơn vị đã báo cáo/ phải báo cáo",
    "Trạng thái",
    "So với thời hạn",
    "Kết quả thực hiện trong kỳ (tóm tắt)",
)
APPENDIX_INDICATORS = (
    "Số",
    "Chỉ tiêu",
    "Đơn vị tính",
    "Mục tiêu",
    "Năm mục tiêu",
    "Đơn vị báo cáo",
    "Số đơn vị có số liệu/ phải báo cáo",
    "Kết quả kỳ này",
    "Đánh giá",
)
APPENDIX_MONEY = (
    "STT",
    "Đơn vị",
    "Nhiệm vụ",
    "Nguồn vốn",
    "Kế hoạch vốn",
    "Đã giải ngân",
    "Tỷ lệ giải ngân (%)",
    "Ghi chú",
)
APPENDIX_UNITS = ("STT", "Đơn vị", "Loại đơn vị", "Tình trạng", "Thời hạn", "Ngày nhận", "Số lỗi")
APPENDIX_ADJUSTED = (
    "STT",
    "Đơn vị",
    "Nội dung",
    "Số liệu",
    "Đơn vị báo cáo",
    "Điều chỉnh thành",
    "Lý do",
)
APPENDIX_DIFFICULTIES = ("STT", "Nhiệm vụ", "Khó khăn, vướng mắc", "Nguyên nhân", "Đơn vị nêu")
APPENDIX_PROPOSALS = (
    "STT",
    "Nhóm vấn đề",
    "Nội dung kiến nghị, đề xuất",
    "Kiến nghị với cơ quan",
    "Nhiệm vụ liên quan",
    "Đơn vị kiến nghị",
)
TOTAL = "Tổng cộng"
CUT = "{text} (xem bảng tổng hợp)"
UNIT_SAYS = "{unit}: {result}"
MANY_UNITS = "{count} đơn vị"

# ------------------------------------------------------------------------------- joining

AND = " và "
OTHERS = "{names} và {count} đơn vị khác"
OTHER_INDICATORS = "{names} và {count} chỉ tiêu khác"
OTHER_TASKS = "{names}; và {count} nhiệm vụ khác (Phụ lục I)"
NUMBERED = "{number}. {text}"
OUT_OF = "{part}/{whole}"
OUT_OF_KIND = "{part}/{whole} {kind}"
PER_CENT = "{share}" + NBSP + "%"
COMMUNAL = "xã, phường, đặc khu"
MILLION = "{amount} triệu đồng"

# ------------------------------------------------------------------------------- opening and closing

PLAN_CITED = "{plan} (số {number} của {issuer})"
PLAN_CITED_WITHOUT_NUMBER = "{plan} của {issuer}"
BASES = "Thực hiện {bases}"
OPENING = (
    "{bases}, {agency} đã tổng hợp báo cáo của các đơn vị được giao nhiệm vụ, chỉ tiêu; "
    "số liệu tính từ ngày {start} đến hết ngày {end}."
)
OPENING_REPORTS = "{agency} báo cáo kết quả thực hiện {period} như sau:"
APPENDICES_ATTACHED = "Số liệu, nội dung chi tiết tại các Phụ lục I, II, III, IV và V kèm theo Báo cáo này."
CLOSING = "Trên đây là Báo cáo {subject}, {agency} kính báo cáo {recipients}" + END
CLOSING_TO_NOBODY = "Trên đây là Báo cáo {subject} của {agency}" + END

# ------------------------------------------------------------------------------- I. gathering

UNITS_OWING = "Có {total} đơn vị phải báo cáo, gồm: {kinds}."
NO_UNITS_OWING = "Trong kỳ không có đơn vị nào phải báo cáo."
DEADLINE = "Hạn gửi báo cáo là ngày {deadline}."
ALL_REPORTED = (
    "Đến thời điểm tổng hợp, cả {total} đơn vị đã có báo cáo hợp lệ{timeliness} (chi tiết tại Phụ lục IV)."
)
SOME_REPORTED = (
    "Đến thời điểm tổng hợp, {accepted}/{total} đơn vị ({share}) đã có báo cáo hợp lệ{timeliness}; {rest} "
    "(chi tiết tại Phụ lục IV)."
)
NONE_REPORTED = (
    "Đến thời điểm tổng hợp, chưa có đơn vị nào có báo cáo hợp lệ; {rest} (chi tiết tại Phụ lục IV)."
)
TIMELINESS = ", trong đó {parts}"
ALL_ON_TIME = ", tất cả đều gửi đúng hạn"
ALL_LATE = ", tất cả đều gửi quá hạn"
ON_TIME = "{count} đơn vị gửi đúng hạn"
LATE = "{count} đơn vị gửi quá hạn"
RETURNED = "{count} đơn vị có báo cáo phải trả lại để hoàn thiện"
MISSING = "{count} đơn vị chưa gửi báo cáo"
WHO_RETURNED = "Báo cáo phải trả lại để hoàn thiện là của: {units}."
WHO_MISSING = "Chưa gửi báo cáo: {units}."
WAIVED = "Có {count} đơn vị được miễn báo cáo trong kỳ, không tính vào số đơn vị phải báo cáo: {units}."
WARNED = "Trong số báo cáo hợp lệ, có {count} báo cáo còn nội dung cần giải trình, làm rõ."
EXCEPTED = "Có {count} báo cáo còn lỗi nhưng được chấp nhận đặc cách, số liệu ở các ô có lỗi không được tổng hợp: {units}."
EXCEPTED_UNIT = "{unit} (lý do: {why})"
NO_REASON_GIVEN = "chưa nêu"
THIN = "Có {count} báo cáo đã gửi, hợp lệ nhưng gần như chưa nêu kết quả, chưa được coi là đầy đủ: {units}."
THIN_CELL = "gần như trống"
WHY_CELL = "lý do: {why}"
COVERAGE = "Về mức độ đầy đủ của số liệu, trong {total} nhiệm vụ phải báo cáo: {parts}."
COVERAGE_COMPLETE = "{count} nhiệm vụ đã có báo cáo của tất cả các đơn vị được giao"
COVERAGE_PARTIAL = "{count} nhiệm vụ mới có báo cáo của một phần số đơn vị được giao"
COVERAGE_NONE = "{count} nhiệm vụ chưa có báo cáo của đơn vị nào"
COVERAGE_FULL = "Tất cả {total} nhiệm vụ đã có báo cáo đầy đủ của các đơn vị được giao."
NOT_COUNTED = "Kết quả của các đơn vị chưa có báo cáo hợp lệ chưa được tính trong Báo cáo này."

# ------------------------------------------------------------------------------- II.1 tasks

TASKS_TOTAL = "Có {counted} nhiệm vụ thuộc {groups} nhóm{priority}."
TASKS_PRIORITY = ", trong đó {count} nhiệm vụ ưu tiên"
TASKS_BY_PART = (
    "Nhiệm vụ có nhiệm vụ thành phần được theo dõi theo từng nhiệm vụ thành phần, nên số nhiệm vụ "
    "phải báo cáo là {reported}."
)
TASKS_STATE = "Đến hết kỳ báo cáo, {states}. {due} Trạng thái theo nhóm tại Bảng 1; chi tiết từng nhiệm vụ tại Phụ lục I."
BEST_UNITS = "Đơn vị có tỷ lệ nhiệm vụ hoàn thành cao nhất: {units}."
BEST_UNIT = "{unit} ({done}/{owed} nhiệm vụ)"
LAGGING_UNITS = "Có {count} đơn vị còn nhiệm vụ quá hạn, nhiều nhất là: {units}."
LAGGING_COUNT = "Có {count} đơn vị còn nhiệm vụ quá hạn."
LAGGING_ALL = "Đơn vị còn nhiệm vụ quá hạn: {units}."
LAGGING_UNIT = "{unit} ({count} nhiệm vụ)"
NO_TASKS = "Trong kỳ không có nhiệm vụ phải báo cáo."
STATE_COUNT = "{count} nhiệm vụ {state}"
STATE_COUNT_SHARE = "{count} nhiệm vụ {state} ({share})"
STATES = {
    "done": "đã hoàn thành",
    "in_progress": "đang triển khai",
    "not_started": "chưa triển khai",
    "paused": "tạm dừng",
    "none": "không phát sinh",
    "no_report": "chưa có báo cáo",
}
UNIT_STATES = {
    "done": "{count} đơn vị hoàn thành",
    "in_progress": "{count} đơn vị đang triển khai",
    "not_started": "{count} đơn vị chưa triển khai",
    "paused": "{count} đơn vị tạm dừng",
    "none": "{count} đơn vị không phát sinh",
}
NOTHING_OVERDUE = "Không có nhiệm vụ quá hạn mà chưa hoàn thành."
OVERDUE = "Có {count} nhiệm vụ quá hạn mà chưa hoàn thành."
GROUP_STATE = "Nhóm có {total} nhiệm vụ{priority}: {states}."
GROUP_ALL = "Nhóm có {total} nhiệm vụ{priority}, đều {states}."
GROUP_ONE = "Nhóm có {total} nhiệm vụ{priority}, {states}."
GROUP_PRIORITY = " ({count} nhiệm vụ ưu tiên)"
GROUP_STATES = {
    "done": "đã hoàn thành",
    "in_progress": "đang được triển khai",
    "not_started": "chưa được triển khai",
    "paused": "đang tạm dừng",
    "none": "không phát sinh trong kỳ",
    "no_report": "chưa có báo cáo",
}
GROUP_DONE = "Đã hoàn thành: {tasks}."
GROUP_OVERDUE = "Quá hạn mà chưa hoàn thành: {tasks}."
GROUP_PRIORITY_RESULTS = "Kết quả các nhiệm vụ ưu tiên:"
GROUP_RESULTS = "Kết quả một số nhiệm vụ:"
TASK_LABEL = "{parent} (ý {item})"
TASK_NAMED = "nhiệm vụ {label} “{name}”"
TASK_DUE = "{task} (thời hạn: {deadline})"
TASK_RESULT = "- Nhiệm vụ {label} “{name}”: {results}."
TASK_NO_REPORT = "chưa có báo cáo"
TASK_MANY = "{reported}/{owed} đơn vị đã báo cáo{states}"
TASK_MANY_STATES = ", trong đó {states}"
TASK_EXAMPLE = "; chẳng hạn, {result}"
UNIT_RESULT = "{unit} báo cáo “{result}”{completion}"
UNIT_STATE = "{unit} báo cáo {state}{completion}"
COMPLETION = ", tỷ lệ hoàn thành {share}"
COMPLETED_ON = ", hoàn thành ngày {day}"

# ------------------------------------------------------------------------------- II.2 indicators

NO_INDICATORS = "Kế hoạch không đặt chỉ tiêu định lượng phải báo cáo trong kỳ."
INDICATORS_TOTAL = "Trong {total} chỉ tiêu, {parts} (chi tiết tại Phụ lục II)."
INDICATORS_WITH_DATA = "{count} chỉ tiêu đã có số liệu"
INDICATORS_NO_DATA = "{count} chỉ tiêu chưa có số liệu"
INDICATORS_NO_REPORTER = "{count} chỉ tiêu chưa xác định được đơn vị báo cáo"
INDICATORS_ASSESSED = "So với mục tiêu của năm mục tiêu ({years}), {parts}."
INDICATORS_MET = "{count} chỉ tiêu đã đạt"
INDICATORS_EXCEEDED = "{count} chỉ tiêu đã vượt"
INDICATORS_NOT_MET = "{count} chỉ tiêu chưa đạt"
INDICATORS_UNCLEAR = "{count} chỉ tiêu có số liệu nhưng chưa đánh giá được"
YEAR_ONE = "năm {year}"
YEAR_SPAN = "từ năm {first} đến năm {last}"
NO_INDICATOR_DATA = (
    "Kế hoạch có {total} chỉ tiêu; đến thời điểm tổng hợp, chưa có chỉ tiêu nào có số liệu{parts} "
    "(chi tiết tại Phụ lục II)."
)
NO_INDICATOR_DATA_PARTS = ", trong đó {parts}"
NO_INDICATOR_REPORTERS = (
    "Kế hoạch có {total} chỉ tiêu, đều chưa xác định được đơn vị báo cáo (chi tiết tại Phụ lục II)."
)
INDICATORS_TABLE = "Kết quả các chỉ tiêu đã có số liệu tại Bảng 2."
INDICATORS_PARTIAL = (
    "Số liệu của {count} chỉ tiêu mới được tổng hợp từ một phần số đơn vị phải báo cáo: {items}."
)
INDICATOR_PARTIAL = "chỉ tiêu {number} ({reported}/{owed} đơn vị)"

# ------------------------------------------------------------------------------- II.3 money

NO_MONEY = "Trong kỳ, các đơn vị không báo cáo số liệu kinh phí."
MONEY_TOTAL = "Theo báo cáo của {units} đơn vị, tổng kế hoạch vốn là {planned}; đã giải ngân {disbursed}{rate} (chi tiết tại Phụ lục III)."
MONEY_RATE = ", đạt {share} kế hoạch"
MONEY_SOURCES = "Kinh phí theo nguồn vốn tại Bảng {number}."
MONEY_ONE_SOURCE = "Toàn bộ kinh phí thuộc nguồn {source}."
NO_SOURCE = "Chưa ghi nguồn vốn"

# ------------------------------------------------------------------------------- III. difficulties

NO_DIFFICULTIES = "Trong kỳ, các đơn vị không nêu khó khăn, vướng mắc."
DIFFICULTIES_TOTAL = "Qua tổng hợp, {units} đơn vị nêu {count} nội dung khó khăn, vướng mắc ở {tasks} nhiệm vụ, chủ yếu như sau:"
DIFFICULTIES_ALL = (
    "Qua tổng hợp, {units} đơn vị nêu {count} nội dung khó khăn, vướng mắc ở {tasks} nhiệm vụ, như sau:"
)
DIFFICULTY = "- {text}{cause} ({units}; {tasks})."
DIFFICULTY_CAUSE = "; nguyên nhân: {cause}"
DIFFICULTY_TASKS = "nhiệm vụ {labels}"
DIFFICULTIES_MORE = "{count} nội dung khác của nhóm này tại Phụ lục V."

# ------------------------------------------------------------------------------- IV. outlook

OUTLOOK_INTRO = "Từ kết quả tổng hợp, {agency} tập trung chỉ đạo các nội dung sau:"
OUTLOOK_NOTHING = "Các nhiệm vụ được giao đã hoàn thành; {agency} tiếp tục duy trì kết quả đạt được."
OUTLOOK_NO_TASKS = "{agency} tiếp tục theo dõi, đôn đốc các đơn vị thực hiện và báo cáo theo quy định."
OUTLOOK_OVERDUE = "Đẩy nhanh tiến độ, sớm hoàn thành {count} nhiệm vụ đã quá hạn: {tasks}."
OUTLOOK_DUE = "Tập trung hoàn thành đúng hạn {count} nhiệm vụ có thời hạn đến hết năm {year}: {tasks}."
OUTLOOK_NOT_STARTED = "Khẩn trương triển khai {count} nhiệm vụ chưa triển khai: {tasks}."
OUTLOOK_PAUSED = "Rà soát, tháo gỡ để tiếp tục thực hiện {count} nhiệm vụ đang tạm dừng: {tasks}."
OUTLOOK_IN_PROGRESS = (
    "Tiếp tục thực hiện {count} nhiệm vụ đang triển khai theo thời hạn được giao (Phụ lục I)."
)
OUTLOOK_UNITS = "Đôn đốc {count} đơn vị chưa có báo cáo hợp lệ gửi hoặc hoàn thiện báo cáo: {units}."
OUTLOOK_NO_DATA = "Đôn đốc thu thập số liệu của {count} chỉ tiêu đã có đơn vị báo cáo nhưng chưa có số liệu: chỉ tiêu số {items} (Phụ lục II)."
OUTLOOK_NO_REPORTER = "Giao đơn vị chịu trách nhiệm báo cáo đối với {count} chỉ tiêu chưa xác định được đơn vị báo cáo: chỉ tiêu số {items} (Phụ lục II)."

# ------------------------------------------------------------------------------- V. proposals

NO_PROPOSALS = "Trong kỳ, các đơn vị không có kiến nghị, đề xuất."
PROPOSALS_TOTAL = "Qua tổng hợp, {units} đơn vị có {count} kiến nghị, đề xuất{extent}:"
PROPOSALS_MAINLY = ", chủ yếu như sau"
PROPOSALS_WHOLLY = ", như sau"
PROPOSED_TO = "Kiến nghị với {addressee}"
PROPOSED_TO_NOBODY = "Kiến nghị, đề xuất khác"
PROPOSAL = "- {text} ({units}{tasks})."
PROPOSAL_THEME = "- {theme}: {text} ({units}{tasks})."
THEME_OTHER = "Khác"
PROPOSAL_TASKS = "; nhiệm vụ {labels}"
PROPOSALS_MORE = "{count} kiến nghị, đề xuất khác tại Phụ lục V."

# ------------------------------------------------------------------------------- settings, errors

SETTINGS = {
    "name": "tên cơ quan ban hành ([co-quan] ten)",
    "symbol": "chữ viết tắt tên cơ quan trong số, ký hiệu ([co-quan] ky-hieu)",
    "place": "địa danh ([co-quan] dia-danh)",
    "drafting_unit": "đơn vị soạn thảo ([co-quan] don-vi-soan-thao)",
    "signer_title": "chức vụ người ký ([nguoi-ky] chuc-vu)",
    "signer_name": "họ tên người ký ([nguoi-ky] ho-ten)",
    "recipients": "nơi kính gửi ([bao-cao] kinh-gui)",
}
BAD_LABEL = (
    "Bảng tổng hợp, trang “{sheet}”, cột “{header}”: không hiểu “{value}”. Hãy ghi một trong: {choices}."
)
BAD_NUMBER = "Bảng tổng hợp, trang “{sheet}”, cột “{header}”: “{value}” không phải là số. Hãy sửa ô này rồi lập lại báo cáo."
MISSING_TABLE = "Bảng tổng hợp thiếu trang “{sheet}”. Hãy tổng hợp lại đợt báo cáo rồi lập báo cáo."
NO_OFFICE_PROGRAM = (
    "Chưa tìm thấy LibreOffice để chuyển báo cáo sang PDF. Hãy cài LibreOffice rồi chạy lại, "
    "hoặc mở tệp Word và chọn “Lưu thành PDF”."
)
PDF_FAILED = (
    "LibreOffice không chuyển được “{path}” sang PDF: {reason}. Hãy mở tệp Word và chọn “Lưu thành PDF”."
)
PDF_TOO_LONG = "quá {seconds} giây"
PDF_NO_OUTPUT = "không có tệp kết quả"
PDF_LOCKED = "tệp PDF cũ đang mở ở chương trình khác"

# ------------------------------------------------------------------------------- charts

CHART_CAPTION = "Biểu đồ {number}. {title}"
CHART_SEEN = {
    "progress": "Biểu đồ {number} so sánh các nhóm theo trạng thái nhiệm vụ.",
    "trend": "Kết quả qua các kỳ báo cáo được thể hiện tại Biểu đồ {number}.",
    "targets": "Mức đạt của các chỉ tiêu so với mục tiêu được thể hiện tại Biểu đồ {number}.",
    "money": "Biểu đồ {number} so sánh kế hoạch vốn với số đã giải ngân của từng nguồn.",
}
CHART_PROGRESS = "Trạng thái các nhiệm vụ theo nhóm"
CHART_TARGETS = "Kết quả các chỉ tiêu so với mục tiêu"
CHART_MONEY = "Kế hoạch vốn và giải ngân theo nguồn vốn (trên cột: tỷ lệ giải ngân)"
CHART_TREND = "Kết quả qua các kỳ báo cáo"
CHART_STATES = OVERALL
CHART_TASKS_AXIS = "Số nhiệm vụ"
CHART_TARGETS_AXIS = "Kết quả so với mục tiêu (%)"
CHART_REACHED = "Đạt hoặc vượt"
CHART_NOT_REACHED = "Chưa đạt"
CHART_GOAL = "Mục tiêu (100 %)"
CHART_OF_TARGET = "{value}/{target}"
CHART_MONEY_AXIS = "Triệu đồng"
CHART_PLANNED = "Kế hoạch vốn"
CHART_DISBURSED = "Đã giải ngân"
CHART_RATE = "{share} %"
CHART_TREND_AXIS = "%"
CHART_GROUP = "{code}. {name}"
ALT_PROGRESS = "Biểu đồ thanh ngang: số nhiệm vụ theo trạng thái của từng nhóm. {parts}."
ALT_GROUP = "Nhóm {code}: {states}"
ALT_TARGETS = "Biểu đồ thanh ngang: kết quả của {total} chỉ tiêu có mục tiêu tối thiểu, tính theo phần trăm mục tiêu; {reached} chỉ tiêu đạt hoặc vượt mục tiêu, {missed} chỉ tiêu chưa đạt."
ALT_MONEY = "Biểu đồ cột: kế hoạch vốn và số đã giải ngân theo nguồn vốn, đơn vị triệu đồng. {parts}."
ALT_SOURCE = "{source}: kế hoạch {planned}, đã giải ngân {disbursed}{rate}"
ALT_RATE = " ({share})"
ALT_TREND = "Biểu đồ đường: kết quả qua {count} kỳ báo cáo, đơn vị phần trăm. {parts}."
ALT_LINE = "{name}: {values}"
ALT_POINT = "{period} {share}"

# ------------------------------------------------------------------------------- where figures come from

REFERENCES = (
    "Bảng",
    "Biểu đồ",
    "Biểu số",
    "Phụ lục",
    "Điều",
    "điểm",
    "khoản",
    "Chương",
    "Mục",
    "Phần",
    "Quý",
    "quý",
    "Tháng",
    "tháng",
    "ngày",
)
YEARS = ("năm", "Năm", "giai đoạn")
OWN_WORDS = "nội dung trích từ bảng tổng hợp"
GIVEN_BY = {"plan": "danh mục nhiệm vụ của kế hoạch", "round": "tệp dot-bao-cao.toml của đợt báo cáo"}
SOURCES = {
    "cell": "trang “{sheet}”, ô {cells}",
    "sum": "cộng trang “{sheet}”, {cells}{scope}",
    "count": "đếm dòng trang “{sheet}”, {cells}{scope}",
    "distinct": "đếm giá trị khác nhau trang “{sheet}”, {cells}{scope}",
}
SOURCE_SHARE = "tỷ lệ phần trăm giữa: {parts}"
SOURCE_TOTAL = "tổng của: {parts}"
SOURCE_WHERE = " ({scope})"
SOURCE_SCOPE = "{header}: {labels}"
SOURCE_NO_ROW = "không có dòng nào"
SOURCE_MORE = "{cells} và {count} ô khác"
SOURCE_OTHERS = "{names} và {count} mục khác"
SOURCE_UNITS = "Đơn vị: {units}."
SOURCE_FILES = "Đơn vị: {units}. Tệp: {files}."
COMMENT = "Nguồn: {source}."
COMMENT_AUTHOR = "tonghop"
COMMENT_INITIALS = "TH"
FIGURE_DIFFERS = (
    "Báo cáo ghi “{found}” nhưng theo bảng tổng hợp phải là “{wanted}” ({place}), tại đoạn “{context}”. "
    "Chưa lưu báo cáo. Hãy lập lại báo cáo từ bảng tổng hợp mới nhất; nếu đã sửa mẫu Word, hãy giữ nguyên các thẻ số liệu."
)
MASTER_CHANGED = "Bảng tổng hợp, trang “{sheet}”, vừa thay đổi trong khi lập báo cáo. Chưa lưu báo cáo. Hãy lập lại báo cáo."
FIGURE_UNKNOWN = (
    "Số “{found}” tại đoạn “{context}” không có nguồn trong bảng tổng hợp. Chưa lưu báo cáo. "
    "Hãy bỏ số này khỏi mẫu Word hoặc lời văn mẫu, hoặc thay bằng thẻ số liệu."
)
