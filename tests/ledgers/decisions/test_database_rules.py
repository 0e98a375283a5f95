"""What the database itself refuses, whoever writes: a topic of the Party meeting is closed by no other body."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

from pingyi.ledgers.decisions.models import (
    AgendaItem,
    CheckLog,
    DecisionMeeting,
    MinutesSignature,
    Talk,
    Topic,
)
from tests.factories.decisions import (
    College,
    decided_topic,
    filed_topic,
    make_college,
    planned_meeting,
    ready_topic,
)


@pytest.fixture
def college(db: None) -> Iterator[College]:
    made = make_college()
    with scope(institution=made.institution):
        yield made


def write_item(topic: Topic, meeting: DecisionMeeting, purpose: str = "decide") -> AgendaItem:
    return AgendaItem.objects.create(
        institution_id=topic.institution_id, topic=topic, meeting=meeting, number=1, purpose=purpose
    )


def test_joint_meeting_holds_no_item_of_the_party_meeting(college: College) -> None:
    topic = ready_topic(college, subject="party_building", major="", amount=None)
    with pytest.raises(IntegrityError, match="closed only by the body"), transaction.atomic():
        write_item(topic, planned_meeting(college))


def test_item_cannot_be_moved_to_another_body_afterwards(college: College) -> None:
    topic = ready_topic(college, subject="party_building", major="", amount=None)
    joint = planned_meeting(college)
    item = write_item(topic, planned_meeting(college, "party_meeting"))
    with pytest.raises(IntegrityError, match="closed only by the body"), transaction.atomic():
        AgendaItem.objects.filter(pk=item.pk).update(meeting=joint)


def test_topic_to_be_studied_first_is_decided_nowhere_before(college: College) -> None:
    topic = ready_topic(college, subject="interests", major="", amount=None)
    joint = planned_meeting(college)
    with pytest.raises(IntegrityError, match="closed only by the body"), transaction.atomic():
        write_item(topic, joint)
    write_item(topic, planned_meeting(college, "party_meeting"), "study")
    with pytest.raises(IntegrityError, match="closed only by the body"), transaction.atomic():
        write_item(topic, joint)


@pytest.mark.parametrize("state", ["decided", "executing", "done", "rejected"])
def test_topic_is_not_closed_without_a_meeting(college: College, state: str) -> None:
    topic = ready_topic(college)
    with pytest.raises(IntegrityError, match="closed only by the body"), transaction.atomic():
        Topic.objects.filter(pk=topic.pk).update(state=state, decided_on=date(2025, 12, 18))


def test_topic_is_not_born_closed(college: College) -> None:
    topic = ready_topic(college)
    topic.pk, topic.number, topic.state, topic.decided_on = None, 99, "decided", date(2025, 12, 18)
    with pytest.raises(IntegrityError, match="closed only by the body"), transaction.atomic():
        topic.save(force_insert=True)


def test_route_of_a_filed_topic_and_the_body_of_a_meeting_stay(college: College) -> None:
    topic = filed_topic(college, subject="party_building", major="", amount=None)
    meeting = planned_meeting(college)
    with pytest.raises(IntegrityError, match="once it was filed"), transaction.atomic():
        Topic.objects.filter(pk=topic.pk).update(decides="joint_meeting")
    with pytest.raises(IntegrityError, match="one body"), transaction.atomic():
        DecisionMeeting.objects.filter(pk=meeting.pk).update(body="party_meeting")


def test_what_a_meeting_decided_stays(college: College) -> None:
    topic = decided_topic(college)
    item = topic.items.get()
    with pytest.raises(IntegrityError, match="does not change"), transaction.atomic():
        AgendaItem.objects.filter(pk=item.pk).update(approve=0)
    with pytest.raises(IntegrityError, match="does not change"), transaction.atomic():
        AgendaItem.objects.filter(pk=item.pk).delete()


def test_decision_without_a_vote_is_refused(college: College) -> None:
    topic = ready_topic(college)
    item = write_item(topic, planned_meeting(college))
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaItem.objects.filter(pk=item.pk).update(
            outcome="passed", closed_at=topic.recorded_at, closed_by=topic.recorded_by_id
        )


@pytest.mark.parametrize("table", [Talk, CheckLog])
def test_what_was_heard_and_checked_is_only_added(
    college: College, table: type[Talk] | type[CheckLog]
) -> None:
    topic = decided_topic(college)
    rows = table.objects.filter(topic=topic)
    with pytest.raises(Exception, match="append-only"), transaction.atomic():
        rows.update(institution_id=topic.institution_id)
    assert not MinutesSignature.objects.exists()
