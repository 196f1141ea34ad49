"""Words for kinds of units."""

KINDS = {
    "ubnd-tinh": "Ủy ban nhân dân cấp tỉnh",
    "so": "Sở, ban, ngành",
    "ban-quan-ly": "Ban quản lý",
    "doanh-nghiep": "Doanh nghiệp",
    "phuong": "Phường",
    "xa": "Xã",
    "dac-khu": "Đặc khu",
    "quan": "Quận",
    "huyen": "Huyện",
    "thi-xa": "Thị xã",
    "thanh-pho": "Thành phố thuộc tỉnh",
    "doan-the": "Đoàn thể",
    "dang": "Cơ quan đảng",
    "co-quan-trung-uong": "Cơ quan trung ương tại địa phương",
    "khac": "Cơ quan, đơn vị khác",
}
