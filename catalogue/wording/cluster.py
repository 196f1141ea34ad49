"""Words about reading on a cluster of several machines."""

OPTION = (
    "Đọc và kiểm tra bản nộp trên cụm máy Dask tại địa chỉ này (ví dụ tcp://10.0.0.5:8786); "
    "nội dung tệp được gửi tới cụm máy."
)
NOT_INSTALLED = (
    "Máy này chưa cài phần mềm để dùng cụm máy. Hãy chạy “python -m pip install distributed” rồi thử lại, "
    "hoặc bỏ tùy chọn --cluster để đọc trên máy này."
)
UNREACHABLE = (
    "Không kết nối được cụm máy tại “{address}”. Hãy kiểm tra địa chỉ và bộ điều phối (dask scheduler) đang "
    "chạy, hoặc bỏ tùy chọn --cluster để đọc trên máy này."
)
NO_WORKERS = (
    "Cụm máy tại “{address}” chưa có máy nào nhận việc. Hãy khởi động ít nhất một máy (dask worker) rồi thử lại, "
    "hoặc bỏ tùy chọn --cluster để đọc trên máy này."
)
OTHER_PROGRAM = (
    "Có máy trong cụm không chạy cùng phiên bản tonghop với máy này nên kết quả có thể khác. Hãy cài cùng một "
    "phiên bản trên mọi máy của cụm, khởi động lại cụm rồi thử lại."
)
