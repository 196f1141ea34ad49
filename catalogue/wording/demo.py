"""Invented answers for a trial round; every text says that it is invented."""

MARK = "[Giả định] "

CONTACT = MARK + "Nguyễn Văn A"
PHONE = MARK + "0900 000 000"
EMAIL = "gia.dinh@example.vn"
APPROVER = MARK + "Trần Thị B, lãnh đạo đơn vị"

FILE_NAME = "{unit} - báo cáo {period}.xlsx"
CORRECTED_FILE_NAME = "{unit} - báo cáo {period} (gửi lại).xlsx"
STRAY_FILE_NAME = "Công văn gửi kèm (bản quét).pdf"

DONE = (
    MARK + "Đã hoàn thành theo kế hoạch; sản phẩm đã được nghiệm thu và đưa vào sử dụng.",
    MARK + "Đã hoàn thành, đã ban hành văn bản và tổ chức triển khai đến các đơn vị có liên quan.",
    MARK + "Đã tổ chức xong các nội dung được giao, kết quả đạt yêu cầu đề ra trong kỳ.",
)
IN_PROGRESS = (
    MARK + "Đã ban hành kế hoạch triển khai, phân công đơn vị đầu mối; đang thực hiện các bước tiếp theo.",
    MARK + "Đã khảo sát, lập hồ sơ; đang lấy ý kiến các đơn vị liên quan.",
    MARK + "Đang thực hiện theo tiến độ; đã hoàn thành khâu chuẩn bị và một phần khối lượng.",
    MARK + "Đã tổ chức 03 hội nghị, phát 1.200 tờ rơi; tiếp tục thực hiện trong thời gian tới.",
)
# Every task has a text of its own: the same words for several tasks would be a warning.
OF_TASK = "{text} (Việc thứ {number} của đơn vị)"
DOCUMENTS = (MARK + "Kế hoạch số …/KH năm 2026", MARK + "Báo cáo kết quả năm 2026", "")
DIFFICULTIES = (
    MARK + "Kinh phí bố trí chậm so với tiến độ.",
    MARK + "Chưa có hướng dẫn kỹ thuật thống nhất.",
    MARK + "Nhân lực chuyên trách còn thiếu.",
    "",
    "",
    "",
)
CAUSES = (
    MARK + "Chờ điều chỉnh quy hoạch có liên quan.",
    MARK + "Chưa được bố trí nguồn vốn trong năm.",
)
TASK_PROPOSALS = (MARK + "Đề nghị bố trí bổ sung kinh phí năm sau.", "", "", "")
SOURCES = (MARK + "Số liệu quản lý chuyên ngành của đơn vị", MARK + "Báo cáo của các đơn vị trực thuộc")

PROPOSALS = {
    "policy": MARK + "Sớm ban hành hướng dẫn áp dụng thống nhất trên địa bàn.",
    "funding": MARK + "Bố trí kinh phí sự nghiệp để thực hiện nhiệm vụ được giao.",
    "people": MARK + "Bổ sung, tập huấn nhân lực chuyên trách.",
    "technology": MARK + "Hỗ trợ phần mềm, thiết bị phục vụ theo dõi, thống kê.",
    "coordination": MARK + "Có cơ chế phối hợp, chia sẻ số liệu giữa các đơn vị.",
}
ADDRESSEES = ("Ủy ban nhân dân cấp tỉnh", "Sở Tài chính", "")

# What people mistype, for the submissions that must be sent back.
ABOUT_A_NUMBER = "khoảng 50%"
NOT_A_NUMBER = "chưa tính được"
NO_ANSWER = "-"
AMBIGUOUS_NUMBER = "12.5"
NOT_A_CHOICE = "sắp xong rồi"
NOT_A_DAY = "cuối năm"
MONTH_FIRST = "11/{day}/{year}"

# What people write in their own way and the program understands.
PER_CENT = "45 %"
NO_DIFFICULTY = "Không có"
A_MONTH = "Tháng {month}/{year}"
