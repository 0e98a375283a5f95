"""通知: the call to one meeting."""

from pingyi.core.words import Words
from pingyi.documents.domain.blanks import BLANK, Built, Filling, Gap
from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.tree import Attachment, Block, Document, Heading, Paragraph
from pingyi.review.cycles.documents.facts import MeetingFacts, ReviewFacts
from pingyi.review.cycles.documents.wording import (
    chair_and_commentator,
    day_and_time,
    minutes,
    roster,
    title_of,
)

_FEW = 6  # so many addressees are named one by one


def notice(review: ReviewFacts, meeting: MeetingFacts) -> Built:
    """When, where, who, what to bring; the roster is attached."""
    filling = Filling()
    place = filling.or_blank(meeting.place, Words("会议地点"), "plan")
    blocks: list[Block] = [
        Paragraph(
            f"{review.convenor}定于{official_date(meeting.held_at.date())}召开{meeting.name}，有关事项通知如下。"
        ),
        Heading("时间和地点"),
        Paragraph(f"时间：{day_and_time(meeting.held_at)}。"),
        Paragraph(f"地点：{place}。"),
        Heading("参加人员"),
        *_people(meeting, filling),
        Heading("会议内容"),
        Paragraph(_programme(meeting)),
        Paragraph(f"{chair_and_commentator(meeting, filling)}。"),
        Heading("有关要求"),
        *(Paragraph(text) for text in _demands(review, meeting)),
    ]
    document = Document(
        file_stem=file_stem("会议通知", meeting.name),
        title=title_of(f"关于召开{meeting.name}的通知"),
        addressee=_addressees(meeting, filling),
        blocks=tuple(blocks),
        enclosed=(Attachment("述职人员名册", (roster(meeting.reporters, "述职人员名册"),)),)
        if meeting.reporters
        else (),
    )
    return Built(document, (*filling.gaps, Gap(Words("会前几分钟到场")), Gap(Words("联系人和电话"))))


def _addressees(meeting: MeetingFacts, filling: Filling) -> str:
    names = [one.organisation for one in meeting.reporters]
    if not names:
        return filling.or_blank("", Words("述职人员还没有列"), "reporters")
    return "、".join(names) if len(names) <= _FEW else "各述职党组织，各有关单位"


def _people(meeting: MeetingFacts, filling: Filling) -> list[Paragraph]:
    if not meeting.classes:
        return [Paragraph(filling.or_blank("", Words("参加测评人员的票类"), "classes"))]
    lines = [f"{one.name}{one.people}人" if one.people else one.name for one in meeting.classes]
    return [Paragraph(f"{'；'.join(lines)}。")]


def _programme(meeting: MeetingFacts) -> str:
    if not meeting.reporters:
        return f"述职、点评、测评（{meeting.ballot_word}）。"
    return (
        f"{len(meeting.on_site)}人现场述职，{len(meeting.written)}人书面述职；逐一点评；"
        f"与会人员民主测评，采用{meeting.ballot_word}。"
    )


def _demands(review: ReviewFacts, meeting: MeetingFacts) -> list[str]:
    due = review.reports_due_at
    lines = (
        [f"述职报告于{day_and_time(due)}前报送，不超过{review.settings.report_max_chars}字。"] if due else []
    )
    if meeting.on_site:
        lines.append(f"现场述职每人{minutes(review.settings.speech_seconds)}，到时停止。")
    lines.append(f"请提前{BLANK}分钟到场签到，因故不能参加的，会前书面请假。")
    lines.append(f"联系人：{BLANK}，电话：{BLANK}。")
    return lines
