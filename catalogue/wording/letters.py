"""Words of official letters (công văn), of the report in the Party's format, and of text blocks.

Templates are `str.format` templates; `{unit}` is the agency's name, `{agency}` the office that writes.
"""

# ------------------------------------------------------------------------------------ the frame of a letter

LETTER = "Công văn"
NUMBER = "Số:        /{symbol}-{unit}"
SUBJECT = "V/v {subject}"
APPENDIX = "Phụ lục"
ATTACHED = "(Kèm theo Công văn số         /{symbol}-{unit} ngày     tháng     năm {year} của {agency})"
BLANK = "……………"
BLANK_DAY = "……/……/{year}"
THOSE_LISTED = "Các cơ quan, đơn vị có tên trong Phụ lục kèm theo"
PLAN_CITED = "{plan} (số {number} của {issuer})"
PLAN_CITED_WITHOUT_NUMBER = "{plan} của {issuer}"
NUMBERED = "{number}. {text}"
DASHED = "- {text}"
END_OF_ITEM = ";"
END_OF_LIST = "."

# ------------------------------------------------------------------------------------ forms

FORMS_SUBJECT = "gửi biểu mẫu báo cáo {period} thực hiện {plan}"
FORMS_LIST = "DANH SÁCH BIỂU MẪU GỬI CÁC CƠ QUAN, ĐƠN VỊ"
FORMS_TABLE = ("STT", "Cơ quan, đơn vị", "Số nhiệm vụ báo cáo", "Số chỉ tiêu báo cáo", "Tệp biểu mẫu")
FORMS_OPENING = (
    "Thực hiện {plan}, {agency} gửi các cơ quan, đơn vị biểu mẫu báo cáo kết quả thực hiện {period}; số liệu tính "
    "từ ngày {start} đến hết ngày {end}. Mỗi cơ quan, đơn vị có một tệp biểu mẫu riêng đã ghi sẵn nhiệm vụ, chỉ "
    "tiêu phải báo cáo (danh sách tại Phụ lục kèm theo)."
)
FORMS_ASKED = "{agency} đề nghị các cơ quan, đơn vị thực hiện các nội dung sau:"
FORMS_POINTS = (
    "Điền kết quả vào đúng tệp biểu mẫu mang tên cơ quan, đơn vị mình, tại các ô dành để nhập; không thêm, bớt trang tính, cột, không sửa nội dung đã ghi sẵn.",
    "Trước khi gửi, xem phần tự kiểm tra trong biểu mẫu và sửa hết các nội dung được báo chưa đúng.",
    "Gửi tệp Excel đã điền về {contact} chậm nhất ngày {due}.",
    "Báo cáo còn sai sót được trả lại kèm chú thích tại từng ô; cơ quan, đơn vị sửa trên bản trả lại và gửi lại.",
)
FORMS_CLOSING = "{agency} đề nghị các cơ quan, đơn vị quan tâm, phối hợp thực hiện./."

# ------------------------------------------------------------------------------------ reminders

REMIND_SUBJECT = "đôn đốc gửi báo cáo {period} thực hiện {plan}"
CORRECT_SUBJECT = "hoàn thiện báo cáo {period} thực hiện {plan}"
RETURN_SUBJECT = "trả lại báo cáo {period} thực hiện {plan} để hoàn thiện"
REMIND_BOTH_SUBJECT = "đôn đốc gửi, hoàn thiện báo cáo {period} thực hiện {plan}"
REMIND_OPENING = (
    "Thực hiện {plan}, {agency} đã gửi biểu mẫu báo cáo kết quả thực hiện {period} đến các cơ quan, đơn vị; hạn "
    "gửi báo cáo là ngày {deadline}."
)
REMIND_MISSING = "Đến nay, {agency} chưa nhận được báo cáo của {unit}."
REMIND_OWED = "Theo biểu mẫu (tệp {file}), {unit} phải báo cáo {owed}."
OWED_TASKS = "{count} nhiệm vụ"
OWED_INDICATORS = "{count} chỉ tiêu"
REMIND_RETURNED = (
    "Ngày {received}, {agency} nhận được báo cáo của {unit} (tệp “{file}”). Qua kiểm tra, báo cáo còn {errors} lỗi "
    "nên chưa được tổng hợp, cụ thể:"
)
REMIND_WAITING = (
    "Ngày {received}, {agency} nhận được báo cáo gửi lại của {unit} (tệp “{file}”). Qua kiểm tra, báo cáo này còn "
    "{errors} lỗi nên chưa được dùng; số liệu đang tổng hợp là của báo cáo gửi trước đó (tệp “{current}”). Các lỗi "
    "cụ thể:"
)
ERROR_AT = "Trang “{sheet}”, ô {cell}: {message}"
ERROR_ON_SHEET = "Trang “{sheet}”: {message}"
ERROR_IN_FILE = "Cả tệp: {message}"
REMIND_MARKED_ONE = "Lỗi này được chú thích tại đúng ô trong bản trả lại kèm theo Công văn này (tệp {file})."
REMIND_MARKED = (
    "Tất cả các lỗi được chú thích tại từng ô trong bản trả lại kèm theo Công văn này (tệp {file})."
)
REMIND_MARKED_MORE = "Còn {count} lỗi khác; tất cả các lỗi được chú thích tại từng ô trong bản trả lại kèm theo Công văn này (tệp {file})."
ASK_MISSING = (
    "{agency} đề nghị {unit} khẩn trương hoàn thành báo cáo, gửi về {contact} chậm nhất ngày {due}; nếu có khó "
    "khăn, vướng mắc, kịp thời thông tin về {agency}./."
)
ASK_CORRECTED = (
    "{agency} đề nghị {unit} sửa trên bản trả lại, gửi lại về {contact} chậm nhất ngày {due}; nếu có khó khăn, "
    "vướng mắc, kịp thời thông tin về {agency}./."
)
REMIND_COUNTS = "Đến nay, {parts} (danh sách và nội dung cụ thể tại Phụ lục kèm theo), trên tổng số {owing} đơn vị phải báo cáo."
COUNT_MISSING = "{count} đơn vị chưa gửi báo cáo"
COUNT_RETURNED = "{count} đơn vị có báo cáo phải hoàn thiện"
ASK_ALL = (
    "{agency} đề nghị các cơ quan, đơn vị khẩn trương gửi, hoàn thiện báo cáo, gửi về {contact} chậm nhất ngày "
    "{due}; nếu có khó khăn, vướng mắc, kịp thời thông tin về {agency}./."
)
REMINDED_LIST = "DANH SÁCH CƠ QUAN, ĐƠN VỊ CẦN GỬI, HOÀN THIỆN BÁO CÁO"
REMINDED_TABLE = ("STT", "Cơ quan, đơn vị", "Tình trạng", "Nội dung cần thực hiện")
STATE_MISSING = "Chưa gửi báo cáo"
STATE_RETURNED = "Báo cáo nhận ngày {received} còn {errors} lỗi, chưa được tổng hợp"
STATE_WAITING = "Báo cáo gửi lại ngày {received} còn {errors} lỗi; đang dùng báo cáo gửi trước đó"
DO_REPORT = "Báo cáo {owed}"
DO_CORRECT = "Sửa các lỗi: {errors}"
AND_MORE = "{errors}; và {count} lỗi khác"

# ------------------------------------------------------------------------------------ sending the report

SEND_SUBJECT = "gửi Báo cáo {subject}"
SEND_OPENING = (
    "Thực hiện {plan}, {agency} gửi {recipients} Báo cáo {subject} cùng các Phụ lục kèm theo Báo cáo."
)
SEND_BASIS = (
    "Báo cáo được tổng hợp từ báo cáo hợp lệ của {accepted}/{total} đơn vị phải báo cáo, số liệu tính từ ngày "
    "{start} đến hết ngày {end}."
)
SEND_CLOSING = "{agency} kính gửi {recipients} xem xét./."

# ------------------------------------------------------------------------------------ settings, commands

SETTINGS = {
    "name": "tên cơ quan ban hành ([co-quan] ten)",
    "symbol": "chữ viết tắt tên cơ quan trong số, ký hiệu ([co-quan] ky-hieu)",
    "place": "địa danh ([co-quan] dia-danh)",
    "drafting_unit": "đơn vị soạn thảo ([co-quan] don-vi-soan-thao)",
    "contact": "nơi nhận biểu mẫu ([co-quan] noi-nhan-bieu-mau)",
    "signer_title": "chức vụ người ký ([nguoi-ky] chuc-vu)",
    "signer_name": "họ tên người ký ([nguoi-ky] ho-ten)",
}
NO_NEW_DAY = "ngày phải gửi (--until)"
REMIND_HELP = "Lập công văn đôn đốc các đơn vị chưa gửi hoặc phải hoàn thiện báo cáo vào thư mục don-doc."
UNTIL_OPTION = "Ngày chậm nhất phải gửi ghi trong công văn, năm-tháng-ngày; mặc định là hạn nộp nếu chưa qua."
ONE_LETTER_OPTION = "Một công văn chung kèm danh sách, thay cho mỗi đơn vị một công văn."
REMIND_NOBODY = "Tất cả đơn vị phải báo cáo đã có báo cáo hợp lệ; không có gì phải đôn đốc."
REMIND_DONE = "Đã lập {count} công văn đôn đốc {units} đơn vị tại “{folder}”."
REMIND_PRINT = "Tệp “{path}” gồm tất cả các công văn, để in một lần."
LETTER_BLANKS = "Các mục chưa có thông tin, để trống trong công văn: {names}. Có thể điền trong tệp dot-bao-cao.toml rồi lập lại."
ISSUE_LETTER = "Đã lập công văn gửi biểu mẫu “{letter}” và tệp nén tất cả biểu mẫu “{archive}”."
REPORT_LETTER_OPTION = "Lập thêm công văn gửi báo cáo."
REPORT_LETTER_DONE = "Đã lập công văn gửi báo cáo “{path}”."
PARTY_DONE = "Đã lập báo cáo theo thể thức văn bản của Đảng “{path}”."
PARTY_BLANKS = "Các mục chưa có thông tin, để trống trong báo cáo của Đảng: {names}. Có thể điền trong tệp dot-bao-cao.toml rồi lập lại."
NOT_CLEAN = "Lưu ý: “{file}” chưa đúng thể thức ({errors} lỗi, {warnings} cảnh báo). Xem từng chỗ bằng lệnh “tonghop lint-docx”."
DEMO_COVERING = "Công văn gửi biểu mẫu"
DEMO_RETURN_LETTERS = "Công văn kèm bản trả lại"
DEMO_REMINDERS = "Công văn đôn đốc"
COVERING_FILE = "cong-van-phat-hanh.docx"
FORMS_ARCHIVE = "bieu-mau.zip"
REMINDER_FILE = "Don-doc_{stem}.docx"
REMINDER_FOR_ALL_FILE = "cong-van-don-doc.docx"
PRINT_FILE = "in-tat-ca.docx"
RETURNED_LETTERS = "Kèm theo mỗi bản trả lại là một công văn (tệp .docx cùng tên); tệp “{path}” gồm tất cả các công văn, để in một lần."
REPORT_LETTER_FILE = "cong-van-gui-bao-cao.docx"

# ------------------------------------------------------------------------------------ the Party's format

NATION = "ĐẢNG CỘNG SẢN VIỆT NAM"
STAR = "*"
HYPHENS = "-----"
APPENDICES_ATTACHED = "Số liệu, nội dung chi tiết tại Phụ lục 1, Phụ lục 2, Phụ lục 3, Phụ lục 4 và Phụ lục 5 kèm theo Báo cáo này."
PARTY_WORDS = {
    "NUMBER": "Số        -BC/{symbol}",
    "SUBJECT": "kết quả {period} thực hiện {plan}",
    "ADDRESSED_TO_ONE": "{name}",
    "ITEM": "- {text},",
    "FILED": "Lưu {unit}",
    "ATTACHED": "(Kèm theo Báo cáo số         -BC/{symbol}, ngày     tháng     năm {year} của {agency})",
}
"""Words of the report that a Party document words otherwise, by their name there."""
APPENDIX_CITED = r"(?<=Phụ lục )[IVX]+(?:(?:, | và )[IVX]+)*\b"
PARTY_SETTINGS = {
    "name": "tên cơ quan ban hành ([bao-cao-dang] ten)",
    "symbol": "chữ viết tắt tên cơ quan ([bao-cao-dang] ky-hieu)",
    "place": "địa danh ([bao-cao-dang] dia-danh)",
    "drafting_unit": "nơi lưu ([bao-cao-dang] noi-luu)",
    "signer_title": "chức vụ người ký ([bao-cao-dang] chuc-vu)",
    "signer_name": "họ tên người ký ([bao-cao-dang] ho-ten)",
    "recipients": "nơi kính gửi ([bao-cao-dang] kinh-gui)",
}

# ------------------------------------------------------------------------------------ the office's template

TEMPLATE_OPTION = "Tệp mẫu Word của cơ quan, thay cho mẫu của phần mềm."
PARTY_TEMPLATE_OPTION = "Tệp mẫu Word của báo cáo theo thể thức văn bản của Đảng, thay cho mẫu của phần mềm."
TEMPLATE_PROFILE_OPTION = (
    "Mẫu nào được ghi ra với --export-template: nd30 (văn bản hành chính) hoặc dang (văn bản của Đảng)."
)
EXPORT_TEMPLATE_OPTION = "Ghi mẫu Word kèm các khối lời văn ra tệp để sửa trong Word, rồi thôi."
TEMPLATE_EXPORTED = (
    "Đã ghi mẫu báo cáo “{path}”. Hãy mở bằng Word để sửa lời văn, rồi lập báo cáo với {option} “{path}”."
)
TEMPLATE_EXISTS = "Tệp “{path}” đã có. Hãy chọn tên khác để không ghi đè mẫu đang dùng."
BAD_TEMPLATE = "Mẫu “{file}” chưa dùng được:\n{problems}"
PROBLEM_AT = "- {place}: {problem}"
MORE_PROBLEMS = "- … và {count} chỗ khác."
IN_BODY = "đoạn “{words}”"
IN_CELL = "bảng {table}, dòng {row}, ô {cell}: “{words}”"
IN_PART = "{part}, đoạn “{words}”"
PARTS = {"header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích cuối trang"}
PART_PROPERTY = "thuộc tính {name} của tệp"
UNCLOSED_TAG = "thẻ “{tag}” chưa đóng. Thẻ phải viết đủ {{{{ … }}}} hoặc {{% … %}} trong cùng một đoạn."
UNOPENED_TAG = "có dấu “{mark}” thừa. Thẻ phải viết đủ {{{{ … }}}} hoặc {{% … %}} trong cùng một đoạn."
BROKEN_TAG = "thẻ “{tag}” viết sai quy cách."
UNKNOWN_TAG = "thẻ “{tag}” không có trong báo cáo: không hiểu “{name}”."
FORBIDDEN_TAG = "thẻ “{tag}” không được dùng trong mẫu."
NOT_A_LIST = "thẻ “{tag}”: “{name}” không phải là danh sách."
NOT_A_TEXT = "thẻ “{tag}”: “{name}” là danh sách hoặc bảng, không in được thành chữ."
UNCLOSED_BLOCK = "thẻ “{tag}” thiếu thẻ kết thúc “{end}”."
UNEXPECTED_END = "thẻ “{tag}” không có thẻ mở đầu tương ứng."
CROSSED_END = "thẻ “{tag}” kết thúc sai chỗ: phải đóng “{opened}” trước."
TEMPLATE_FAILED = "có thẻ không điền được ({reason}). Hãy xem lại các thẻ vừa sửa."

FIRST_BLOCK, AFTER_BLOCKS = "AND", "SETTINGS"
"""Text blocks are the words of the report from the one to before the other, as they stand there."""
NO_BLOCKS = frozenset({"PER_CENT", "OUT_OF", "NUMBERED", "THEME_OTHER"})
"""Not among them: signs, and words of the data."""
BLOCKS_TITLE = "KHỐI LỜI VĂN"
BLOCKS_GUIDE = (
    "Bảng dưới đây là các câu mà phần mềm ghép thành lời văn báo cáo. Có thể sửa cột “Lời văn”. Chữ trong ngoặc nhọn, "
    "ví dụ {total}, là chỗ phần mềm điền số liệu: giữ nguyên, có thể bỏ bớt hoặc đổi chỗ. Không sửa cột “Mã khối”. "
    "Phần này không in trong báo cáo."
)
BLOCKS_TABLE = ("Mã khối", "Lời văn")
IN_BLOCK = "khối lời văn {code}"
UNKNOWN_BLOCK = "không có khối nào mang mã này. Hãy ghi lại đúng mã."
REPEATED_BLOCK = "mã này có ở nhiều dòng. Hãy giữ một dòng."
BROKEN_BLOCK = "dấu ngoặc nhọn chưa đủ cặp. Viết {{tên}} ở chỗ điền số liệu."
UNKNOWN_BLANK = "không hiểu “{{{name}}}”. Các chỗ điền dùng được ở khối này: {known}."
NO_BLANKS = "không có"
