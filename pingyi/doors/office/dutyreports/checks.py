"""What the writer still has to do and the reader should look at, each with its number over its denominator."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pingyi.core.words import Words, listed
from pingyi.doors.office.dutyreports.words import IN_TIME, counting_words, judged_words, percent
from pingyi.review.dutyreports.domain.completeness import missing_for_share

if TYPE_CHECKING:
    from pingyi.review.dutyreports.queries import Reading

ICONS = {"ok": "circle-check", "bad": "x", "soon": "alert-triangle"}


@dataclass(frozen=True)
class Check:
    look: str
    title: str
    value: str
    note: str = ""
    href: str = ""

    @property
    def icon(self) -> str:
        return ICONS[self.look]

    @property
    def is_met(self) -> bool:
        return self.look == "ok"


def checks_of(reading: "Reading", now: datetime, *, is_writing: bool) -> list[Check]:
    """While it is written nothing is wrong yet, only not done."""
    lacking = "soon" if is_writing else "bad"
    content, limits = reading.content, reading.limits
    checks = [_answers(reading, lacking)]
    checks.append(
        Check(
            "ok" if content.filled == len(content.sections) else lacking,
            Words("各节都写了"),
            f"{content.filled} / {len(content.sections)}",
        )
    )
    over = content.length - limits.max_chars
    checks.append(
        Check(
            lacking if over > 0 else "ok",
            Words("全文字数"),
            f"{content.length:,} / {limits.max_chars:,}",
            Words("多了{over:,}字{breach}", over=over, breach=_breach(limits.refuses_length))
            if over > 0
            else counting_words(reading.settings),
        )
    )
    checks += _sections(reading, lacking)
    if limits.min_problem_share:
        checks.append(_share(reading, lacking))
    if not is_writing:
        checks.append(_time(reading, now))
    return checks


def _answers(reading: "Reading", lacking: str) -> Check:
    content = reading.content
    if not content.asked:
        return Check("ok", Words("往年的问题都销号了，不用答"), Words("0个"))
    owed = content.asked - content.answered
    look = "ok" if not owed else lacking if reading.limits.must_answer else "soon"
    return Check(look, Words("往年没销号的问题逐条回答"), f"{content.answered} / {content.asked}")


def _sections(reading: "Reading", lacking: str) -> list[Check]:
    """One line about the sections that have a limit of their own; none where no section has."""
    limited = [one for one in reading.content.sections if one.max_chars is not None]
    if not limited:
        return []
    over = [one for one in limited if one.excess]
    note = listed(
        (Words("“{heading}”多了{excess:,}字", heading=one.heading, excess=one.excess) for one in over), "；"
    )
    return [
        Check(
            lacking if over else "ok",
            Words("各节字数"),
            f"{len(limited) - len(over)} / {len(limited)}",
            note + _breach(reading.limits.refuses_length) if over else Words("有上限的各节都没有超过"),
        )
    ]


def _breach(refuses: bool) -> str:
    return Words("，交不上去") if refuses else Words("。只提醒，不拦")


def _share(reading: "Reading", lacking_look: str) -> Check:
    content, wanted = reading.content, reading.limits.min_problem_share
    share = content.problem_share
    lacking = missing_for_share(content, reading.limits)
    value = Words(
        "{value} / {percent}",
        value=percent(share) if share is not None else Words("还没有写"),
        percent=percent(wanted),
    )
    note = Words(
        "{problem_length:,} / {length:,}字", problem_length=content.problem_length, length=content.length
    )
    if lacking:
        note += Words(
            "，照现在的篇幅差{lacking:,}字{breach}",
            lacking=lacking,
            breach=_breach(reading.limits.refuses_share),
        )
    look = lacking_look if reading.limits.refuses_share else "soon"
    return Check(look if lacking or share is None else "ok", Words("问题和原因的篇幅"), value, note)


def _time(reading: "Reading", now: datetime) -> Check:
    report, cycle = reading.report, reading.report.reporter.cycle
    judged = judged_words(report, cycle, now)
    if not judged:
        return Check(
            "ok",
            Words("交的时间"),
            Words("没有定截止时间") if cycle.reports_due_at is None else Words("还没有交"),
        )
    note = Words("按第1稿算") if report.rounds > 1 else ""
    return Check("ok" if judged == IN_TIME else "soon", Words("交的时间"), judged, note)
