"""A college whose decisions have every field filled in, and what their readers say."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from django_scopes import scope

from pingyi.core.clock import now, today
from pingyi.ledgers.decisions import services
from pingyi.ledgers.decisions.documents import minutes
from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.checks.held import check_informed
from pingyi.ledgers.decisions.domain.votes import Outcome, Tally, VoteForm
from pingyi.ledgers.decisions.models import AgendaItem, DecisionMeeting, MeetingRecord, Seat, Topic
from pingyi.ledgers.decisions.queries.agenda import ItemSheet, MeetingSheet, meeting_sheet
from pingyi.ledgers.decisions.queries.minutes import minutes_facts
from pingyi.ledgers.decisions.queries.topic import topic_sheet
from pingyi.ledgers.kit.domain.checks import Finding
from pingyi.ledgers.kit.domain.fields import Consumer, Sort
from pingyi.ledgers.kit.domain.periods import Period, Rhythm
from pingyi.ledgers.kit.models import LedgerSetting
from pingyi.ledgers.kit.services import return_record
from tests.doors.office.people import browser_of
from tests.factories.decisions import (
    HELD_AT,
    NOW,
    College,
    begun,
    close,
    filed_topic,
    make_college,
    placed,
    planned_meeting,
    ready_topic,
    talk,
)
from tests.factories.world import make_actor
from tests.ledgers.burden.reading import Places, page_words
from tests.ledgers.burden.tracing import OpenEyes, Reader


def make_filled() -> College:
    """One topic decided and executed, one put off, one waiting for a meeting, one of a cadre handled before it."""
    college = make_college()
    with scope(institution=college.institution):
        _fill(college)
    return college


def _fill(college: College) -> None:
    LedgerSetting.objects.create(
        institution=college.institution,
        ledger="decisions",
        key="unit.project_from",
        value=300,
        effective_from=date(2025, 1, 1),
        reason="学校党委〔2025〕1号",
        set_by_id=college.clerk.account_id,
        set_at=NOW,
    )
    services.excuse_meeting(
        actor=college.secretary,
        now=NOW,
        organisation=college.organisation,
        body=BodyKind.JOINT_MEETING,
        period=Period(2025, 11, Rhythm.MONTH),
        reason="全员外出学习",
    )
    _decided(college)
    _put_off(college)
    waiting = ready_topic(college, title="修订奖学金办法", summary="请会议定标准。", amount=5_000_000)
    talk(college, waiting, "consultation", "方一鸣", note="赞成，建议先试行。")
    coming = planned_meeting(college, held_at=HELD_AT + timedelta(days=2))
    placed(college, waiting, coming)
    Topic.objects.filter(pk=waiting.pk).update(proposer=college.people["方一鸣"])
    _add_paper(college, services.add_topic_evidence, "办法.png", topic=waiting)
    seat = coming.seats.get(person=college.people["佟雪"])
    plans = {seat.pk: (str(Seat.Plan.LEAVE), "出差", "同意上会")}
    services.plan_seats(actor=college.secretary, now=NOW, meeting=coming, plans=plans)
    urgent = filed_topic(college, title="临时负责人", subject="cadre", major="", amount=None, authority="own")
    services.mark_urgent(
        actor=college.secretary,
        now=NOW,
        topic=urgent,
        urgent_on=date(2025, 12, 10),
        note="书记同意，先代理。",
    )


def _decided(college: College) -> None:
    topic, meeting = ready_topic(college), planned_meeting(college)
    services.invite(
        actor=college.secretary,
        now=NOW,
        meeting=meeting,
        person_id=college.people["姬平"].pk,
        is_voting=False,
    )
    item = placed(college, topic, meeting)
    other = placed(college, ready_topic(college, title="更换空调"), meeting)
    seats = begun(college, meeting)
    close(college, other)
    given: dict[str, Any] = {"actor": college.secretary, "now": NOW, "item": item}
    services.note_recusal(**given, seat=seats["佟雪"], reason="亲属是供货方")
    for name in ("何新", "严知远", "韩慕白"):
        services.record_statement(**given, seat=seats[name], text="同意。")
    tellers = (college.people["何新"].pk, college.people["姬平"].pk)
    vote = services.Vote(VoteForm.SECRET, Tally(4, 0, 0), tellers)
    services.close_item(**given, outcome=Outcome.PASSED, vote=vote, decision="同意购置。")
    signing: dict[str, Any] = {
        "actor": college.secretary,
        "now": NOW,
        "meeting": meeting,
        "signed_on": date(2025, 12, 18),
    }
    services.sign_minutes(**signing, seat=seats["韩慕白"])
    services.sign_minutes(**signing, seat=seats["何新"])
    _filed(college, meeting)
    _executed(college, topic)


def _filed(college: College, meeting: DecisionMeeting) -> None:
    """Put right, with its list, filed, and returned by the clerk."""
    given: dict[str, Any] = {"actor": college.secretary, "now": NOW, "meeting": meeting}
    services.correct_minutes(**given, correction="发言里的金额应为386万元。")
    record = MeetingRecord.objects.get(meeting=meeting)
    _add_paper(college, services.add_meeting_evidence, "签到表.png", record=record)
    record = services.file_meeting(**given)
    return_record(actor=college.clerk, now=NOW, record=record, reason="缺签到表")


def _add_paper(college: College, add: Callable[..., object], name: str, **to: Any) -> None:
    content = b"\x89PNG\r\n\x1a\n" + name.encode()
    add(actor=college.secretary, now=NOW, name=name, content=content, description="原件", **to)


def _put_off(college: College) -> None:
    """A member is away, with a reason and an opinion in writing; the item is put off."""
    meeting = planned_meeting(college, held_at=HELD_AT - timedelta(days=2))
    away = meeting.seats.get(person=college.people["方一鸣"])
    plans = {away.pk: (str(Seat.Plan.LEAVE), "开会", "同意试行")}
    services.plan_seats(actor=college.secretary, now=NOW, meeting=meeting, plans=plans)
    item = placed(college, ready_topic(college, title="调整实验室"), meeting)
    begun(college, meeting, "方一鸣")
    close(college, item, Outcome.POSTPONED, counts=None)
    told: dict[str, Any] = {"actor": college.secretary, "now": NOW, "meeting": meeting}
    services.inform_absent(**told, informed_on=date(2025, 12, 17))


def _executed(college: College, topic: Topic) -> None:
    given: dict[str, Any] = {"actor": college.secretary, "now": NOW}
    tasks = [
        services.assign_execution(
            **given,
            topic=topic,
            task=task,
            responsible_id=college.people["何新"].pk,
            due_on=date(2026, 3, 31),
        )
        for task in ("招标采购", "安装验收")
    ]
    services.note_progress(**given, execution=tasks[0], text="招标文件发了。")
    services.finish_execution(**given, execution=tasks[1], text="装好了。", done_on=date(2025, 12, 18))
    services.evaluate_execution(actor=college.clerk, now=NOW, execution=tasks[1], text="运行正常。")


def readers_of(college: College) -> OpenEyes:
    """What pages, rules and minutes say of the decisions of this college."""
    browser = browser_of(make_actor(college.institution, "leader"))
    places: Places = {
        "topic_id": lambda: Topic.objects.order_by("-pk").values_list("pk", flat=True),
        "decision_meeting_id": lambda: [one.pk for one in _meetings()],
    }
    cell = f"{college.organisation.pk}:2025-month-11"
    queries = {
        "topic-list": ("", "?show=over"),
        "decision-meeting-times": (f"?year=2025&body=joint_meeting&cell={cell}",),
    }

    def look() -> Reader:
        findings = cache(lambda: _findings(today(now())))

        def read(consumer: Consumer) -> Iterator[str]:
            if consumer.sort is Sort.PAGE:
                yield from page_words(browser, consumer.code, places, queries.get(consumer.code, ("",)))
            elif consumer.sort is Sort.DOCUMENT:
                yield from (str(minutes(minutes_facts(meeting_sheet(one)))) for one in _meetings())
            elif consumer.sort is Sort.RULE:
                yield from (str(one.message) for one in findings() if one.code == consumer.code)

        return read

    return look


def _meetings() -> list[DecisionMeeting]:
    rows = DecisionMeeting.objects.select_related("organisation", "chair", "recorder")
    return list(rows.order_by("-pk"))


def _findings(day: date) -> list[Finding]:
    topics = Topic.objects.select_related("organisation", "presenter").order_by("pk")
    found = [finding for one in topics for finding in topic_sheet(one, day).findings]
    for sheet in map(meeting_sheet, _meetings()):
        for item in sheet.items:
            found += [*item.before, *_held(sheet, item)]
        found += [one for one in [_told(sheet)] if one is not None]
    return found


def _told(sheet: MeetingSheet) -> Finding | None:
    record = MeetingRecord.objects.filter(meeting=sheet.meeting).first()
    absent = sum(not one.attended for one in sheet.voters)
    return check_informed(absent, record.informed_on) if record else None


def _held(sheet: MeetingSheet, item: ItemSheet) -> list[Finding]:
    row: AgendaItem = item.row
    if not row.form:
        return sheet.held(item, None, None, 0)
    tally = Tally(row.approve or 0, row.against or 0, row.abstain or 0)
    return sheet.held(item, VoteForm(row.form), tally, 2)
