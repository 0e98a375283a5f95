"""Topics that are only heard, the form that comes with a topic, and its papers."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

from pingyi.core.errors import Missing, Refused
from pingyi.core.faults import SeveralFaults
from pingyi.ledgers.decisions import services
from pingyi.ledgers.decisions.domain.votes import Outcome
from pingyi.ledgers.decisions.models import AgendaItem, Topic
from pingyi.ledgers.decisions.queries.evidence import decision_facts
from pingyi.ledgers.decisions.queries.topic import topic_sheet
from pingyi.organisations.domain.facts import Span
from tests.factories.decisions import (
    FILED_ON,
    NOW,
    PHOTO,
    College,
    begun,
    close,
    decided_topic,
    filed_topic,
    make_college,
    placed,
    planned_meeting,
    ready_topic,
    wish_of,
)


@pytest.fixture
def college(db: None) -> Iterator[College]:
    made = make_college()
    with scope(institution=made.institution):
        yield made


def refused(code: str) -> "pytest.RaisesExc[Refused]":
    return pytest.raises(Refused, check=lambda refusal: refusal.code == code)


REPORT: dict[str, Any] = {"kind": "report", "major": "", "amount": None, "title": "安全检查情况"}


def heard(college: College) -> tuple[Topic, AgendaItem]:
    topic, meeting = ready_topic(college, **REPORT), planned_meeting(college)
    item = placed(college, topic, meeting)
    begun(college, meeting)
    return topic, item


def note(college: College, item: AgendaItem, decision: str = "听取了汇报。") -> AgendaItem:
    return services.note_item(actor=college.secretary, now=NOW, item=item, decision=decision)


@pytest.mark.parametrize("kind", ["report", "study"])
def test_what_is_only_heard_is_done_with_the_meeting_and_nobody_votes(college: College, kind: str) -> None:
    topic, meeting = ready_topic(college, **{**REPORT, "kind": kind}), planned_meeting(college)
    item = placed(college, topic, meeting)
    begun(college, meeting)
    with refused("item.rules"):
        close(college, item)
    row = note(college, item)
    assert (row.outcome, row.form, row.approve) == ("noted", "", None)
    topic.refresh_from_db()
    assert (topic.state, topic.decided_on) == ("done", NOW.date())
    with refused("item.closed"):
        note(college, item)
    year = Span(date(2025, 1, 1), date(2025, 12, 31))
    facts = {one.measure: one.value for one in decision_facts([college.organisation.pk], year)}
    assert facts["decisions.decided"] == 0, "nothing was decided"


def test_report_without_its_reporter_is_put_off_and_is_no_alarm(college: College) -> None:
    topic, meeting = ready_topic(college, **REPORT), planned_meeting(college)
    item = placed(college, topic, meeting)
    begun(college, meeting, "何新")
    with refused("item.rules"):
        note(college, item)
    close(college, item, Outcome.POSTPONED, counts=None)
    topic.refresh_from_db()
    assert topic.state == "postponed"
    assert "D19" not in {one.code for one in topic_sheet(topic, NOW.date()).findings}


def test_what_is_to_be_decided_is_never_only_heard(college: College) -> None:
    topic, meeting = ready_topic(college), planned_meeting(college)
    item = placed(college, topic, meeting)
    with refused("meeting.not_begun"):
        note(college, item)
    begun(college, meeting)
    with refused("item.to_be_voted"):
        note(college, item)
    with pytest.raises(IntegrityError, match="only what is to be decided"), transaction.atomic():
        AgendaItem.objects.filter(pk=item.pk).update(
            outcome="noted", closed_at=NOW, closed_by=college.secretary.account_id
        )


def test_database_carries_nothing_that_is_only_heard(college: College) -> None:
    _, item = heard(college)
    with pytest.raises(IntegrityError, match="only what is to be decided"), transaction.atomic():
        AgendaItem.objects.filter(pk=item.pk).update(
            outcome="passed",
            form="hands",
            approve=5,
            against=0,
            abstain=0,
            closed_at=NOW,
            closed_by=college.secretary.account_id,
        )


def test_report_is_none_of_the_four_kinds(college: College) -> None:
    with refused("topic.major_of_report"):
        services.draft_topic(
            actor=college.secretary,
            now=NOW,
            organisation=college.organisation,
            wish=wish_of(college, kind="report"),
        )


def test_everything_wrong_with_a_topic_is_said_at_once(college: College) -> None:
    with pytest.raises(SeveralFaults) as several:
        services.draft_topic(
            actor=college.secretary,
            now=NOW,
            organisation=college.organisation,
            wish=wish_of(
                college, title="", subject="weather", presenter_id=0, proposed_on=None, proposer_id=999_999
            ),
        )
    assert set(several.value.faults) == {"title", "subject", "presenter", "proposed_on", "proposer"}
    assert not Topic.objects.exists()


def test_everything_wrong_with_a_plan_is_said_at_once(college: College) -> None:
    with pytest.raises(SeveralFaults) as several:
        services.plan_meeting(
            actor=college.secretary,
            now=NOW,
            organisation=college.organisation,
            body="president_office",
            held_at=None,
            place="",
            chair_id=0,
            recorder_id=0,
        )
    assert set(several.value.faults) == {"body", "held_at", "chair", "recorder"}


def test_everything_wrong_with_a_task_is_said_at_once(college: College) -> None:
    topic = decided_topic(college)
    with pytest.raises(SeveralFaults) as several:
        services.assign_execution(
            actor=college.secretary, now=NOW, topic=topic, task=" ", responsible_id=0, due_on=None
        )
    assert set(several.value.faults) == {"task", "responsible", "due_on"}
    assert not topic.executions.exists()


def test_leaves_without_reason_are_all_named(college: College) -> None:
    meeting = planned_meeting(college)
    plans = {seat.pk: ("leave", "", "") for seat in meeting.seats.all()[:2]}
    with pytest.raises(SeveralFaults) as several:
        services.plan_seats(actor=college.secretary, now=NOW, meeting=meeting, plans=plans)
    assert set(several.value.faults) == {f"reason-{number}" for number in plans}


def test_form_says_minutes_signature_and_who_proposes(college: College) -> None:
    topic = services.draft_topic(
        actor=college.secretary,
        now=NOW,
        organisation=college.organisation,
        wish=wish_of(college, proposer_id=college.people["佟雪"].pk),
    )
    form = services.Form(characters=1640, minutes=8, signed_on=date(2025, 12, 11))
    services.file_topic(actor=college.secretary, now=NOW, topic=topic, filed_on=FILED_ON, form=form)
    services.add_topic_evidence(
        actor=college.secretary, now=NOW, topic=topic, name="议题单.jpg", content=PHOTO, description="签字"
    )
    topic.refresh_from_db()
    findings = {one.code: one for one in topic_sheet(topic, NOW.date()).findings}
    assert all(findings[code].is_good for code in ("D21", "D22", "D23", "D24"))
    assert findings["D21"].message == "汇报8分钟，最多10分钟"
    with refused("topic.form_signed"):
        services.sign_form(actor=college.secretary, now=NOW, topic=topic, signed_on=NOW.date())


def test_form_may_be_signed_after_filing_and_not_before_the_proposal(college: College) -> None:
    topic = filed_topic(college)
    with refused("topic.signed_early"):
        services.sign_form(actor=college.secretary, now=NOW, topic=topic, signed_on=date(2025, 11, 9))
    services.sign_form(actor=college.secretary, now=NOW, topic=topic, signed_on=NOW.date())
    assert Topic.objects.get(pk=topic.pk).signed_on == NOW.date()


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (services.Form(characters=-1), "characters"),
        (services.Form(minutes=601), "minutes"),
        (services.Form(signed_on=date(2025, 11, 9)), "signed_on"),
    ],
)
def test_form_that_cannot_be_leaves_the_topic_a_draft(
    college: College, form: services.Form, field: str
) -> None:
    topic = services.draft_topic(
        actor=college.secretary, now=NOW, organisation=college.organisation, wish=wish_of(college)
    )
    with pytest.raises(Refused) as refusal:
        services.file_topic(actor=college.secretary, now=NOW, topic=topic, filed_on=FILED_ON, form=form)
    assert refusal.value.field == field
    assert Topic.objects.get(pk=topic.pk).state == "draft"


def test_paper_is_kept_once_and_stays_after_a_meeting_looked_at_it(college: College) -> None:
    topic = ready_topic(college)
    given: dict[str, Any] = {
        "actor": college.secretary,
        "now": NOW,
        "topic": topic,
        "name": "课件.jpg",
        "content": PHOTO,
    }
    paper = services.add_topic_evidence(**given)
    assert services.add_topic_evidence(**given) == paper
    services.remove_topic_evidence(actor=college.secretary, now=NOW, topic=topic, evidence=paper)
    with pytest.raises(Missing):
        services.remove_topic_evidence(actor=college.secretary, now=NOW, topic=topic, evidence=paper)
    paper, meeting = services.add_topic_evidence(**given), planned_meeting(college)
    item = placed(college, topic, meeting)
    begun(college, meeting)
    with refused("topic.met"):
        services.remove_topic_evidence(actor=college.secretary, now=NOW, topic=topic, evidence=paper)
    close(college, item, Outcome.REJECTED, counts=(0, 5, 0))
    with refused("topic.over"):
        services.add_topic_evidence(**given)


def test_twenty_papers_are_the_limit(college: College) -> None:
    topic = filed_topic(college)
    for number in range(20):
        services.add_topic_evidence(
            actor=college.secretary,
            now=NOW,
            topic=topic,
            name=f"{number}.jpg",
            content=PHOTO + bytes([number]),
        )
    with refused("evidence.too_many"):
        services.add_topic_evidence(
            actor=college.secretary, now=NOW, topic=topic, name="21.jpg", content=PHOTO + b"more"
        )
