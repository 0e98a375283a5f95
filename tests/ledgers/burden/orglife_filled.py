"""A college whose organisational life has every field filled in, and what its readers say."""

from collections.abc import Iterator
from datetime import date, time
from functools import cache
from typing import Any

from django_scopes import scope

from pingyi.core.clock import now, today
from pingyi.doors.evidence import facts_between
from pingyi.ledgers.kit.domain.checks import Finding
from pingyi.ledgers.kit.domain.fields import Consumer, Sort
from pingyi.ledgers.kit.domain.periods import Period, Rhythm
from pingyi.ledgers.kit.models import LedgerSetting
from pingyi.ledgers.kit.services import file_record, return_record
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Activity, Member
from pingyi.ledgers.orglife.queries.basis import load_basis, orglife_rules
from pingyi.ledgers.orglife.queries.checks import year_check
from pingyi.ledgers.orglife.queries.each_checks import findings_of_activity
from pingyi.ledgers.orglife.queries.hints import hints_of
from pingyi.ledgers.orglife.services import Seat, add_activity_evidence, excuse_miss
from pingyi.organisations.domain.facts import Span
from pingyi.organisations.models import Organisation, Post
from tests.doors.office.people import browser_of
from tests.factories.orglife import LedgerWorld, make_activity, make_ledger_world
from tests.factories.world import make_person, make_secretary
from tests.ledgers.burden.reading import Places, page_words
from tests.ledgers.burden.tracing import OpenEyes, Reader

YEAR = 2026
PNG = b"\x89PNG\r\n\x1a\n"
# Somebody is in both at once.
TRAINING, CLASS = (
    {"starts_at": time(13, 30), "ends_at": time(15, 30)},
    {"starts_at": time(15, 0), "ends_at": time(16, 0)},
)


def make_filled() -> LedgerWorld:
    """Seven members; a committee meeting, a vote, two lessons, a birthday, a return, an excuse, a number laid down."""
    world = make_ledger_world()
    with scope(institution=world.institution):
        _fill(world)
    return world


def _fill(world: LedgerWorld) -> None:
    world.people += [make_person(world.institution, organisation=world.first) for _ in range(4)]
    for person in world.people:
        Member.objects.create(
            institution=world.institution,
            person=person,
            admitted_on=date(2010, 3, 8),
            full_on=date(2011, 3, 8),
            group="第一党小组",
        )
    newest = Member.objects.order_by("pk").last()
    assert newest is not None
    newest.full_on, newest.left_on = date(2025, 6, 30), date(2026, 12, 31)
    newest.save()
    _appoint(world)
    _hold(world)
    excuse_miss(
        actor=world.branch_secretary,
        now=now(),
        organisation=world.first,
        kind=Kind.COMMITTEE,
        period=Period(YEAR, 2, Rhythm.MONTH),
        reason="全员外出",
    )
    _lay_down(world, "committee.count", 2)


def _lay_down(world: LedgerWorld, key: str, value: int) -> None:
    LedgerSetting.objects.create(
        institution=world.institution,
        ledger="orglife",
        key=key,
        value=value,
        effective_from=date(2026, 2, 1) if key == "committee.count" else date(2026, 1, 1),
        reason="学校党委〔2026〕3号",
        set_by_id=world.clerk.account_id,
        set_at=now(),
    )


def _appoint(world: LedgerWorld) -> None:
    """A new secretary of the branch with a deputy, and a leading cadre who belongs to it."""
    deputy, secretary = world.people[:2]
    for person, place, title, since in (
        (secretary, world.first, Post.Title.SECRETARY, date(2026, 1, 5)),
        (deputy, world.first, Post.Title.DEPUTY_SECRETARY, date(2024, 1, 5)),
        (deputy, world.college, Post.Title.DEPUTY_LEADER, date(2024, 1, 5)),
    ):
        Post.objects.create(
            institution=world.institution,
            person=person,
            organisation=place,
            title=title,
            started_on=since,
        )
    _lay_down(world, "theme_day.hours", 2)
    _lay_down(world, "double_life.count", 3)


def _hold(world: LedgerWorld) -> None:
    first, second, third = world.people[:3]
    everybody = tuple(Seat(one.pk, is_present=True) for one in (first, second, third))
    teacher = make_secretary(world.college, "白露")
    teacher.organisation = world.first
    teacher.save()
    seats = (Seat(first.pk, is_present=True), Seat(second.pk, is_present=False, reason="出差"))
    named: dict[str, Any] = {"chair_id": first.pk, "recorder_id": second.pk, "now": now()}
    for number, fields in enumerate(
        (
            {"kind": Kind.COMMITTEE, "due_count": 7, "present_count": 4},
            {"kind": Kind.COMMITTEE, "seats": seats, "happened_on": date(2026, 2, 10)},
            {"kind": Kind.THEME_DAY, **CLASS},
            {"kind": Kind.MEMBERS_MEETING, "due_count": 7, "present_count": 6, "votes_for": 4},
            {"kind": Kind.TRAINING, "hours": 31, "seats": everybody, **TRAINING},
            {"kind": Kind.PARTY_CLASS, "hours": 1, "seats": everybody, "lecturer_id": teacher.pk, **CLASS},
            {"kind": Kind.BIRTHDAY, "happened_on": date(2026, 3, 9)},
        )
    ):
        content = {"topic": f"学习{number}", "place": "会议室", "content": "逐条学习。", **named, **fields}
        activity = make_activity(world, **content)
        if not number or content["kind"] is Kind.MEMBERS_MEETING:
            add_activity_evidence(
                actor=world.branch_secretary,
                now=now(),
                activity=activity,
                name=f"现场{number}.png",
                content=PNG + bytes([number]),
                description="会场全景",
            )
        file_record(actor=world.branch_secretary, now=now(), record=activity)
    back = make_activity(world, topic="写错了", happened_on=date(2026, 1, 20), now=now())
    file_record(actor=world.branch_secretary, now=now(), record=back)
    return_record(actor=world.secretary, now=now(), record=back, reason="缺照片")


def readers_of(world: LedgerWorld) -> OpenEyes:
    """What pages, rules and measures of organisational life say of this college."""
    browser = browser_of(world.leader)
    places: Places = {
        "organisation_id": lambda: [world.college.pk],
        "activity_id": lambda: Activity.objects.order_by("-pk").values_list("pk", flat=True),
        "ledger": lambda: ["orglife"],
    }
    # The cell that was excused is open.
    queries = {"orglife-matrix": (f"?kind=committee&cell={world.first.pk}:{YEAR}-month-2",)}

    def look() -> Reader:
        facts = cache(lambda: facts_between([world.college.pk], Span(date(YEAR, 1, 1), date(YEAR, 12, 31))))
        said_by_rules = cache(lambda: _rules_say(world))

        def read(consumer: Consumer) -> Iterator[str]:
            if consumer.sort is Sort.PAGE:
                yield from page_words(browser, consumer.code, places, queries.get(consumer.code, ("",)))
            elif consumer.sort is Sort.MEASURE:
                yield from (f"{one.value}/{one.out_of}" for one in facts() if one.measure == consumer.code)
            else:
                yield from (str(said) for code, said in said_by_rules() if code == consumer.code)

        return read

    return look


def _rules_say(world: LedgerWorld) -> list[tuple[str, object]]:
    branches = list(Organisation.objects.filter(parent=world.college).order_by("pk"))
    check = year_check(world.college, branches, YEAR, basis=load_basis(branches), today=today(now()))
    found: list[Finding] = list(check.findings)
    for one in Activity.objects.select_related("chair").order_by("pk"):
        found += findings_of_activity(one, orglife_rules())
    hints = hints_of(branches, date(YEAR, 1, 1), date(YEAR, 12, 31))
    return [
        *((one.code, one.message) for one in found),
        *(("orglife.same_photo", [row.pk for row in one.activities]) for one in hints.photos),
        *(("orglife.two_rooms", (one.person.pk, one.first.pk, one.second.pk)) for one in hints.rooms),
    ]
