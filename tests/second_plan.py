"""A small plan of an invented province, written only as catalogue data."""

from pathlib import Path

PLAN = {
    "plan.toml": """
id = "thu-2026-ke-hoach-nho"
version = 1
title = "KẾ HOẠCH THỬ NGHIỆM (giả định)"
short_title = "Kế hoạch thử nghiệm (giả định)"
number = ""
issuer = "UBND tỉnh Thử Nghiệm"
kind = "administrative"
registry = "thu-2026"
period_from = 2026
period_to = 2027
reporting_role = "lead"
legal_bases = []
recipients = ["Chủ tịch UBND tỉnh Thử Nghiệm"]
notes = []
[role_labels]
lead = "Cơ quan chủ trì"
advising = "Cơ quan tham mưu"
coordinating = "Cơ quan phối hợp"
[office]
name = "Sở Thử Nghiệm"
parent_name = "Ủy ban nhân dân tỉnh Thử Nghiệm"
symbol = "STN"
place = "Thử Nghiệm"
""",
    "groups.csv": "code,name,task_count,priority_count\nA,Nhóm một,2,\nB,Nhóm hai,1,0\n",
    "tasks.csv": (
        "code,group_code,number,parent_code,name,product,is_priority,is_scheme,deadline_text,deadline_from,"
        "deadline_to,deadline_is_open,lead_text,advising_text,coordinating_text,note\n"
        "A.1,A,1,,Trồng cây,Một nghìn cây,,,Quý IV/2026,,2026-12-31,,Sở Thử Nghiệm,,Các xã,\n"
        "A.2,A,2,,Dọn rác,Không còn rác,x,,Năm 2027,,2027-12-31,,Các xã,,,\n"
        "B.1,B,1,,Tuyên truyền,Mười hội nghị,,x,Thường xuyên,,,,Sở Thử Nghiệm,,,\n"
    ),
    "mentions.csv": (
        "task_code,role,position,agency,scope\n"
        "A.1,lead,1,Sở Thử Nghiệm,\nA.1,coordinating,1,Các xã,\n"
        "A.2,lead,1,Các xã,\nB.1,lead,1,Sở Thử Nghiệm,\n"
    ),
    "indicators.csv": (
        "code,target_number,name,unit_of_measure,kind,direction,is_direction_derived,target_low,target_high,"
        "year,baseline_year,baseline_value,across,over_time,numerator,denominator,is_share,task_code,note\n"
        "1,1,Tỷ lệ thu gom rác,%,ratio,>=,,90,,2027,,,ratio_of_sums,latest,Rác thu,Tổng rác,x,A.2,\n"
        "2,2,Số cây trồng mới,cây,count,>=,,1000,,2026,,,sum,latest,,,,A.1,\n"
    ),
}
REGISTRY = {
    "registry.toml": 'id = "thu-2026"\nprovince = "Thử Nghiệm"\nvalid_from = 2026-01-01\n',
    "units.csv": (
        "code,official_code,kind,name,agency_name,certainty,source\n"
        "so-thu-nghiem,,so,Sở Thử Nghiệm,Sở Thử Nghiệm,giả định,giả định\n"
        + "".join(
            f"x{number},,xa,Xã Số {number},UBND xã Số {number},giả định,giả định\n" for number in range(1, 8)
        )
    ),
    "aliases.csv": "alias,target,source\n",
    "groups.csv": "code,name,members,is_open,source\ncac-xa,Các xã,kind:xa,,giả định\n",
}


def write_second_plan(folder: Path) -> Path:
    """Write the plan and its registry as a catalogue folder, and return it."""
    for place, files in (("plans/thu-2026-ke-hoach-nho", PLAN), ("registries/thu-2026", REGISTRY)):
        target = folder / place
        target.mkdir(parents=True)
        for name, text in files.items():
            (target / name).write_text(text, encoding="utf-8")
    return folder
