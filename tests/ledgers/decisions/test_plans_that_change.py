"""A planned meeting: which days it can have, how it is put elsewhere or taken off, and when it counts as held."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.ledgers.decisions import services
from pingyi.ledgers.decisions.domain.votes import Outcome
from pingyi.ledgers.decisions.models import AgendaItem, DecisionMeeting, Topic
from pingyi.ledgers.decisions.queries.evidence import decision_facts
from pingyi.ledgers.decisions.queries.meeting_times import year_of_bodies
from pingyi.ledgers.decisions.queries.topic import topic_sheet
from pingyi.organisations.domain.facts import Span
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
)
from tests.factories.world import make_actor

YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def college(db: None) -> Iterator[College]:
    made = make_college()
    with scope(institution=made.institution):
        yield made


def refused(code: str) -> "pytest.RaisesExc[Refused]":
    return pytest.raises(Refused, check=lambda refusal: refusal.code == code)


def at(year: int, month: int = 1, day: int = 1) -> datetime:
    return datetime(year, month, day, 14, 0, tzinfo=PEOPLE_ZONE)


def planned_ahead(college: College, days: int) -> DecisionMeeting:
    """A joint meeting so many days after the usual one; nobody was told yet."""
    return services.plan_meeting(
        actor=college.secretary,
        now=NOW,
        organisation=college.organisation,
        body="joint_meeting",
        held_at=HELD_AT + timedelta(days=days),
        place="",
        chair_id=college.people["韩慕白"].pk,
        recorder_id=college.people["姬平"].pk,
    )


def held_in_year(college: College) -> dict[str, tuple[int, int]]:
    """How often each body met, and how many periods it missed, as the page of the meetings says."""
    bodies = year_of_bodies([college.organisation], 2025, date(2026, 3, 2))
    return {
        one.body.value: (sum(len(cell.days) for cell in one.matrix.rows[0].cells), one.missed)
        for one in bodies
    }


def change(college: College, meeting: DecisionMeeting, **fields: Any) -> DecisionMeeting:
    given = {"held_at": meeting.held_at, "place": meeting.place, **fields}
    return services.change_meeting(actor=college.secretary, now=NOW, meeting=meeting, **given)


def call_off(college: College, meeting: DecisionMeeting) -> DecisionMeeting:
    return services.call_off_meeting(actor=college.secretary, now=NOW, meeting=meeting)


@pytest.mark.parametrize("held_at", [at(1900), at(2099), at(2026, 12, 19)])
def test_meeting_of_1900_or_2099_is_not_planned_and_the_limit_is_said(
    college: College, held_at: datetime
) -> None:
    with pytest.raises(Refused) as refusal:
        planned_meeting(college, held_at=held_at)
    assert (refusal.value.code, refusal.value.field) == ("meeting.wrong_year", "held_at")
    assert "从2000年记起" in refusal.value.message
    assert "2026年12月18日" in refusal.value.message
    assert not DecisionMeeting.objects.exists()


def test_topic_proposed_in_1900_is_not_written_either(college: College) -> None:
    with refused("decision.too_early"):
        filed_topic(college, proposed_on=date(1900, 1, 1))


def test_planned_meeting_of_a_wrong_month_makes_no_month_missed(college: College) -> None:
    planned_meeting(college, held_at=at(2025, 2, 3))
    assert held_in_year(college) == {"party_meeting": (0, 0), "joint_meeting": (0, 0)}


def test_meeting_with_an_empty_agenda_is_not_held(college: College) -> None:
    meeting = planned_meeting(college, "party_meeting")
    with refused("meeting.no_items"):
        begun(college, meeting)
    meeting.refresh_from_db()
    assert meeting.begun_at is None
    assert not decision_facts_of(college)


def decision_facts_of(college: College) -> dict[str, int]:
    return {one.measure: one.value for one in decision_facts([college.organisation.pk], YEAR)}


def test_meeting_counts_once_an_item_has_its_outcome(college: College) -> None:
    """An older installation may keep one that began with an empty agenda; it counts nowhere and is not filed."""
    empty = planned_meeting(college)
    DecisionMeeting.objects.filter(pk=empty.pk).update(begun_at=NOW)
    meeting = planned_meeting(college)
    item = placed(college, ready_topic(college), meeting)
    begun(college, meeting)
    assert held_in_year(college)["joint_meeting"][0] == 0
    assert decision_facts_of(college)["decisions.joint_meetings"] == 0
    close(college, item)
    assert held_in_year(college)["joint_meeting"][0] == 1
    assert decision_facts_of(college)["decisions.joint_meetings"] == 1
    with refused("minutes.open_items"):
        services.sign_minutes(
            actor=college.secretary, now=NOW, meeting=empty, seat=None, signed_on=NOW.date()
        )


def test_one_person_does_not_chair_and_record(college: College) -> None:
    same = college.people["韩慕白"].pk
    with refused("meeting.one_person"):
        services.plan_meeting(
            actor=college.secretary,
            now=NOW,
            organisation=college.organisation,
            body="joint_meeting",
            held_at=HELD_AT,
            place="",
            chair_id=same,
            recorder_id=same,
        )
    assert not DecisionMeeting.objects.exists()


def test_meeting_is_put_at_another_time_and_its_members_are_told_again(college: College) -> None:
    planned_ahead(college, 20)
    meeting = planned_meeting(college)
    item = placed(college, ready_topic(college), meeting)
    row = change(college, meeting, place="五楼")
    assert (row.place, row.notified_on) == ("五楼", date(2025, 12, 16)), "the same time: the notice stands"
    row = change(college, meeting, held_at=HELD_AT + timedelta(days=28))
    assert (row.notified_on, row.year, row.number) == (None, 2026, 2)
    assert Event.objects.filter(verb="decision_meeting.changed").count() == 2
    with refused("meeting.wrong_year"):
        change(college, meeting, held_at=at(2099))
    change(college, meeting, held_at=HELD_AT)
    begun(college, meeting)
    with refused("meeting.begun"):
        change(college, meeting, held_at=HELD_AT + timedelta(days=1))
    close(college, item)


def test_meeting_taken_off_gives_its_topics_back_as_they_were(college: College) -> None:
    put_off, fresh = ready_topic(college), ready_topic(college, title="更换空调")
    first = planned_meeting(college)
    item = placed(college, put_off, first)
    begun(college, first)
    close(college, item, Outcome.POSTPONED, counts=None)
    meeting = planned_meeting(college)
    for topic in (put_off, fresh):
        placed(college, topic, meeting)
    row = call_off(college, meeting)
    assert row.called_off_at == NOW
    assert {one.title: one.state for one in Topic.objects.all()} == {
        "购置场发射电子显微镜": "postponed",
        "更换空调": "coordinated",
    }
    assert Event.objects.filter(verb="topic.taken_off").count() == 2
    assert Event.objects.filter(verb="decision_meeting.called_off").count() == 1
    assert not topic_sheet(Topic.objects.get(pk=fresh.pk), NOW.date()).meetings
    for act in (
        lambda: call_off(college, meeting),
        lambda: change(college, meeting, place="五楼"),
        lambda: placed(college, fresh, meeting),
        lambda: begun(college, meeting),
    ):
        with refused("meeting.called_off"):
            act()
    placed(college, fresh, planned_meeting(college))


def test_meeting_that_was_held_is_not_taken_off(college: College) -> None:
    meeting = planned_meeting(college)
    placed(college, ready_topic(college), meeting)
    begun(college, meeting)
    with refused("meeting.begun"):
        call_off(college, meeting)
    with pytest.raises(IntegrityError, match="is not called off"), transaction.atomic():
        DecisionMeeting.objects.filter(pk=meeting.pk).update(called_off_at=NOW)


def test_database_puts_nothing_on_the_agenda_of_a_meeting_that_was_taken_off(college: College) -> None:
    topic, meeting = ready_topic(college), planned_meeting(college)
    call_off(college, meeting)
    with pytest.raises(IntegrityError, match="takes no topics"), transaction.atomic():
        AgendaItem.objects.create(
            institution_id=topic.institution_id, topic=topic, meeting=meeting, number=1, purpose="decide"
        )
    with pytest.raises(IntegrityError, match="is over"), transaction.atomic():
        DecisionMeeting.objects.filter(pk=meeting.pk).update(called_off_at=None)


def test_neither_neighbour_nor_leader_changes_or_takes_off_a_meeting(college: College) -> None:
    meeting = planned_meeting(college)
    for actor in (make_actor(college.institution, "leader"), make_actor(college.institution, "examiner")):
        with pytest.raises(Forbidden):
            services.call_off_meeting(actor=actor, now=NOW, meeting=meeting)
        with pytest.raises(Forbidden):
            services.change_meeting(actor=actor, now=NOW, meeting=meeting, held_at=HELD_AT, place="")
    meeting.refresh_from_db()
    assert meeting.called_off_at is None
    assert meeting.place == "三楼会议室"


def test_filed_topic_without_a_meeting_is_not_said_to_be_early_by_days(college: College) -> None:
    topic = ready_topic(college)
    codes = {one.code for one in topic_sheet(topic, NOW.date()).findings}
    assert "D06" not in codes, "there is no meeting to measure it against"
    for _ in range(2):
        meeting = planned_meeting(college)
        item = placed(college, topic, meeting)
        begun(college, meeting)
        close(college, item, Outcome.POSTPONED, counts=None)
    later = Topic.objects.get(pk=topic.pk)
    assert "D06" not in {one.code for one in topic_sheet(later, NOW.date() + timedelta(days=50)).findings}
    placed(college, later, planned_ahead(college, 50))
    said = {one.code: one.message for one in topic_sheet(Topic.objects.get(pk=topic.pk), NOW.date()).findings}
    assert said["D06"] == "比2026年2月6日的会提前56天报送，至少3天"
