"""What a file that came back is called, by the name of its kind, and what to do where none can be read."""

KINDS = {
    "xlsx": "Excel (.xlsx)",
    "xlsm": "Excel có macro (.xlsm)",
    "xlsb": "Excel nhị phân (.xlsb)",
    "xls": "Excel 97-2003 (.xls)",
    "ods": "bảng tính OpenDocument (.ods)",
    "empty": "tệp trống",
    "protected": "tệp có mật khẩu",
    "damaged": "tệp hỏng",
    "unsafe": "tệp quá lớn",
    "zip": "tệp nén (.zip)",
    "rar": "tệp nén (.rar)",
    "7z": "tệp nén (.7z)",
    "gzip": "tệp nén (.gz)",
    "pdf": "tệp PDF",
    "picture": "hình ảnh",
    "video": "tệp phim, âm thanh",
    "word": "văn bản Word",
    "slides": "bản trình chiếu",
    "writer": "văn bản OpenDocument",
    "numbers": "bảng tính Numbers của Apple",
    "email": "thư điện tử",
    "office": "tệp văn phòng loại khác",
    "html": "trang HTML",
    "xml": "tệp XML",
    "csv": "tệp CSV",
    "text": "tệp văn bản",
}

NO_WORKERS = (
    "Các tiến trình đọc tệp bị dừng trước khi đọc được tệp nào, đã khởi động lại mà vẫn vậy; thường do phần mềm diệt "
    "vi-rút chặn chương trình hoặc máy hết bộ nhớ. Hãy đóng bớt chương trình khác, cho phép tonghop trong phần mềm diệt "
    "vi-rút rồi chạy lại. Dữ liệu của đợt báo cáo không bị thay đổi."
)
