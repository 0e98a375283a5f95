"""The sheets of organisational life: what people fill in, and what is exported."""

from pingyi.core.sheets.columns import Column, Format, SheetForm
from pingyi.core.words import Words
from pingyi.ledgers.orglife import phrases

BRANCH_HINT = "名称，重名的写从最上级开始的完整路径，或代码"
PEOPLE_HINT = "姓名或工号，多个用“、”隔开"

ACTIVITIES = SheetForm(
    "组织生活",
    Words("每办一次占一行，导入后算已报，等上级确认"),
    (
        Column("organisation", "支部", BRANCH_HINT, "第一党支部", is_required=True, width=26),
        Column("kind", "类别", "", "支委会", is_required=True, choices=tuple(phrases.KINDS.values())),
        Column("happened_on", "日期", "办的那一天", "2025-03-12", is_required=True, format=Format.DATE),
        Column(
            "topic", "主题", "同一天办了两次的，主题写得不一样", "研究发展党员", is_required=True, width=30
        ),
        Column("place", "地点", "", "学院会议室", width=18),
        Column("starts_at", "开始", "", "14:30", width=9),
        Column("ends_at", "结束", "", "16:00", width=9),
        Column("chair", "主持人", "姓名或工号", "林晓"),
        Column("recorder", "记录人", "姓名或工号", "陈明"),
        Column("lecturer", "讲课人", "党课才写，姓名或工号", ""),
        Column("due_count", "应到", "没有写名单时填", "7", format=Format.NUMBER, width=8),
        Column("present_count", "实到", "没有写名单时填，一个也没到写0", "6", format=Format.NUMBER, width=8),
        Column("attended", "出席人员", PEOPLE_HINT, "林晓、陈明", width=30),
        Column("absent", "缺席人员", f"{PEOPLE_HINT}；原因写在括号里", "王芳（出差）", width=24),
        Column("votes_for", "赞成票", "表决过的才填", "", format=Format.NUMBER, width=9),
        Column("length", "时长", "算学时的才填", "半天", choices=tuple(phrases.LENGTHS.values()), width=9),
        Column("hours", "小时数", "时长是“按小时”的才填", "", format=Format.NUMBER, width=9),
        Column("content", "内容", "发言、决议等", "", width=40),
    ),
)
MEMBERS = SheetForm(
    "党员",
    Words("党员名册，定政治生日、表决权和党小组；人要先在“人员”里"),
    (
        Column("staff_number", "工号", "有工号的要填", "000123"),
        Column("name", "姓名", "", "林晓"),
        Column("organisation", "支部", "重名时用来认人", "第一党支部", width=26),
        Column(
            "admitted_on",
            "入党日期",
            "支部大会接收为预备党员那天",
            "2012-06-28",
            is_required=True,
            format=Format.DATE,
        ),
        Column("full_on", "转正日期", "还没有转正的空着", "2013-06-28", format=Format.DATE),
        Column("group", "党小组", "", "第一党小组", width=16),
        Column("left_on", "离开日期", "组织关系转出那天", "", format=Format.DATE),
    ),
)
ORGLIFE_FORMS = (MEMBERS, ACTIVITIES)
