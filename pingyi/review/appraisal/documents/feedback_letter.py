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


def feedback_letter(letter: FeedbackLetter) -> Document:
    """The letter in the body layout of official documents."""
    blocks: list[Block] = [Paragraph(_opening(letter))]
    for title, text in (
        ("肯定的方面", letter.strengths),
        ("存在的问题", letter.problems),
        ("努力的方向", letter.direction),
    ):
        parts = paragraphs_of(text)
        if parts:
            blocks += [Heading(title), *parts]
    blocks += [Heading("评定的等次"), Paragraph(_decision(letter)), Paragraph(_request(letter))]
    return Document(
        file_stem=file_stem("反馈意见", letter.organisation, letter.person),
        title=break_title(f"关于{letter.review}的反馈意见", _TITLE_WIDTH),
        addressee=f"{letter.organisation}{letter.person}同志",
        blocks=tuple(blocks),
        signature=Signature(letter.issuer, official_date(letter.issued_on)),
        copy_to=letter.copy_to,
    )


def _opening(letter: FeedbackLetter) -> str:
    return (
        f"{official_date(letter.meeting_on)}，{letter.convenor}召开{letter.meeting}，你作了{letter.mode}述职。"
        f"{letter.deciding_meeting}研究形成了对你的综合评价意见，现反馈如下。"
    )


def _decision(letter: FeedbackLetter) -> str:
    return f"{official_date(letter.decided_on)}，{letter.deciding_meeting}研究决定，你的考核等次为“{letter.grade}”。"


def _request(letter: FeedbackLetter) -> str:
    until = f"于{official_date(letter.list_due_on)}前" if letter.list_due_on else ""
    return (
        f"请对照指出的问题逐条认领，列出任务清单，明确措施、责任人和期限，{until}报{letter.list_receiver}。"
    )
