"""The bar of the next step on the report pages: what, until when, what happens."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words, listed
from pingyi.doors.office.drawing.dates import say_moment, say_time, say_weekday
from pingyi.doors.office.dutyreports.words import due_words, handed_in_words, until_words
from pingyi.review.dutyreports.domain.completeness import missing_for_share
from pingyi.review.dutyreports.domain.levels import level_names

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle
    from pingyi.review.dutyreports.domain.levels import Stage
    from pingyi.review.dutyreports.queries import Board, BoardLine, Reading


@dataclass(frozen=True)
class Bar:
    title: str
    effect: str
    button: str = ""
    href: str = ""


def writer_bar(reading: "Reading", now: datetime, stage: "Stage") -> Bar:
    """For the secretary: write, wait, or get ready for the meeting."""
    report, cycle = reading.report, reading.report.reporter.cycle
    handed_in = handed_in_words(report, cycle, now)
    if report.state == "submitted":
        return Bar(
            Words("交上了，等{stage}审{of}", stage=stage.name, of=_of(stage)),
            Words("{handed_in}。退回会写明理由，到时在这里改。", handed_in=handed_in),
        )
    if report.state == "accepted":
        return Bar(_then(reading), Words("报告通过了。{handed_in}。", handed_in=handed_in))
    todo = _todo(reading)
    if report.state == "returned":
        until = Words("，{until_words}", until_words=until_words(cycle, now, report)) if report.due_at else ""
        return Bar(Words("按退回的理由改好，再交一次{until}", until=until), todo)
    return Bar(Words("写好交上去，{until_words}", until_words=until_words(cycle, now)), todo)


def reader_bar(reading: "Reading", now: datetime, unmet: int, stage: "Stage", *, may_review: bool) -> Bar:
    """For clerk, leaders and examiners: who has to do what now."""
    report, cycle = reading.report, reading.report.reporter.cycle
    if report.state == "draft":
        return Bar(
            Words("等书记写好交上来，{until_words}", until_words=until_words(cycle, now)),
            Words("现在看到的是草稿，还会变。"),
        )
    if report.state == "returned":
        until = Words("，{until_words}", until_words=until_words(cycle, now, report)) if report.due_at else ""
        said = Words(
            "{say_moment}退回。现在看到的是书记正在改的稿子。", say_moment=say_moment(report.decided_at)
        )
        return Bar(Words("退回了，等书记改好再交{until}", until=until), said)
    if report.state == "accepted":
        said = Words("{say_moment}通过。发现问题还可以退回。", say_moment=say_moment(report.decided_at))
        return Bar(
            Words("这一份审过了，看别的报告"),
            said,
            Words("回报告列表"),
            reverse("office:report-list", args=[cycle.pk]),
        )
    if not may_review:
        return Bar(
            Words("等{who}审{of}", who=_who(stage), of=_of(stage)), handed_in_words(report, cycle, now) + "。"
        )
    found = Words("检查有{unmet}项要看。", unmet=unmet) if unmet else Words("几项检查都过了。")
    then = (
        Words("通过以后发现问题还可以退回。")
        if stage.is_last
        else Words("通过以后到“{names}”这一级。", names=stage.names[stage.place + 1])
    )
    stand_in = (
        Words("“{stage}”这一级没有指定人，由经办人代审。", stage=stage.name)
        if stage.is_for_clerks and not stage.is_last
        else ""
    )
    return Bar(
        Words("审这份报告{of}", of=_of(stage)),
        Words("{found}{stand_in}退回要写理由，书记照着改；{then}", found=found, stand_in=stand_in, then=then),
    )


def _of(stage: "Stage") -> str:
    """Which of several levels: ，第1 / 3级."""
    return (
        Words("，第{place} / {names}级", place=stage.place + 1, names=len(stage.names))
        if len(stage.names) > 1
        else ""
    )


def _who(stage: "Stage") -> str:
    return Words("经办人") if stage.is_for_clerks else f"“{stage.name}”"


def board_bar(board: "Board", cycle: "Cycle", now: datetime, *, may_review: bool) -> Bar:
    """For the list: the report to look at first, or whom everybody waits for."""
    whole, waiting, missing = len(board.lines), board.waiting, board.missing
    if cycle.state == "draft":
        freeze = reverse("office:cycle-freeze", args=[cycle.pk]) if may_review else ""
        words = Words("封存以后，每位书记在自己的页面上写述职报告，这里看进度。")
        return Bar(Words("先封存方案，书记才能写报告"), words, Words("去封存方案"), freeze)
    if mine := board.waiting_for_clerks:
        first = mine[0]
        href = reverse("office:report-show", args=[first.report.pk]) if first.report else ""
        words = Words(
            "已通过{accepted} / {whole}份。先交的先审；退回要写理由，书记改好再交。",
            accepted=board.accepted,
            whole=whole,
        )
        title = Words(
            "审{organisation}的报告，{mine}份等着审",
            organisation=first.reporter.organisation.name,
            mine=len(mine),
        )
        return (
            Bar(title, words, Words("审这一份"), href)
            if may_review
            else Bar(Words("{mine}份等经办人审", mine=len(mine)), words)
        )
    if board.overdue and may_review:
        words = Words(
            "已交{handed_in} / {whole}份，还差{missing}份。催一次，本人首页上就有通知；同一天不催两次。",
            handed_in=board.handed_in,
            whole=whole,
            missing=len(missing),
        )
        href = reverse("office:reminder-list", args=[cycle.pk])
        return Bar(
            Words("催迟交的{overdue} / {whole}位", overdue=len(board.overdue), whole=whole),
            words,
            Words("去催"),
            href,
        )
    if waiting:
        words = Words(
            "已通过{accepted} / {whole}份。每一级指定了谁审，经办人在“审核人”里看。",
            accepted=board.accepted,
            whole=whole,
        )
        return Bar(Words("{waiting}份在前几级审，还没到经办人", waiting=len(waiting)), words)
    if missing:
        words = Words(
            "已交{handed_in} / {whole}份，交来的都审过了。没交的在下面标着。",
            handed_in=board.handed_in,
            whole=whole,
        )
        return Bar(
            Words(
                "等各单位交报告，还差{missing}份，{until_words}",
                missing=len(missing),
                until_words=_nearest(missing, now),
            ),
            words,
        )
    overview = f"/office/cycles/{cycle.pk}/"
    return Bar(
        Words("述职报告都通过了，{whole} / {whole}份", whole=whole),
        Words("接着办哪一步，总览里有。"),
        Words("回本轮总览"),
        overview,
    )


def _nearest(missing: "list[BoardLine]", now: datetime) -> str:
    """The deadline that comes first of those who still owe a report; one given with a return is the report's own."""
    dues = {line.due_at for line in missing}
    nearest = min((due for due in dues if due is not None), default=None)
    words = due_words(nearest, now)
    return Words("最近的一份{words}", words=words) if len(dues) > 1 else words


def _todo(reading: "Reading") -> str:
    content, limits = reading.content, reading.limits
    parts = []
    empty = len(content.sections) - content.filled
    if limits.must_answer and content.asked > content.answered:
        parts.append(Words("{asked}个问题没有回答", asked=content.asked - content.answered))
    if empty:
        parts.append(Words("{empty}节空着", empty=empty))
    if limits.refuses_length and content.length > limits.max_chars:
        parts.append(Words("多了{length:,}字", length=content.length - limits.max_chars))
    if limits.refuses_share and (lacking := missing_for_share(content, limits)):
        parts.append(Words("问题和原因差{lacking:,}字", lacking=lacking))
    first = level_names(reading.settings.report_levels)[0]
    then = Words("交上以后由{first}审，审的时候不能改。", first=first)
    return (
        Words("还有{parts}。可以先存下，回头接着写；{then}", parts=listed(parts, "，"), then=then)
        if parts
        else Words("该写的都写了。{then}", then=then)
    )


def _then(reading: "Reading") -> str:
    reporter = reading.report.reporter
    if reporter.mode != "on_site":
        return Words("书面述职，不用上台")
    held_at = reporter.meeting.held_at
    minutes = reading.settings.speech_seconds / 60
    return Words(
        "准备现场述职，{say_weekday}{say_time}开会，每人{minutes:g}分钟",
        say_weekday=say_weekday(held_at),
        say_time=say_time(held_at),
        minutes=minutes,
    )
