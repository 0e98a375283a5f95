"""Claimed, contested, decided."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.review.meetings.services import reopen_comment
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.queries import known_problems
from pingyi.review.rectification.services import (
    claim_problem,
    contest_problem,
    raise_problem,
    rule_on_contest,
)
from tests.factories.rectification import LATER, Office, claimed, contested, end_meeting, make_office
from tests.factories.world import NOW, make_actor, make_institution

pytestmark = pytest.mark.django_db


def verbs() -> list[str]:
    return [
        verb
        for verb in Event.objects.order_by("sequence").values_list("verb", flat=True)
        if verb.startswith("problem.") and verb != "problem.raised"
    ]


def rule(office: Office, **fields: Any) -> ProblemItem:
    wanted = {"actor": office.clerk, "now": LATER, "stands": True, "reason": "支部在你们那里。"}
    with scope(institution=office.institution):
        return rule_on_contest(problem=office.problems()[0], **{**wanted, **fields})


def test_a_problem_is_claimed_once_by_its_secretary() -> None:
    office = make_office()
    claimed(office)
    row = claimed(office, now=LATER)
    assert (row.state, row.answered_by_id, row.answered_at) == ("claimed", office.secretary.account_id, NOW)
    assert verbs() == ["problem.claimed"]


def test_a_contest_needs_a_reason_and_the_same_one_again_does_no_harm() -> None:
    office = make_office()
    with scope(institution=office.institution), pytest.raises(Refused) as refusal:
        contest_problem(actor=office.secretary, now=NOW, problem=office.problems()[0], reason=" ")
    assert (refusal.value.code, refusal.value.field) == ("problem.reason", "reason")
    contested(office)
    contested(office)
    assert verbs() == ["problem.contested"]
    with pytest.raises(Refused, match="已经说明过"):
        contested(office, reason="另一个理由。")
    assert office.problems()[0].contest_reason == "归附属医院管。"


def test_a_reason_that_is_too_long_is_refused() -> None:
    office = make_office()
    with pytest.raises(Refused, match="写了501字，最多500字"):
        contested(office, reason="长" * 501)
    assert office.problems()[0].state == "raised"


def test_a_contest_is_taken_back_by_claiming() -> None:
    office = make_office()
    contested(office)
    row = claimed(office)
    assert (row.state, row.contest_reason) == ("claimed", "")


def test_a_claimed_problem_is_not_contested_any_more() -> None:
    office = make_office()
    claimed(office)
    with pytest.raises(Refused) as refusal:
        contested(office)
    assert refusal.value.code == "problem.answered"


@pytest.mark.parametrize(("stands", "state"), [(True, "claimed"), (False, "withdrawn")])
def test_a_contest_is_decided_with_a_reason(stands: bool, state: str) -> None:
    office = make_office()
    contested(office)
    row = rule(office, stands=stands)
    again = rule(office, stands=stands, now=NOW, reason="")
    assert (row.state, row.ruling_note) == (state, "支部在你们那里。")
    assert (again.ruled_by_id, again.ruled_at) == (office.clerk.account_id, LATER)
    assert verbs() == ["problem.contested", "problem.ruled"]


def test_a_second_one_does_not_overturn_the_decision() -> None:
    office = make_office()
    contested(office)
    rule(office, stands=False)
    with pytest.raises(Refused, match="可能别人已经定了"):
        rule(office, stands=True, actor=make_actor(office.institution, "leader"))
    assert office.problems()[0].state == "withdrawn"


def test_a_withdrawn_problem_is_not_claimed() -> None:
    office = make_office()
    contested(office)
    rule(office, stands=False)
    with pytest.raises(Refused, match="不用认领"):
        claimed(office)


def test_nothing_is_decided_where_nothing_was_contested_or_without_reason() -> None:
    office = make_office()
    with pytest.raises(Refused) as refusal:
        rule(office)
    assert refusal.value.code == "problem.not_contested"
    contested(office)
    with pytest.raises(Refused) as refusal:
        rule(office, reason="  ")
    assert (refusal.value.code, office.problems()[0].state) == ("problem.ruling", "contested")


def test_a_leader_decides_and_others_do_not() -> None:
    office = make_office()
    contested(office)
    for role in ("counter", "scrutineer"):
        with pytest.raises(Forbidden):
            rule(office, actor=make_actor(office.institution, role))
    with pytest.raises(Forbidden):
        rule(office, actor=office.secretary)
    assert rule(office, actor=make_actor(office.institution, "leader")).state == "claimed"


def test_a_clerk_who_is_secretary_there_decides_nothing_about_the_own_organisation() -> None:
    office = make_office()
    contested(office)
    both = make_actor(office.institution, "clerk", "secretary", organisation=office.organisation)
    with pytest.raises(Forbidden):
        rule(office, actor=both)


def test_who_wrote_the_contest_does_not_decide_it() -> None:
    office = make_office()
    contested(office)
    with scope(institution=office.institution):
        ProblemItem.objects.update(answered_by=office.clerk.account_id)
    with pytest.raises(Refused) as refusal:
        rule(office)
    assert refusal.value.code == "problem.own_contest"


@pytest.mark.parametrize("role", ["clerk", "leader", "counter", "scrutineer"])
def test_only_the_own_secretary_answers(role: str) -> None:
    office = make_office()
    actor = make_actor(office.institution, role)
    other = make_actor(office.institution, "secretary", organisation=office.hall.reporters[1].organisation)
    for one in (actor, other):
        with scope(institution=office.institution):
            with pytest.raises(Forbidden):
                claim_problem(actor=one, now=NOW, problem=office.problems()[0])
            with pytest.raises(Forbidden):
                contest_problem(actor=one, now=NOW, problem=office.problems()[0], reason="不是。")
    assert office.problems()[0].state == "raised"


def test_another_institution_has_no_such_problem() -> None:
    office = make_office()
    problem = office.problems()[0]
    with scope(institution=make_institution()), pytest.raises(Missing):
        claim_problem(actor=office.secretary, now=NOW, problem=problem)


def test_before_the_comment_is_final_and_the_meeting_over_the_organisation_knows_nothing() -> None:
    office = make_office(is_told=False)
    with pytest.raises(Missing, match="会议结束以后，问题才发给单位"):
        claimed(office)
    end_meeting(office.hall)
    with pytest.raises(Missing):
        contested(office)
    assert office.problems()[0].state == "raised"


def test_what_was_answered_stays_known_when_the_comment_is_opened_again() -> None:
    office = make_office(["组织生活不正常。", "换届逾期。"])
    claimed(office)
    with scope(institution=office.institution):
        reopen_comment(actor=office.clerk, now=LATER, reporter=office.hall.reporters[0])
        known = ProblemItem.objects.filter(known_problems()).values_list("text", flat=True)
        assert list(known) == ["组织生活不正常。"]


def test_a_problem_that_came_otherwise_is_known_at_once() -> None:
    office = make_office(is_told=False)
    with scope(institution=office.institution):
        raise_problem(
            actor=office.clerk,
            now=NOW,
            cycle=office.cycle,
            organisation=office.organisation,
            text="台账不全。",
            source=ProblemItem.Source.INSPECTION,
        )
        assert ProblemItem.objects.filter(known_problems()).get().text == "台账不全。"


def test_the_database_refuses_an_answer_without_author() -> None:
    office = make_office()
    with scope(institution=office.institution), pytest.raises(IntegrityError), transaction.atomic():
        ProblemItem.objects.update(answered_at=NOW)
