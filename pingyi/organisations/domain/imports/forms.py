"""The sheets that can be imported. Column keys are ours, titles are what people see."""

from pingyi.core.sheets.columns import Column, Format, SheetForm
from pingyi.core.words import Words
from pingyi.organisations import phrases

YES_NO = ("是", "否")
ORGANISATION_HINT = "写代码、完整路径（学校党委/学院党委），或唯一的名称、别名"
PERSON_HINT = "有工号时按工号找人，姓名用来核对；没有工号按姓名找，重名时必须写工号"

ORGANISATIONS = SheetForm(
    "组织",
    Words("党组织的上下级、名称和类型。已经有的按代码找，没有代码按“上级+名称”或别名找"),
    (
        Column(
            "code", "代码", "单位自己编的代码，整份表里不重复。以后改名、调整上级都靠它认", "D0301", width=12
        ),
        Column("name", "名称", "不带上级名称，不能有“/”", "护理学院党委", is_required=True, width=30),
        Column("parent", "上级", f"{ORGANISATION_HINT}。最上级的空着", "中共示例大学委员会", width=30),
        Column(
            "kind", "类型", "新组织必填", "党委", choices=tuple(phrases.ORGANISATION_KINDS.values()), width=12
        ),
        Column(
            "unit_kind",
            "单位类别",
            "空着按“其他”",
            "学院",
            choices=tuple(phrases.UNIT_KINDS.values()),
            width=12,
        ),
        Column("dual_names", "双名", "同一单位的另一个正式名称，多个用“、”隔开", "第五临床医学院", width=24),
        Column("aliases", "别名", "简称和旧名，只用来认组织，多个用“、”隔开", "护院党委、护理党委", width=24),
        Column(
            "order",
            "排序",
            "同一上级下面的先后，1 在最前；空着按代码、读音排",
            "3",
            format=Format.NUMBER,
            width=8,
        ),
        Column("founded_on", "成立日期", "", "2004-09-01", format=Format.DATE),
        Column("dissolved_on", "撤销日期", "还在的空着", "", format=Format.DATE),
    ),
)

PEOPLE = SheetForm(
    "人员",
    Words("会出现在名册、任职和名单里的人，不限党员"),
    (
        Column("staff_number", "工号", "有工号的一定要填，重名时靠它区分", "0012", width=14),
        Column("name", "姓名", "", "林晓", is_required=True, width=14),
        Column("organisation", "所在组织", ORGANISATION_HINT, "护理学院党委", width=30),
    ),
)

POSTS = SheetForm(
    "任职",
    Words("谁在哪个组织任什么职务、从哪天到哪天。书记由谁述职就看这张表"),
    (
        Column("staff_number", "工号", PERSON_HINT, "0012", width=14),
        Column("name", "姓名", PERSON_HINT, "林晓", width=14),
        Column("organisation", "组织", ORGANISATION_HINT, "护理学院党委", is_required=True, width=30),
        Column("title_text", "职务", "照任职文件写", "党委副书记、院长", is_required=True, width=24),
        Column(
            "title",
            "职务类别",
            "空着由职务文字判断；判断不对时在这里指定",
            "",
            choices=tuple(phrases.POST_TITLES.values()),
            width=14,
        ),
        Column("is_acting", "是否主持工作", "没有书记时由主持工作的副职述职", "否", choices=YES_NO, width=14),
        Column("portfolio", "分管", "", "组织、宣传", width=24),
        Column(
            "started_on",
            "任职日期",
            "只知道年月的写 2024.3，按当月1日算",
            "2022-03-01",
            is_required=True,
            format=Format.DATE,
        ),
        Column(
            "ended_on",
            "免职日期",
            "在任的空着，或写“至今”。继任者的任职日期可以是同一天",
            "",
            format=Format.DATE,
        ),
        Column("term_ends_on", "任期届满", "", "2027-03-01", format=Format.DATE),
    ),
)

BODIES = SheetForm(
    "组成机构",
    Words("党委、常委会、领导小组等由委员组成的机构，一行一名成员"),
    (
        Column("name", "机构", "", "党建工作领导小组", is_required=True, width=24),
        Column(
            "organisation", "所属组织", ORGANISATION_HINT, "中共示例大学委员会", is_required=True, width=30
        ),
        Column(
            "kind", "类型", "新机构必填", "领导小组", choices=tuple(phrases.BODY_KINDS.values()), width=12
        ),
        Column("staff_number", "成员工号", PERSON_HINT, "0003", other_titles=("工号",), width=14),
        Column("person", "成员姓名", PERSON_HINT, "沈青", other_titles=("姓名", "成员"), width=14),
        Column("person_organisation", "成员所在组织", "没有工号又重名时用来区分", "", width=24),
        Column("order", "排序", "名单里的先后", "1", format=Format.NUMBER, width=8),
        Column("role_text", "身份", "", "组长", width=14),
    ),
    other_names=("机构",),
)

DELEGATES = SheetForm(
    "代表委员",
    Words("“两代表一委员”：党代会代表、人大代表、政协委员"),
    (
        Column("staff_number", "工号", PERSON_HINT, "0012", width=14),
        Column("person", "姓名", PERSON_HINT, "林晓", other_titles=("人",), width=14),
        Column("person_organisation", "所在组织", "没有工号又重名时用来区分", "", width=24),
        Column(
            "kind",
            "类别",
            "",
            "党代会代表",
            is_required=True,
            choices=tuple(phrases.DELEGATE_KINDS.values()),
            width=14,
        ),
        Column("level_text", "层级", "哪一级的", "学校", width=14),
        Column("congress_number", "第几次", "不知道的空着", "2", format=Format.NUMBER, width=10),
    ),
)

REGISTER_FORMS = (ORGANISATIONS, PEOPLE, POSTS, BODIES, DELEGATES)
