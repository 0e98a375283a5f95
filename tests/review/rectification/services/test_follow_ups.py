"""Requirements of the speech: answered by the organisation, ticked off by a second person."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.review.rectification.models import FollowUp
from pingyi.review.rectification.services import answer_follow_up, close_follow_up, send_back_follow_up
from tests.factories.rectification import LATER, Office, asked, make_office
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


def answer(office: Office, row: FollowUp, **fields: Any) -> FollowUp:
    wanted = {"actor": office.secretary, "now": NOW, "answer": "支委会专题研究了。"}
    with scope(institution=office.institution):
        return answer_follow_up(follow_up=row, **{**wanted, **fields})


def close(office: Office, row: FollowUp, **fields: Any) -> FollowUp:
    with scope(institution=office.institution):
        return close_follow_up(follow_up=row, **{"actor": office.clerk, "now": LATER, **fields})


def send_back(office: Office, row: FollowUp, **fields: Any) -> FollowUp:
    wanted = {"actor": office.clerk, "now": LATER, "reason": "没有写到支部。"}
    with scope(institution=office.institution):
        return send_back_follow_up(follow_up=row, **{**wanted, **fields})


def test_an_answer_may_be_corrected_until_it_is_ticked_off() -> None:
    office = make_office()
    row = asked(office)
    answer(office, row)
    answer(office, row)
    answer(office, row, answer="支委会专题研究了，分了工。")
    done = close(office, row)
    close(office, row)
    assert (done.state, done.answer, done.closed_by_id) == (
        "done",
        "支委会专题研究了，分了工。",
        office.clerk.account_id,
    )
    assert answer(office, row, answer="支委会专题研究了，分了工。").state == "done"
    with pytest.raises(Refused) as refusal:
        answer(office, row, answer="改。")
    assert refusal.value.code == "follow_up.done"
    assert Event.objects.filter(verb="follow_up.answered").count() == 2
    assert Event.objects.filter(verb="follow_up.closed").count() == 1


@pytest.mark.parametrize("is_done", [False, True])
def test_an_answer_is_sent_back_with_a_reason(is_done: bool) -> None:
    office = make_office()
    row = asked(office)
    answer(office, row)
    if is_done:
        close(office, row)
    send_back(office, row)
    back = send_back(office, row)
    assert (back.state, back.return_reason, back.closed_by_id) == ("open", "没有写到支部。", None)
    assert answer(office, row, answer="补上了支部。").return_reason == ""


def test_nothing_is_ticked_off_or_sent_back_before_there_is_an_answer() -> None:
    office = make_office()
    row = asked(office)
    for verb, code in ((close, "follow_up.not_answered"), (send_back, "follow_up.not_answered")):
        with pytest.raises(Refused) as refusal:
            verb(office, row)
        assert refusal.value.code == code
    with pytest.raises(Refused) as refusal:
        answer(office, row, answer="")
    assert (refusal.value.code, refusal.value.field) == ("follow_up.answer", "answer")
    answer(office, row)
    with pytest.raises(Refused) as refusal:
        send_back(office, row, reason="")
    assert refusal.value.code == "follow_up.reason"


def test_who_answered_does_not_tick_off_and_the_database_insists() -> None:
    office = make_office()
    row = asked(office)
    answer(office, row)
    with scope(institution=office.institution):
        FollowUp.objects.filter(pk=row.pk).update(answered_by=office.clerk.account_id)
        with pytest.raises(Refused) as refusal:
            close_follow_up(actor=office.clerk, now=LATER, follow_up=row)
        assert refusal.value.code == "follow_up.second_person"
        with pytest.raises(IntegrityError), transaction.atomic():
            FollowUp.objects.filter(pk=row.pk).update(
                state="done", closed_by=office.clerk.account_id, closed_at=LATER
            )


def test_before_the_meeting_is_over_the_organisation_knows_nothing() -> None:
    office = make_office(is_told=False)
    with pytest.raises(Missing, match="会议结束以后，要求才发给单位"):
        answer(office, asked(office))


@pytest.mark.parametrize("role", ["clerk", "leader", "counter", "scrutineer", "secretary"])
def test_only_the_own_secretary_answers_and_only_a_clerk_ticks_off(role: str) -> None:
    office = make_office()
    row = asked(office)
    other = make_actor(office.institution, role, organisation=office.hall.reporters[1].organisation)
    with pytest.raises(Forbidden):
        answer(office, row, actor=other)
    answer(office, row)
    if role != "clerk":
        with pytest.raises(Forbidden):
            close(office, row, actor=other)
        with pytest.raises(Forbidden):
            send_back(office, row, actor=other)


def test_another_institution_has_no_such_requirement() -> None:
    office, elsewhere = make_office(), make_office()
    row = asked(office)
    with pytest.raises(Missing):
        answer(elsewhere, row)
