"""议程: the steps of the meeting in a table."""

from pingyi.core.words import Words
from pingyi.documents.domain.blanks import Built, Filling
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.tree import Align, Block, Column, Document, Paragraph, Table, text_row
from pingyi.review.cycles.documents.wording import day_and_time, minutes, title_of, with_title
from pingyi.review.meetings.documents.facts import AgendaLine, MeetingAgenda
from pingyi.review.meetings.domain.agenda import ItemKind

_COLUMNS = (
    Column("序号", 1, Align.CENTRE),
    Column("内容", 6),
    Column("人员", 3, Align.CENTRE),
    Column("时长", 2, Align.CENTRE),
)
_WORDS = {ItemKind.REPORT: "述职", ItemKind.COMMENT: "点评"}


def agenda_paper(agenda: MeetingAgenda) -> Built:
    """The agenda with who speaks when for how long; a length that is not planned stays empty."""
    filling, meeting = Filling(), agenda.meeting
    chair = with_title(meeting.chair_title, meeting.chair, filling, Words("主持人"))
    commentator = with_title(meeting.commentator_title, meeting.commentator, filling, Words("点评人"))
    who = {ItemKind.COMMENT: commentator, ItemKind.SPEECH: commentator}
    rows = [
        text_row(
            str(number),
            _title(line),
            line.reporter.name
            if line.kind is ItemKind.REPORT and line.reporter
            else who.get(line.kind, chair),
            minutes(line.seconds) if line.seconds else "",
        )
        for number, line in enumerate(agenda.lines, start=1)
    ]
    blocks: list[Block] = [
        Paragraph(f"时间：{day_and_time(meeting.held_at)}", is_indented=False),
        Paragraph(f"地点：{filling.or_blank(meeting.place, Words('会议地点'), 'plan')}", is_indented=False),
        Paragraph(f"主持：{chair}", is_indented=False),
        Table(_COLUMNS, tuple(rows), "会议议程"),
    ]
    return Built(
        Document(file_stem("会议议程", meeting.name), title_of(f"{meeting.name}议程"), tuple(blocks)),
        filling.gaps,
    )


def _title(line: AgendaLine) -> str:
    word = _WORDS.get(line.kind)
    return f"{line.reporter.organisation}{word}" if word and line.reporter else line.title
