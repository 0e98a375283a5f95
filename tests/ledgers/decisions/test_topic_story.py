"""A topic from its proposal to the end, through the verbs."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.ledgers.decisions import services
from pingyi.ledgers.decisions.domain.votes import Outcome, VoteForm
from pingyi.ledgers.decisions.models import CheckLog, MinutesSignature, Topic
from pingyi.ledgers.decisions.queries.agenda import meeting_sheet
from tests.factories.decisions import (
    HELD_AT,
    NOW,
    College,
    begun,
    close,
    decided_topic,
    filed_topic,
    make_college,
    placed,
    planned_meeting,
    ready_topic,
    talk,
    wish_of,
)
from tests.factories.world import make_actor, make_institution


@pytest.fixture
def college(db: None) -> Iterator[College]:
    made = make_college()
    with scope(institution=made.institution):
        yield made


def state_of(topic: Topic) -> str:
    return Topic.objects.get(pk=topic.pk).state


def refused(code: str) -> "pytest.RaisesExc[Refused]":
    return pytest.raises(Refused, check=lambda refusal: refusal.code == code)


def test_topic_is_decided_executed_evaluated_and_done(college: College) -> None:
    topic = filed_topic(college)
    assert (topic.decides, topic.studies_first, state_of(topic)) == ("joint_meeting", "", "filed")
    talk(college, topic, "coordination", "韩慕白")
    assert state_of(topic) == "filed"
    talk(college, topic, "coordination", "严知远")
    assert state_of(topic) == "coordinated"
    talk(college, topic, "consultation", "佟雪")
    talk(college, topic, "experts", "五位专家")
    meeting = planned_meeting(college)
    item = placed(college, topic, meeting)
    assert meeting_sheet(meeting).proof().holds
    seats = begun(college, meeting)
    for name in ("何新", "佟雪", "方一鸣", "严知远", "韩慕白"):
        services.record_statement(
            actor=college.secretary, now=NOW, item=item, seat=seats[name], text="同意。"
        )
    close(college, item)
    assert state_of(topic) == "decided"
    codes = [one["code"] for one in CheckLog.objects.filter(topic=topic).latest("pk").findings]
    assert {"D01", "D03", "D11", "D13", "D14", "D16"} <= set(codes)
    execution = services.assign_execution(
        actor=college.secretary,
        now=NOW,
        topic=topic,
        task="招标采购",
        responsible_id=college.people["何新"].pk,
        due_on=date(2026, 3, 31),
    )
    assert state_of(topic) == "executing"
    later = NOW + timedelta(days=60)
    services.note_progress(actor=college.secretary, now=later, execution=execution, text="已经开标。")
    services.supervise_execution(actor=college.clerk, now=later, execution=execution, text="按期推进。")
    with refused("execution.not_done"):
        services.evaluate_execution(actor=college.clerk, now=later, execution=execution, text="好。")
    services.finish_execution(
        actor=college.secretary, now=later, execution=execution, text="验收了。", done_on=date(2026, 2, 10)
    )
    with refused("execution.own"):
        services.evaluate_execution(actor=college.secretary, now=later, execution=execution, text="好。")
    services.evaluate_execution(actor=college.clerk, now=later, execution=execution, text="达到了目的。")
    assert state_of(topic) == "done"


def test_topic_that_is_studied_first_waits_for_the_party_meeting(college: College) -> None:
    topic = ready_topic(college, subject="interests", major="")
    joint = planned_meeting(college)
    with refused("topic.party_first"):
        placed(college, topic, joint)
    party = planned_meeting(college, "party_meeting")
    item = placed(college, topic, party)
    begun(college, party)
    close(college, item, counts=(3, 0, 0))
    assert state_of(topic) == "party_first"
    placed(college, topic, joint)
    assert state_of(topic) == "on_agenda"


def test_joint_meeting_never_takes_what_the_party_meeting_decides(college: College) -> None:
    topic = ready_topic(college, subject="party_building", major="", amount=None)
    with refused("topic.other_body"):
        placed(college, topic, planned_meeting(college))


def test_cadres_are_decided_by_a_secret_vote_of_the_party_meeting(college: College) -> None:
    topic = ready_topic(college, subject="cadre", major="appointment", authority="own", amount=None)
    party = planned_meeting(college, "party_meeting")
    item = placed(college, topic, party)
    assert not party.seats.get(person=college.people["何新"]).is_voting
    begun(college, party)
    with refused("item.rules"):
        close(college, item, counts=(3, 0, 0))
    tellers = (college.people["姬平"].pk, college.people["何新"].pk)
    with refused("item.rules"):
        close(college, item, counts=(3, 0, 0), form=VoteForm.SECRET, tellers=tellers[:1])
    row = close(college, item, counts=(2, 0, 1), form=VoteForm.SECRET, tellers=tellers)
    assert {row.first_teller_id, row.second_teller_id} == set(tellers)
    assert state_of(topic) == "decided"


def test_vote_that_does_not_carry_is_no_decision(college: College) -> None:
    topic = ready_topic(college)
    meeting = planned_meeting(college)
    item = placed(college, topic, meeting)
    begun(college, meeting)
    with refused("item.rules"):
        close(college, item, counts=(2, 3, 0))
    close(college, item, Outcome.REJECTED, counts=(2, 3, 0))
    assert state_of(topic) == "rejected"


def test_without_a_quorum_the_item_is_put_off_and_comes_again(college: College) -> None:
    topic = ready_topic(college)
    meeting = planned_meeting(college)
    item = placed(college, topic, meeting)
    begun(college, meeting, "佟雪", "方一鸣")
    with refused("item.rules"):
        close(college, item, counts=(3, 0, 0))
    close(college, item, Outcome.POSTPONED, counts=None)
    assert state_of(topic) == "postponed"
    again = placed(college, topic, planned_meeting(college))
    assert (state_of(topic), again.number) == ("on_agenda", 1)


def test_recused_member_neither_speaks_nor_counts(college: College) -> None:
    topic = ready_topic(college)
    meeting = planned_meeting(college)
    item = placed(college, topic, meeting)
    seats = begun(college, meeting)
    services.note_recusal(actor=college.secretary, now=NOW, item=item, seat=seats["佟雪"], reason="亲属投标")
    with refused("statement.recused"):
        services.record_statement(
            actor=college.secretary, now=NOW, item=item, seat=seats["佟雪"], text="同意"
        )
    with refused("item.rules"):
        close(college, item, counts=(5, 0, 0))
    assert close(college, item, counts=(4, 0, 0)).outcome == "passed"


def test_missing_preconditions_stop_the_decision_and_not_the_postponement(college: College) -> None:
    topic = filed_topic(college)
    for name in ("韩慕白", "严知远"):
        talk(college, topic, "coordination", name)
    meeting = planned_meeting(college)
    item = placed(college, topic, meeting)
    proof = meeting_sheet(meeting).proof()
    assert proof.repair is not None
    assert proof.repair.move == (item.pk,)
    begun(college, meeting)
    with refused("item.rules"):
        close(college, item)
    close(college, item, Outcome.POSTPONED, counts=None)
    assert state_of(topic) == "postponed"


def test_minutes_are_signed_by_two_different_people(college: College) -> None:
    topic = ready_topic(college)
    meeting = planned_meeting(college)
    item = placed(college, topic, meeting)
    seats = begun(college, meeting)
    sign: dict[str, Any] = {
        "actor": college.secretary,
        "now": NOW,
        "meeting": meeting,
        "signed_on": NOW.date(),
    }
    with refused("minutes.open_items"):
        services.sign_minutes(**sign, seat=seats["韩慕白"])
    close(college, item)
    services.sign_minutes(**sign, seat=seats["韩慕白"])
    with refused("minutes.same_person"):
        services.sign_minutes(**sign, seat=seats["韩慕白"])
    services.sign_minutes(**sign, seat=None)
    with refused("minutes.signed"):
        services.sign_minutes(**sign, seat=seats["何新"])
    assert MinutesSignature.objects.filter(meeting=meeting).count() == 2


def test_urgent_matter_is_ratified_and_says_when(college: College) -> None:
    topic = ready_topic(college)
    services.mark_urgent(
        actor=college.secretary,
        now=NOW,
        topic=topic,
        urgent_on=date(2025, 12, 14),
        note="书记、院长同意先租用。",
    )
    with refused("topic.not_urgent"):
        services.mark_urgent(
            actor=college.secretary, now=NOW, topic=topic, urgent_on=NOW.date(), note="再来。"
        )
    meeting = planned_meeting(college)
    item = placed(college, topic, meeting)
    begun(college, meeting)
    close(college, item)
    codes = [one["code"] for one in CheckLog.objects.filter(meeting=meeting).latest("pk").findings]
    assert "D18" in codes


def test_topic_taken_off_may_be_placed_again(college: College) -> None:
    topic = ready_topic(college)
    item = placed(college, topic, planned_meeting(college))
    with refused("topic.placed_already"):
        placed(college, topic, planned_meeting(college))
    services.take_off_topic(actor=college.secretary, now=NOW, item=item)
    assert state_of(topic) == "coordinated"


def test_agenda_stands_once_the_meeting_sits(college: College) -> None:
    topic, other = ready_topic(college), ready_topic(college)
    meeting = planned_meeting(college)
    placed(college, other, meeting)
    with refused("meeting.ahead"):
        services.begin_meeting(
            actor=college.secretary, now=HELD_AT - timedelta(hours=1), meeting=meeting, attended=[1]
        )
    begun(college, meeting)
    with refused("meeting.begun"):
        placed(college, topic, meeting)
    with refused("meeting.begun"):
        begun(college, meeting)


def test_what_was_filed_is_not_changed(college: College) -> None:
    topic = filed_topic(college)
    with refused("topic.filed"):
        services.change_topic(actor=college.secretary, now=NOW, topic=topic, wish=wish_of(college))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": " "}, "decision.no_title"),
        ({"title": "长" * 121}, "decision.long_title"),
        ({"subject": "war"}, "topic.subject"),
        ({"amount": -1}, "topic.amount"),
        ({"presenter_id": 0}, "topic.presenter"),
        ({"proposed_on": None}, "decision.no_day"),
        ({"proposed_on": date(2026, 1, 1)}, "decision.ahead"),
    ],
)
def test_bad_topic_changes_nothing(college: College, fields: dict[str, object], code: str) -> None:
    with refused(code):
        services.draft_topic(
            actor=college.secretary,
            now=NOW,
            organisation=college.organisation,
            wish=wish_of(college, **fields),
        )
    assert not Topic.objects.exists()


def test_leader_and_clerk_of_another_institution_write_nothing(college: College) -> None:
    leader = make_actor(college.institution, "leader")
    with pytest.raises(Forbidden):
        services.draft_topic(actor=leader, now=NOW, organisation=college.organisation, wish=wish_of(college))
    stranger = make_actor(make_institution(), "clerk")
    with pytest.raises(Missing):
        services.draft_topic(
            actor=stranger, now=NOW, organisation=college.organisation, wish=wish_of(college)
        )


def test_decided_topic_without_task_is_given_one_by_its_unit(college: College) -> None:
    topic = decided_topic(college)
    with refused("execution.due"):
        services.assign_execution(
            actor=college.secretary,
            now=NOW,
            topic=topic,
            task="采购",
            responsible_id=college.people["何新"].pk,
            due_on=date(2025, 12, 1),
        )
    assert state_of(topic) == "decided"
