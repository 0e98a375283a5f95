"""主持词: what the chair says step by step, with cues in brackets for those who run the hall."""

from collections.abc import Iterator

from pingyi.core.words import Words
from pingyi.documents.domain.blanks import BLANK, Built, Filling, Gap
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.tree import Block, Document, Heading, Paragraph
from pingyi.review.cycles.documents.facts import ReporterFacts
from pingyi.review.cycles.documents.wording import (
    day_and_time,
    minutes,
    post_in,
    review_name,
    title_of,
    with_title,
)
from pingyi.review.meetings.documents.facts import AgendaLine, MeetingAgenda
from pingyi.review.meetings.domain.agenda import ItemKind


def host_script(agenda: MeetingAgenda) -> Built:
    """The script along the agenda. Chair and commentator may be one person or two."""
    filling, meeting = Filling(), agenda.meeting
    chair = with_title(meeting.chair_title, meeting.chair, filling, Words("主持人"))
    place = filling.or_blank(meeting.place, Words("会议地点"), "plan")
    facts = (f"时间：{day_and_time(meeting.held_at)}", f"地点：{place}", f"主持：{chair}")
    blocks: list[Block] = [Paragraph(text, is_indented=False) for text in facts]
    speaker = _Speaker(agenda, filling)
    for place_of_line, line in enumerate(agenda.lines):
        following = next((one for one in agenda.lines[place_of_line + 1 :] if one.reporter), None)
        blocks += [Heading(_heading(line)), *(Paragraph(text) for text in speaker.says(line, following))]
    document = Document(file_stem("主持词", meeting.name), title_of(f"{meeting.name}主持词"), tuple(blocks))
    return Built(document, (*filling.gaps, Gap(Words("出席会议的领导"))))


def _heading(line: AgendaLine) -> str:
    word = {ItemKind.REPORT: "述职", ItemKind.COMMENT: "点评"}.get(line.kind)
    return f"{line.reporter.organisation}{word}" if word and line.reporter else line.title


def cue(text: str) -> str:
    """A line that is not read aloud."""
    return f"【{text}】"


class _Speaker:
    """The words for each kind of step."""

    def __init__(self, agenda: MeetingAgenda, filling: Filling) -> None:
        meeting = agenda.meeting
        self._agenda = agenda
        self._is_one = bool(meeting.chair) and meeting.chair == meeting.commentator
        self._commentator = with_title(
            meeting.commentator_title, meeting.commentator, filling, Words("点评人")
        )

    def says(self, line: AgendaLine, following: AgendaLine | None) -> Iterator[str]:
        """The paragraphs of one step; `following` is the next step with a reporter."""
        if line.kind is ItemKind.OPENING:
            yield from self._opening()
        elif line.kind is ItemKind.REPORT and line.reporter:
            yield from self._report(line, line.reporter, following)
        elif line.kind is ItemKind.COMMENT and line.reporter:
            yield from self._comment(line.reporter)
        elif line.kind is ItemKind.SPEECH:
            yield "下面，我讲几点意见。" if self._is_one else f"下面，请{self._commentator}讲话。"
            yield cue("讲话人开始后，控制台切到“讲话”")
        elif line.kind is ItemKind.BALLOT:
            yield from self._ballot()
        elif line.kind is ItemKind.CLOSING:
            yield from self._closing()
        else:
            yield f"下面进行{line.title}。"

    def _opening(self) -> Iterator[str]:
        meeting, review = self._agenda.meeting, self._agenda.review
        people = [one for one in meeting.classes if one.people]
        yield (
            cue(f"开会前核对签到：{'，'.join(f'{one.name}应到{one.people}人' for one in people)}")
            if people
            else cue("开会前核对签到")
        )
        yield "同志们，现在开会。"
        yield f"今天召开{meeting.name}。出席会议的有：{BLANK}。"
        yield (
            f"这次{review_name(review.name)}，{len(meeting.on_site)}人现场述职，{len(meeting.written)}人书面述职。"
            f"会议先述职、点评，再进行民主测评，采用{meeting.ballot_word}。"
        )

    def _report(
        self, line: AgendaLine, reporter: ReporterFacts, following: AgendaLine | None
    ) -> Iterator[str]:
        time = f"时间{minutes(line.seconds)}。" if line.seconds else ""
        yield f"下面，请{post_in(reporter.organisation, reporter.title)}{reporter.name}同志述职。{time}"
        warn = self._agenda.review.settings.warn_seconds
        told = f"，剩{warn}秒提醒" if line.seconds and warn else ""
        ready = ""
        if following and following.kind is ItemKind.REPORT and following.reporter:
            ready = f"；请{following.reporter.name}准备"
        yield cue(f"控制台开始计时{told}{ready}")

    def _comment(self, reporter: ReporterFacts) -> Iterator[str]:
        if self._is_one:
            yield f"刚才，{reporter.name}同志作了述职。下面，我作点评。"
        else:
            yield f"刚才，{reporter.name}同志作了述职。下面，请{self._commentator}点评。"
        yield cue("记录席逐句记下肯定、问题和要求")

    def _ballot(self) -> Iterator[str]:
        meeting = self._agenda.meeting
        yield f"下面进行民主测评，采用{meeting.ballot_word}，不署名。请工作人员按类别发票。"
        yield cue("监票人宣布开始，大屏切到测评；每类发出和剩余的张数当场点清")
        yield "请各位对照述职和平时了解，逐人评出等次。填好以后，请按类别投票。"
        yield cue("监票人确认交齐，宣布结束")

    def _closing(self) -> Iterator[str]:
        yield "各项议程已经完成。"
        yield (
            f"会后，请各位书记对照点评指出的问题逐条认领，{self._agenda.list_due_days}个工作日内报整改任务清单，"
            "明确措施、责任人和期限。"
        )
        yield "散会。"
