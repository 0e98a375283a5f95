"""The sheet of topics: what people fill in, and what is exported."""

from pingyi.core.sheets.columns import Column, Format, SheetForm
from pingyi.core.words import Words
from pingyi.ledgers.decisions import phrases

MAJOR_WORDS = tuple(word for code, word in phrases.MAJORS.items() if code)
AUTHORITY_WORDS = tuple(word for code, word in phrases.AUTHORITIES.items() if code)

TOPICS = SheetForm(
    "议题",
    Words("每个议题占一行，导入后是草稿，报送、协调、上会在系统里办"),
    (
        Column(
            "organisation",
            "单位",
            "名称，重名的写从最上级开始的完整路径，或代码",
            "材料学院党委",
            is_required=True,
            width=26,
        ),
        Column("title", "议题", "一个议题一件事", "购置场发射电子显微镜", is_required=True, width=36),
        Column("proposed_on", "提出日期", "", "2025-11-10", is_required=True, format=Format.DATE),
        Column(
            "subject",
            "哪方面",
            "",
            "其他重要事项",
            is_required=True,
            choices=tuple(phrases.SUBJECTS.values()),
            width=24,
        ),
        Column("kind", "类别", "空着算决策类", "决策类", choices=tuple(phrases.KINDS.values()), width=10),
        Column("major", "三重一大", "不属于的空着", "重大项目安排", choices=MAJOR_WORDS, width=16),
        Column("amount", "金额（万元）", "没有的空着", "386", width=12),
        Column("authority", "干部管理权限", "干部事项才填", "", choices=AUTHORITY_WORDS, width=22),
        Column("presenter", "分管负责人", "本单位的人，会上由谁汇报", "何新", is_required=True),
        Column("presenter_number", "分管负责人工号", "同名的要填", "000123", width=16),
        Column("summary", "要会议定什么", "", "", width=40),
    ),
)
