"""反馈意见 as a kind of paper that the school may lay out itself: its placeholders and the template to begin with."""

from datetime import date

from pingyi.core.words import Words
from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.numbering import heading_number
from pingyi.documents.domain.papers import PaperKind, Placeholder, Value
from pingyi.documents.domain.tree import Block, Document, Heading, Paragraph, Signature, paragraphs_of
from pingyi.review.appraisal.documents.feedback_letter import (
    DECISION,
    GRADE_PART,
    OPENING,
    PARTS,
    REQUEST,
    UNTIL,
    FeedbackLetter,
    letter_words,
)

# Made-up people and places, as in the demonstration.
EXAMPLE = FeedbackLetter(
    person="周明远",
    organisation="船舶与海洋工程学院党委",
    review="2026年度党组织书记抓党建工作述职评议",
    convenor="中共海滨大学委员会",
    meeting="2026年度党组织书记抓党建工作述职评议会",
    meeting_on=date(2027, 1, 16),
    mode="现场",
    strengths="能把学院党建和学科建设一起谋划、一起检查。\n党支部书记“双带头人”配齐，三会一课按时开展。",
    problems="抓基层支部的办法不多，有的支部学习走形式。\n发展教师党员连续两年没有进展。",
    direction="每学期到联系支部参加一次组织生活，年内把教师党员发展计划落到人。",
    grade="较好",
    deciding_meeting="学校党委常委会会议",
    decided_on=date(2027, 1, 23),
    list_due_on=date(2027, 1, 31),
    list_receiver="党委组织部",
    issuer="中共海滨大学委员会",
    issued_on=date(2027, 1, 25),
    copy_to=("校纪委",),
)
_WORDS = {
    "标题": Words("反馈意见的标题，已按公文习惯断行"),
    "姓名": Words("书记的姓名"),
    "单位": Words("书记所在党组织的名称"),
    "评议名称": Words("这一轮评议的名称"),
    "召集单位": Words("召集评议的党组织"),
    "会议名称": Words("述职评议会的名称"),
    "会议日期": Words("开会的日期"),
    "述职方式": Words("现场或书面"),
    "等次": Words("会议定的等次"),
    "决定会议": Words("定等次的会议"),
    "决定日期": Words("定等次的日期"),
    "报送日期": Words("任务清单报送的期限；期限已过的没有"),
    "报送单位": Words("任务清单报给谁"),
    "落款单位": Words("发文的单位"),
    "落款日期": Words("发出的日期"),
    "抄送": Words("抄送单位，用逗号隔开；可以没有"),
    "肯定的方面": Words("综合评价意见的第一部分，几段就是几段"),
    "存在的问题": Words("综合评价意见的第二部分，几段就是几段"),
    "努力的方向": Words("综合评价意见的第三部分，几段就是几段"),
    "肯定标题": Words("“一、肯定的方面”，序号已算好；没有这部分时是空的"),
    "问题标题": Words("“二、存在的问题”，序号已算好；没有这部分时是空的"),
    "方向标题": Words("“三、努力的方向”，序号已算好；没有这部分时是空的"),
    "等次标题": Words("“四、评定的等次”，序号已算好"),
}
_COMPULSORY = ("姓名", "等次", "肯定的方面", "存在的问题", "努力的方向", "落款单位", "落款日期")
_MAY_BE_EMPTY = ("报送日期", "抄送", *(name for part in PARTS for name in part))


def letter_values(letter: FeedbackLetter) -> dict[str, Value]:
    """What one letter puts in the place of each placeholder."""
    values: dict[str, Value] = dict(letter_words(letter))
    number = 0
    for (heading, name), text in zip(
        PARTS, (letter.strengths, letter.problems, letter.direction), strict=True
    ):
        paragraphs = tuple(one.text for one in paragraphs_of(text))
        number += bool(paragraphs)
        values[name] = paragraphs
        values[heading] = f"{heading_number(1, number)}{name}" if paragraphs else ""
    values[GRADE_PART[0]] = f"{heading_number(1, number + 1)}{GRADE_PART[1]}"
    return values


def _starter() -> Document:
    names = {name: f"{{{{ {name} }}}}" for name in _WORDS}
    blocks: list[Block] = [Paragraph(OPENING.format(**names))]
    for heading, name in PARTS:
        blocks += [
            Paragraph(f"{{%p if {name} %}}"),
            Heading(names[heading], is_numbered=False),
            Paragraph(names[name]),
            Paragraph("{%p endif %}"),
        ]
    until = f"{{% if 报送日期 %}}{UNTIL.format(**names)}{{% endif %}}"
    blocks += [
        Heading(names[GRADE_PART[0]], is_numbered=False),
        Paragraph(DECISION.format(**names)),
        Paragraph(REQUEST.format(**names, 期限=until)),
    ]
    return Document(
        file_stem="反馈意见书模板",
        title=names["标题"],
        addressee=f"{names['单位']}{names['姓名']}同志",
        blocks=tuple(blocks),
        signature=Signature(
            names["落款单位"],
            names["落款日期"],
            placed_as=(EXAMPLE.issuer, official_date(EXAMPLE.issued_on)),
        ),
    )


def _placeholders() -> tuple[Placeholder, ...]:
    examples = letter_values(EXAMPLE)
    return tuple(
        Placeholder(
            name, words, examples[name], is_compulsory=name in _COMPULSORY, may_be_empty=name in _MAY_BE_EMPTY
        )
        for name, words in _WORDS.items()
    )


LETTER_PAPER = PaperKind("feedback_letter", Words("反馈意见书"), _placeholders(), _starter)
