"""Roles against verbs of decisions, as a table: who may write, look into and evaluate what a unit decides."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.ledgers.decisions import services
from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.models import DecisionMeeting, Execution, MeetingRecord
from pingyi.ledgers.kit.domain.periods import Period, Rhythm
from pingyi.ledgers.kit.services import confirm_record
from pingyi.organisations.actor import Actor
from tests.factories.decisions import (
    NOW,
    PHOTO,
    College,
    filed_topic,
    make_college,
    make_decided,
    planned_meeting,
    signed_meeting,
    wish_of,
)
from tests.factories.world import make_actor, make_institution, make_organisation

Verb = Callable[[College, Actor], Any]
WRITERS = {"secretary", "superior", "clerk"}
ABOVE = {"superior", "clerk"}


@pytest.fixture
def college(db: None) -> Iterator[College]:
    made = make_college()
    with scope(institution=made.institution):
        yield made


def everybody(college: College) -> dict[str, Actor]:
    """Somebody of each role, a secretary of another unit, the secretary above, and a clerk from elsewhere."""
    elsewhere = make_organisation(college.institution, "图书馆党总支", parent=college.organisation.parent)
    above = college.organisation.parent
    return {
        "secretary": college.secretary,
        "superior": make_actor(college.institution, "secretary", organisation=above),
        "neighbour": make_actor(college.institution, "secretary", organisation=elsewhere),
        "foreign clerk": make_actor(make_institution(), "clerk"),
        **{
            role: make_actor(college.institution, role)
            for role in ("clerk", "leader", "scrutineer", "counter", "examiner")
        },
    }


def draft(college: College, actor: Actor) -> None:
    services.draft_topic(actor=actor, now=NOW, organisation=college.organisation, wish=wish_of(college))


def talk(college: College, actor: Actor) -> None:
    services.record_talk(
        actor=actor,
        now=NOW,
        topic=filed_topic(college),
        kind="experts",
        happened_on=NOW.date(),
        answer="agrees",
        who="专家",
    )


def notify(college: College, actor: Actor) -> None:
    services.notify_members(actor=actor, now=NOW, meeting=planned_meeting(college), notified_on=NOW.date())


def supervise(college: College, actor: Actor) -> None:
    execution = Execution.objects.first()
    if execution is None:
        account = college.secretary.account_id
        execution = make_decided(college.organisation, college.people["何新"], account).execution
    services.supervise_execution(actor=actor, now=NOW, execution=execution, text="看过。")


def attach(college: College, actor: Actor) -> None:
    services.add_topic_evidence(
        actor=actor, now=NOW, topic=filed_topic(college), name="议题单.jpg", content=PHOTO
    )


def excuse(college: College, actor: Actor) -> None:
    services.excuse_meeting(
        actor=actor,
        now=NOW,
        organisation=college.organisation,
        body=BodyKind.PARTY_MEETING,
        period=Period(2025, 3, Rhythm.MONTH),
        reason="换届筹备",
    )


def correct(college: College, actor: Actor) -> None:
    meeting = DecisionMeeting.objects.first() or signed_meeting(college)
    services.correct_minutes(actor=actor, now=NOW, meeting=meeting, correction="金额应为38.6万元。")


def confirm(college: College, actor: Actor) -> None:
    record = MeetingRecord.objects.filter(state="filed").first()
    if record is None:
        meeting = signed_meeting(college)
        record = services.file_meeting(actor=college.secretary, now=NOW, meeting=meeting)
    confirm_record(actor=actor, now=NOW, record=record)


@pytest.mark.parametrize(
    ("verb", "allowed"),
    [
        (draft, WRITERS),
        (talk, WRITERS),
        (notify, WRITERS),
        (attach, WRITERS),
        (excuse, WRITERS),
        (correct, WRITERS),
        (confirm, ABOVE),
        (supervise, ABOVE),
    ],
)
def test_verbs_are_open_to_those_of_the_table_only(college: College, verb: Verb, allowed: set[str]) -> None:
    people = everybody(college)
    done = set()
    for name, actor in people.items():
        try:
            verb(college, actor)
        except (Forbidden, Missing):
            continue
        except Refused as refusal:
            pytest.fail(f"{name}: {refusal.message}")
        done.add(name)
    assert done == allowed
