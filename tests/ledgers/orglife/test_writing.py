"""Writing, filing, returning and confirming what was held; what the database itself refuses."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.ledgers.kit.domain.periods import Period, Rhythm
from pingyi.ledgers.kit.domain.states import State
from pingyi.ledgers.kit.services import (
    confirm_record,
    file_record,
    lay_down,
    remove_evidence,
    return_record,
)
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.domain.parameters import BY_KEY
from pingyi.ledgers.orglife.models import Activity
from pingyi.ledgers.orglife.services import (
    ActivityContent,
    Seat,
    add_activity_evidence,
    excuse_miss,
    keep_member,
    remove_draft,
    revise_activity,
)
from tests.factories.orglife import LedgerWorld, make_activity, make_ledger_world
from tests.factories.world import NOW, make_person

pytestmark = pytest.mark.django_db
PHOTO = b"\xff\xd8\xff\xe0 a photograph"


@pytest.fixture
def world() -> Any:
    world = make_ledger_world()
    with scope(institution=world.institution):
        yield world


def content(**fields: Any) -> ActivityContent:
    given: dict[str, Any] = {
        "kind": Kind.COMMITTEE,
        "happened_on": date(2026, 1, 12),
        "topic": "研究发展党员",
        **fields,
    }
    return ActivityContent(**given)


def test_counts_come_from_the_list_where_there_is_one(world: LedgerWorld) -> None:
    present, absent, _ = world.people
    seats = [
        Seat(present.pk, is_present=True, reason="多写的"),
        Seat(absent.pk, is_present=False, reason="出差"),
    ]
    activity = make_activity(world, seats=seats, due_count=9)
    assert (activity.due_count, activity.present_count) == (2, 1)
    assert dict(activity.attendances.values_list("person", "reason")) == {present.pk: "", absent.pk: "出差"}
    assert activity.state == State.DRAFT


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"happened_on": NOW.date() + timedelta(days=1)}, "record.ahead"),
        ({"kind": Kind.SECRETARIES}, "activity.kind"),
        ({"topic": ""}, "activity.topic"),
        ({"due_count": 5, "present_count": 6}, "activity.present_count"),
        ({"due_count": 5, "present_count": 5, "votes_for": 6}, "activity.votes_for"),
        ({"starts_at": time(9)}, "activity.ends_at"),
        ({"starts_at": time(9), "ends_at": time(9)}, "activity.ends_at"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    world: LedgerWorld, fields: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refused) as refusal:
        make_activity(world, **fields)
    assert refusal.value.code == code
    assert not Activity.objects.exists()


def test_the_same_thing_is_written_once(world: LedgerWorld) -> None:
    make_activity(world)
    with pytest.raises(Refused) as refusal:
        make_activity(world)
    assert refusal.value.code == "activity.twice"
    make_activity(world, topic="研究评优")


def test_a_stranger_and_a_leader_write_nothing(world: LedgerWorld) -> None:
    for actor in (world.stranger, world.leader):
        with pytest.raises(Forbidden):
            make_activity(world, actor=actor)


def test_another_institution_is_not_there(world: LedgerWorld) -> None:
    elsewhere = make_ledger_world()
    with pytest.raises(Missing):
        make_activity(world, actor=elsewhere.clerk)


def test_the_way_of_a_record_from_draft_to_confirmed(world: LedgerWorld) -> None:
    activity = make_activity(world, now=NOW)
    later = NOW + timedelta(days=20)
    filed = file_record(actor=world.branch_secretary, now=later, record=activity)
    assert (filed.state, filed.recorded_at) == (State.FILED, later), "filing is when it was said"
    with pytest.raises(Refused, match="已经报了"):
        revise_activity(actor=world.branch_secretary, now=later, activity=activity, content=content())
    returned = return_record(actor=world.secretary, now=later, record=activity, reason=" 补上名单 ")
    assert (returned.state, returned.reason) == (State.RETURNED, "补上名单")
    with pytest.raises(Refused, match="不能删"):
        remove_draft(actor=world.branch_secretary, now=later, activity=activity)
    revised = revise_activity(
        actor=world.branch_secretary,
        now=later + timedelta(days=1),
        activity=activity,
        content=content(place="会议室"),
    )
    assert revised.recorded_at == later, "the day did not change, so it was said then"
    file_record(actor=world.branch_secretary, now=later + timedelta(days=1), record=activity)
    confirmed = confirm_record(actor=world.secretary, now=later + timedelta(days=2), record=activity)
    assert (confirmed.state, confirmed.reason) == (State.CONFIRMED, "")
    verbs = list(Event.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == [
        "record.written",
        "record.filed",
        "record.returned",
        "record.revised",
        "record.filed",
        "record.confirmed",
    ]


def test_another_day_than_before_counts_as_said_now(world: LedgerWorld) -> None:
    activity = make_activity(world)
    file_record(actor=world.branch_secretary, now=NOW, record=activity)
    return_record(actor=world.secretary, now=NOW, record=activity, reason="日期不对")
    later = NOW + timedelta(days=30)
    revised = revise_activity(
        actor=world.branch_secretary,
        now=later,
        activity=activity,
        content=content(happened_on=date(2026, 1, 13)),
    )
    assert revised.recorded_at == later


@pytest.mark.parametrize(
    ("who", "code"), [("branch_secretary", "record.own"), ("leader", "record.not_above")]
)
def test_nobody_confirms_her_own_and_nobody_who_is_not_above(world: LedgerWorld, who: str, code: str) -> None:
    activity = make_activity(world)
    file_record(actor=world.branch_secretary, now=NOW, record=activity)
    with pytest.raises(Forbidden) as refusal:
        confirm_record(actor=getattr(world, who), now=NOW, record=activity)
    assert refusal.value.code == code
    with pytest.raises(Forbidden):
        confirm_record(actor=world.stranger, now=NOW, record=activity)


@pytest.mark.parametrize(("reason", "code"), [(" ", "record.no_reason"), ("长" * 301, "record.long_reason")])
def test_returning_needs_a_reason_that_can_be_read(world: LedgerWorld, reason: str, code: str) -> None:
    activity = make_activity(world)
    with pytest.raises(Refused) as refusal:
        return_record(actor=world.clerk, now=NOW, record=activity, reason=reason)
    assert refusal.value.code == code


def test_a_step_that_does_not_fit_is_refused(world: LedgerWorld) -> None:
    activity = make_activity(world)
    with pytest.raises(Refused) as refusal:
        confirm_record(actor=world.clerk, now=NOW, record=activity)
    assert refusal.value.code == "record.moved"
    file_record(actor=world.branch_secretary, now=NOW, record=activity)
    with pytest.raises(Refused) as refusal:
        file_record(actor=world.branch_secretary, now=NOW, record=activity)
    assert refusal.value.code == "record.filed_already"


def test_a_draft_may_go_and_is_missed_afterwards(world: LedgerWorld) -> None:
    activity = make_activity(world)
    remove_draft(actor=world.branch_secretary, now=NOW, activity=activity)
    with pytest.raises(Missing):
        file_record(actor=world.branch_secretary, now=NOW, record=activity)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE orglife_activity SET happened_on = '2026-02-01', recorded_on = '2026-01-31'",
        "UPDATE orglife_activity SET state = 'returned', reason = ''",
        "UPDATE orglife_activity SET decided_by_id = recorded_by_id",
        "UPDATE orglife_activity SET decided_by_id = NULL",
        "UPDATE orglife_activity SET topic = '别的'",
        "UPDATE orglife_activity SET state = 'draft', decided_at = NULL, decided_by_id = NULL",
        "DELETE FROM orglife_activity",
    ],
)
def test_the_database_itself_keeps_a_confirmed_record(world: LedgerWorld, statement: str) -> None:
    activity = make_activity(world)
    file_record(actor=world.branch_secretary, now=NOW, record=activity)
    confirm_record(actor=world.clerk, now=NOW, record=activity)
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_photograph_stands_with_its_record_once_until_it_is_filed(world: LedgerWorld) -> None:
    activity, actor = make_activity(world), world.branch_secretary
    given: dict[str, Any] = {
        "actor": actor,
        "now": NOW,
        "activity": activity,
        "name": "会场.jpg",
        "content": PHOTO,
    }
    first = add_activity_evidence(**given, description="签到")
    assert add_activity_evidence(**given) == first
    with pytest.raises(Refused) as refusal:
        add_activity_evidence(**{**given, "name": "会场.png"})
    assert refusal.value.code == "evidence.content"
    remove_evidence(actor=actor, now=NOW, record=activity, evidence=first)
    with pytest.raises(Missing):
        remove_evidence(actor=actor, now=NOW, record=activity, evidence=first)
    file_record(actor=actor, now=NOW, record=activity)
    with pytest.raises(Refused, match="已经报了"):
        add_activity_evidence(**given)


def test_a_record_holds_twenty_files_and_no_more(world: LedgerWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pingyi.ledgers.kit.services.evidence.MOST", 1)
    activity = make_activity(world)
    given: dict[str, Any] = {"actor": world.clerk, "now": NOW, "activity": activity, "name": "会场.jpg"}
    add_activity_evidence(**given, content=PHOTO)
    with pytest.raises(Refused) as refusal:
        add_activity_evidence(**given, content=PHOTO + b"2")
    assert refusal.value.code == "evidence.too_many"


def test_a_miss_is_excused_when_the_period_is_over(world: LedgerWorld) -> None:
    given: dict[str, Any] = {
        "actor": world.branch_secretary,
        "now": NOW,
        "organisation": world.first,
        "kind": Kind.COMMITTEE,
    }
    over, present = Period(2025, 12, Rhythm.MONTH), Period(2026, 1, Rhythm.MONTH)
    excuse_miss(**given, period=over, reason="放假")
    assert excuse_miss(**given, period=over, reason=" 全员外出 ").reason == "全员外出"
    for period, reason, code in ((over, " ", "excuse.reason"), (present, "忘了", "excuse.early")):
        with pytest.raises(Refused) as refusal:
            excuse_miss(**given, period=period, reason=reason)
        assert refusal.value.code == code


def test_members_are_entered_with_their_days(world: LedgerWorld) -> None:
    person, _, _ = world.people
    given: dict[str, Any] = {
        "actor": world.branch_secretary,
        "now": NOW,
        "left_on": None,
        "group": " 第一小组 ",
    }
    joined, full = date(2012, 6, 28), date(2013, 6, 28)
    member = keep_member(**given, person=person, admitted_on=joined, full_on=full)
    assert (member.admitted_on, member.group) == (joined, "第一小组")
    for days, code in (
        ({"admitted_on": None, "full_on": None}, "member.day"),
        ({"admitted_on": full, "full_on": joined}, "member.order"),
        ({"admitted_on": full, "full_on": None, "left_on": joined}, "member.order"),
    ):
        with pytest.raises(Refused) as refusal:
            keep_member(**{**given, **days}, person=person)
        assert refusal.value.code == code
    with pytest.raises(Missing):
        keep_member(**given, person=make_person(world.institution), admitted_on=joined, full_on=None)


def test_the_clerk_lays_a_number_down_from_a_day_on(world: LedgerWorld) -> None:
    given: dict[str, Any] = {"now": NOW, "ledger": "orglife", "parameter": BY_KEY["committee.count"]}
    rest: dict[str, Any] = {"effective_from": date(2026, 1, 1), "reason": "校党发〔2026〕1号"}
    row = lay_down(actor=world.clerk, **given, typed="2", **rest)
    assert (row.value, row.key) == (2, "committee.count")
    for changed, code in (
        ({"effective_from": None}, "setting.no_day"),
        ({"reason": ""}, "setting.no_reason"),
        ({"typed": "很多"}, "setting.value"),
    ):
        with pytest.raises(Refused) as refusal:
            lay_down(**{"actor": world.clerk, **given, "typed": "2", **rest, **changed})
        assert refusal.value.code == code
    with pytest.raises(Forbidden):
        lay_down(actor=world.secretary, **given, typed="2", **rest)
