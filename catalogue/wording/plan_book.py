"""Words of a plan's workbook: its sheets, its guide, what can be wrong in it, and its two commands."""

from enum import Enum

from catalogue.wording.findings import Severity, Wording

SHEETS = {
    "about": "Kế hoạch",
    "groups": "Nhóm nhiệm vụ",
    "tasks": "Nhiệm vụ",
    "indicators": "Chỉ tiêu",
    "mentions": "Cơ quan",
    "calendar": "Lịch báo cáo",
    "priorities": "Ưu tiên",
    "guide": "Hướng dẫn",
}
TITLES = {
    "about": "THÔNG TIN CHUNG CỦA KẾ HOẠCH",
    "groups": "NHÓM NHIỆM VỤ",
    "tasks": "NHIỆM VỤ",
    "indicators": "CHỈ TIÊU",
    "mentions": "CƠ QUAN THỰC HIỆN TỪNG NHIỆM VỤ",
    "calendar": "LỊCH BÁO CÁO DO VĂN BẢN ĐẶT RA",
    "priorities": "NỘI DUNG ƯU TIÊN CÓ CÂU CHỮ RIÊNG",
    "guide": "HƯỚNG DẪN SOẠN KẾ HOẠCH",
}
BOOK_TITLE = "Kế hoạch để nhập vào danh mục"
ABOUT_COLUMNS = {"label": "Mục", "value": "Nội dung", "prompt": "Cách ghi"}
REQUIRED_MARK = " *"
ROW_COUNT = "{count} dòng. Cột có dấu * phải ghi. Chọn một ô để xem cách ghi của cột."
ABOUT_HINT = "Mục có dấu * phải ghi. Cách soạn và nhập lại: xem trang Hướng dẫn."
GUESSES = (
    "Có {count} chỗ do máy đoán, được tô màu và có ghi chú ở ô: {places}. Hãy đối chiếu với văn bản gốc."
)
GUESSES_OF_SHEET = "{sheet} {count}"
CHOICE_ERROR = "Hãy chọn một mục trong danh sách thả xuống của ô này."
ERROR_TITLE = "Chưa đúng quy cách"
TOO_LONG = "Trang “{sheet}”, cột “{header}”: một ô dài {length} ký tự, Excel chỉ chứa được {limit}. Hãy rút gọn nội dung này."

GUIDE_HOW_HEADING = "1. Cách soạn"
GUIDE_HOW = (
    (
        "Nguyên văn",
        "Tên nhiệm vụ, sản phẩm, thời hạn, cơ quan chép đúng chữ của văn bản. Chỗ nghi in nhầm giữ nguyên và ghi ở cột Ghi chú.",
    ),
    (
        "Mã",
        "Mã nhóm, mã nhiệm vụ, mã chỉ tiêu để máy nối các trang với nhau: mỗi mã dùng một lần, ghi giống nhau ở mọi trang. Mọi ô để dạng chữ, để “1.10” không thành 1.1 và “06” không thành 6.",
    ),
    (
        "Thêm, bớt dòng",
        "Chèn hoặc xóa cả dòng. Ở trang Kế hoạch, mục có nhiều dòng (căn cứ, nơi nhận, ghi chú) thì chèn dòng ngay dưới và để trống cột Mục.",
    ),
    ("Ngày", "Ghi năm-tháng-ngày, ví dụ 2026-12-31; ghi 31/12/2026 cũng được."),
    (
        "Số",
        "Chỉ ghi chữ số; phần lẻ sau dấu chấm hoặc dấu phẩy, ví dụ 43.5; không ngăn hàng nghìn: 22000, không ghi 22.000.",
    ),
    (
        "Cơ quan",
        "Trang Nhiệm vụ chép nguyên văn cả ô. Trang Cơ quan tách ô ấy ra, mỗi cơ quan một dòng, đúng chữ như trong ô.",
    ),
    ("Ô tô màu", "Chỗ máy đoán khi lập bản nháp; ghi chú của ô nói vì sao. Đúng thì để nguyên, sai thì sửa."),
    (
        "Giữ nguyên",
        "Không xóa trang, cột; không bỏ dòng 1 và cột A đang ẩn. Được sắp xếp, lọc, đổi độ rộng, in.",
    ),
    (
        "Nhập lại",
        "Lưu tệp rồi chạy “tonghop plan import TỆP.xlsx --into THƯ-MỤC”. Có lỗi thì chương trình nêu từng ô và không ghi gì.",
    ),
)
GUIDE_CHOICES_HEADING = "2. Các danh sách chọn"
GUIDE_CHOICES = {
    "plan_kind": "Loại văn bản",
    "role": "Vai trò của cơ quan",
    "calendar_kind": "Loại báo cáo",
    "measure": "Loại chỉ tiêu",
    "direction": "Cách so với mục tiêu",
    "across": "Gộp giữa các đơn vị",
    "over_time": "Gộp theo thời gian",
}


class PlanCode(Enum):
    """What can be wrong in a plan's workbook; codes are never reused or renumbered."""

    P101 = Wording(
        "Không đọc được tệp",
        "Không đọc được tệp “{file}” như một bảng tính .xlsx. Hãy mở tệp, lưu lại dạng Excel (.xlsx) không đặt mật khẩu rồi nhập lại.",
    )
    P102 = Wording(
        "Thiếu trang tính",
        "Thiếu trang “{sheet}”. Hãy xuất lại kế hoạch để lấy trang này, hoặc đổi tên trang về đúng “{sheet}”.",
    )
    P103 = Wording(
        "Thiếu cột",
        "Trang “{sheet}” thiếu cột “{header}”. Hãy thêm lại cột với đúng tên này; cột không có nội dung thì để trống.",
    )
    P104 = Wording("Chưa ghi", "Chưa ghi “{header}”. Hãy ghi ô này.")
    P105 = Wording(
        "Không có trong danh sách",
        "“{value}” không có trong danh sách của “{header}”. Hãy chọn: {choices}.",
    )
    P106 = Wording(
        "Không phải số nguyên",
        "“{value}” ở “{header}” không phải là số nguyên. Hãy chỉ ghi chữ số, ví dụ 12.",
    )
    P107 = Wording(
        "Không phải năm", "“{value}” ở “{header}” không phải là một năm. Hãy ghi bốn chữ số, ví dụ 2030."
    )
    P108 = Wording(
        "Không phải số",
        "“{value}” ở “{header}” không phải là số. Hãy chỉ ghi số, ví dụ 43.5; giải thích thì ghi ở cột ghi chú.",
    )
    P109 = Wording(
        "Số chưa rõ",
        "Số “{value}” ở “{header}” có thể hiểu theo nhiều cách. Hãy bỏ dấu ngăn hàng nghìn (22000), hoặc thêm một chữ số 0 vào phần lẻ (1.2340).",
    )
    P110 = Wording(
        "Không phải ngày",
        "“{value}” ở “{header}” không phải là một ngày. Hãy ghi năm-tháng-ngày, ví dụ 2026-12-31.",
    )
    P111 = Wording(
        "Không phải hạn báo cáo",
        "“{value}” ở “{header}” không phải là hạn báo cáo. Hãy ghi tháng-ngày cho hạn hằng năm (12-10), hoặc năm-tháng-ngày cho hạn một lần (2030-12-10).",
    )
    P112 = Wording(
        "Excel đã đổi thành số hoặc ngày",
        "Ô “{header}” đang là {value} dạng số hoặc ngày, có thể Excel đã tự đổi. Hãy định dạng ô là Text rồi ghi lại đúng như trong văn bản.",
    )
    P113 = Wording(
        "Ô báo lỗi", "Ô “{header}” đang báo lỗi {value}. Hãy xóa công thức và ghi trực tiếp nội dung."
    )
    P114 = Wording(
        "Mã chưa đúng cách viết",
        "“{value}” ở “{header}” chưa đúng cách viết. Hãy chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ hp-2026-chuyen-doi-xanh.",
    )
    P115 = Wording(
        "Mã lặp", "“{value}” ở “{header}” đã dùng ở ô {other}. Hãy đặt mã khác hoặc xóa dòng thừa."
    )
    P116 = Wording(
        "Mã không tồn tại",
        "“{value}” ở “{header}” không có trong trang “{other}”. Hãy sửa mã này, hoặc thêm dòng mang mã này ở trang “{other}”.",
    )
    P117 = Wording(
        "Cấp trên, cấp dưới vòng tròn",
        "“{value}” ở “{header}” làm dòng này thành cấp trên của chính nó. Hãy sửa lại mã cấp trên.",
    )
    P118 = Wording(
        "Cơ quan không có trong ô của nhiệm vụ",
        "“{value}” không có trong ô “{header}” của nhiệm vụ {task} ở trang “{other}”. Hãy ghi đúng chữ như trong ô ấy, hoặc sửa lại vai trò.",
    )
    P119 = Wording(
        "Số đếm không khớp",
        "“{header}” ghi {value} nhưng trang “{other}” có {counted}. Hãy đối chiếu với văn bản gốc; văn bản không nêu con số thì để trống.",
    )
    P120 = Wording(
        "Mục lạ",
        "Trang “{sheet}” có mục “{value}” chưa rõ là mục nào. Hãy ghi đúng tên mục như tệp đã xuất, hoặc xóa dòng này.",
    )
    P121 = Wording("Mục lặp", "Mục “{header}” đã ghi ở ô {other}. Hãy giữ một dòng và xóa dòng thừa.")
    P122 = Wording(
        "Nội dung ngoài bảng",
        "“{value}” nằm ngoài các cột của bảng nên không được nhập. Hãy chuyển nội dung này vào cột Ghi chú nếu cần giữ.",
        Severity.WARNING,
    )
    P123 = Wording(
        "Đến trước từ",
        "“{header}” là {value}, trước {other}. Hãy kiểm tra lại hai ô.",
    )
    P124 = Wording(
        "Kế hoạch có sẵn",
        "Kế hoạch “{value}” là kế hoạch có sẵn của chương trình nên danh mục bổ sung không thay được. Hãy đặt mã khác, ví dụ {value}-sua-doi.",
    )
    P125 = Wording("Kế hoạch tự mâu thuẫn", "{reason}")
    P126 = Wording(
        "Chưa có danh mục đơn vị",
        "Chưa có danh mục đơn vị “{value}”. Hãy kiểm tra lại mã; nếu là tỉnh, thành phố mới thì thêm danh mục này trước khi phát hành biểu mẫu.",
        Severity.WARNING,
    )


EXPORT_HELP = "Xuất một kế hoạch thành sổ Excel để xem và sửa."
IMPORT_HELP = "Nhập kế hoạch từ sổ Excel vào danh mục bổ sung; có lỗi thì nêu từng ô và không ghi gì."
EXPORT_FILE = "Tệp .xlsx sẽ ghi."
IMPORT_FILE = "Tệp .xlsx cần nhập."
INTO_OPTION = "Thư mục danh mục để ghi kế hoạch vào; không nêu thì dùng thư mục của --catalogue."
EXPORT_DONE = "Đã xuất kế hoạch “{plan}” vào “{path}”: {groups} nhóm, {tasks} nhiệm vụ, {indicators} chỉ tiêu, {mentions} dòng cơ quan."
IMPORT_DONE = "Đã nhập kế hoạch “{plan}” vào “{folder}”: {groups} nhóm, {tasks} nhiệm vụ, {indicators} chỉ tiêu, {mentions} dòng cơ quan."
IMPORT_NEXT = 'Để dùng kế hoạch này, thêm --catalogue "{folder}" ngay sau chữ tonghop. Nên xem lại bằng lệnh: tonghop --catalogue "{folder}" plan lint {plan}'
IMPORT_REFUSED = "Tệp “{file}” có {count} lỗi nên chưa nhập gì. Hãy sửa các ô nêu trên rồi nhập lại."
IMPORT_WHERE = (
    "Chưa biết ghi kế hoạch vào đâu. Hãy thêm --into THƯ-MỤC, hoặc đặt --catalogue THƯ-MỤC trước lệnh."
)
NO_FOLDER = "Không có thư mục “{folder}” để ghi tệp. Hãy tạo thư mục hoặc chọn nơi khác."
LOCKED = "Không ghi được “{path}”. Hãy đóng tệp trong Excel, hoặc chọn nơi khác, rồi thử lại."
