"""反馈意见: the committee's opinion and the decided grade for one secretary. It has no place for counts or scores."""

from dataclasses import dataclass
from datetime import date

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.title import break_title
from pingyi.documents.domain.tree import Block, Document, Heading, Paragraph, Signature, paragraphs_of

_TITLE_WIDTH = 20


@dataclass(frozen=True)
class FeedbackLetter:
    """What the letter says.

    `review` is the name of the review (2026年度党组织书记抓党建工作述职评议), `mode` the word for how the report
    was given (现场, 书面), `grade` the word of the decided grade. `strengths`, `problems` and `direction` are the
    opinion as it was written; an empty part is left out. `list_due_on` is when the task list is to be handed in.
    """

    person: str
    organisation: str
    review: str
    convenor: str
    meeting: str
    meeting_on: date
    mode: str
    strengths: str
    problems: str
    direction: str
    grade: str
    deciding_meeting: str
    decided_on: date
    list_due_on: date | None
    list_receiver: str
    issuer: str
    issued_on: date
    copy_to: tuple[str, ...] = ()


# The sentences of the letter; {names} are those of the placeholders for the school's own template.
OPENING = (
    "{会议日期}，{召集单位}召开{会议名称}，你作了{述职方式}述职。"
    "{决定会议}研究形成了对你的综合评价意见，现反馈如下。"
)
DECISION = "{决定日期}，{决定会议}研究决定，你的考核等次为“{等次}”。"
REQUEST = "请对照指出的问题逐条认领，列出任务清单，明确措施、责任人和期限，{期限}报{报送单位}。"
UNTIL = "于{报送日期}前"
PARTS = (
    ("肯定标题", "肯定的方面"),
    ("问题标题", "存在的问题"),
    ("方向标题", "努力的方向"),
)
GRADE_PART = ("等次标题", "评定的等次")


def feedback_letter(letter: FeedbackLetter) -> Document:
    """The letter in the body layout of official documents."""
    words = letter_words(letter)
    blocks: list[Block] = [Paragraph(OPENING.format(**words))]
    for (_, title), text in zip(PARTS, (letter.strengths, letter.problems, letter.direction), strict=True):
        parts = paragraphs_of(text)
        if parts:
            blocks += [Heading(title), *parts]
    until = UNTIL.format(**words) if letter.list_due_on else ""
    blocks += [
        Heading(GRADE_PART[1]),
        Paragraph(DECISION.format(**words)),
        Paragraph(REQUEST.format(**words, 期限=until)),
    ]
    return Document(
        file_stem=file_stem("反馈意见", letter.organisation, letter.person),
        title=words["标题"],
        addressee=f"{letter.organisation}{letter.person}同志",
        blocks=tuple(blocks),
        signature=Signature(letter.issuer, official_date(letter.issued_on)),
        copy_to=letter.copy_to,
    )


def letter_words(letter: FeedbackLetter) -> dict[str, str]:
    """What the letter says, by the names of the placeholders: everything that is one line of words."""
    return {
        "标题": break_title(f"关于{letter.review}的反馈意见", _TITLE_WIDTH),
        "姓名": letter.person,
        "单位": letter.organisation,
        "评议名称": letter.review,
        "召集单位": letter.convenor,
        "会议名称": letter.meeting,
        "会议日期": official_date(letter.meeting_on),
        "述职方式": letter.mode,
        "等次": letter.grade,
        "决定会议": letter.deciding_meeting,
        "决定日期": official_date(letter.decided_on),
        "报送日期": official_date(letter.list_due_on) if letter.list_due_on else "",
        "报送单位": letter.list_receiver,
        "落款单位": letter.issuer,
        "落款日期": official_date(letter.issued_on),
        "抄送": "，".join(letter.copy_to),
    }
