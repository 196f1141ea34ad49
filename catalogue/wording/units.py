"""Words for kinds of units."""

KINDS = {
    "ubnd-tinh": "Ủy ban nhân dân cấp tỉnh",
    "so": "Sở, ban, ngành",
    "ban-quan-ly": "Ban quản lý",
    "doanh-nghiep": "Doanh nghiệp",
    "phuong": "Phường",
    "xa": "Xã",
    "dac-khu": "Đặc khu",
}
