"""From the signed minutes to the level above: filed, returned, put right, confirmed by a second person."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.ledgers.decisions import services
from pingyi.ledgers.decisions.documents import minutes
from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.models import DecisionMeeting, MeetingExcuse, MeetingRecord
from pingyi.ledgers.decisions.queries.agenda import meeting_sheet
from pingyi.ledgers.decisions.queries.meeting_times import year_of_bodies
from pingyi.ledgers.decisions.queries.minutes import minutes_facts
from pingyi.ledgers.decisions.queries.systems import system_of
from pingyi.ledgers.kit.domain.matrix import Mark
from pingyi.ledgers.kit.domain.periods import Period, Rhythm
from pingyi.ledgers.kit.models import LedgerSetting
from pingyi.ledgers.kit.services import confirm_record, remove_evidence, return_record
from pingyi.organisations.models import Body, BodyMember, Post
from tests.factories.decisions import (
    HELD_AT,
    NOW,
    PHOTO,
    College,
    begun,
    close,
    make_college,
    placed,
    planned_meeting,
    ready_topic,
    signed_meeting,
)
from tests.factories.world import make_actor, make_institution, make_person


@pytest.fixture
def college(db: None) -> Iterator[College]:
    made = make_college()
    with scope(institution=made.institution):
        yield made


def refused(code: str) -> "pytest.RaisesExc[Refused]":
    return pytest.raises(Refused, check=lambda refusal: refusal.code == code)


def filed(college: College, meeting: DecisionMeeting) -> MeetingRecord:
    return services.file_meeting(actor=college.secretary, now=NOW, meeting=meeting)


def test_signed_meeting_is_filed_returned_put_right_and_confirmed_by_another(college: College) -> None:
    meeting = signed_meeting(college)
    record = filed(college, meeting)
    with refused("record.own"):
        confirm_record(actor=college.secretary, now=NOW, record=record)
    with refused("record.closed"):
        services.correct_minutes(actor=college.secretary, now=NOW, meeting=meeting, correction="补一句。")
    with refused("record.no_reason"):
        return_record(actor=college.clerk, now=NOW, record=record, reason=" ")
    return_record(actor=college.clerk, now=NOW, record=record, reason="传上签了名的纪要")
    services.add_meeting_evidence(
        actor=college.secretary, now=NOW, record=record, name="纪要.jpg", content=PHOTO
    )
    services.correct_minutes(
        actor=college.secretary, now=NOW, meeting=meeting, correction="金额应为38.6万元。"
    )
    confirm_record(actor=college.clerk, now=NOW, record=filed(college, meeting))
    record.refresh_from_db()
    assert (record.state, record.decided_by_id) == ("confirmed", college.clerk.account_id)
    with refused("record.closed"):
        remove_evidence(actor=college.secretary, now=NOW, record=record, evidence=record.evidence.get())
    text = str(minutes(minutes_facts(meeting_sheet(DecisionMeeting.objects.get(pk=meeting.pk)))))
    assert "补正：金额应为38.6万元。" in text


def test_meeting_is_filed_only_with_two_signatures_and_every_outcome(college: College) -> None:
    meeting = planned_meeting(college)
    item = placed(college, ready_topic(college), meeting)
    with pytest.raises(Missing):
        filed(college, meeting)
    seats = begun(college, meeting)
    with refused("minutes.open_items"):
        filed(college, meeting)
    close(college, item)
    services.sign_minutes(
        actor=college.secretary, now=NOW, meeting=meeting, seat=seats["韩慕白"], signed_on=NOW.date()
    )
    with refused("minutes.unsigned"):
        filed(college, meeting)
    with refused("minutes.signed_early"):
        services.sign_minutes(
            actor=college.secretary,
            now=NOW,
            meeting=meeting,
            seat=None,
            signed_on=HELD_AT.date() - timedelta(days=1),
        )
    services.sign_minutes(actor=college.secretary, now=NOW, meeting=meeting, seat=None, signed_on=NOW.date())
    assert filed(college, meeting).state == "filed"
    with refused("record.filed_already"):
        filed(college, meeting)


def test_superior_confirms_and_neither_neighbours_nor_strangers_do(college: College) -> None:
    record = filed(college, signed_meeting(college))
    leader = make_actor(college.institution, "leader")
    elsewhere = make_actor(make_institution(), "clerk")
    for actor in (leader, elsewhere):
        with pytest.raises((Forbidden, Missing)):
            confirm_record(actor=actor, now=NOW, record=record)
    above = make_actor(college.institution, "secretary", organisation=college.organisation.parent)
    assert confirm_record(actor=above, now=NOW, record=record).state == "confirmed"


def test_database_keeps_a_confirmed_meeting(college: College) -> None:
    record = confirm_record(actor=college.clerk, now=NOW, record=filed(college, signed_meeting(college)))
    with pytest.raises(IntegrityError, match="does not change"), transaction.atomic():
        MeetingRecord.objects.filter(pk=record.pk).update(correction="改掉")


def test_absent_ones_are_told_after_the_meeting(college: College) -> None:
    meeting = signed_meeting(college, "佟雪")
    with refused("meeting.told_early"):
        services.inform_absent(
            actor=college.secretary, now=NOW, meeting=meeting, informed_on=date(2025, 12, 17)
        )
    row = services.inform_absent(actor=college.secretary, now=NOW, meeting=meeting, informed_on=NOW.date())
    assert row.informed_on == NOW.date()


def test_organiser_listens_in_the_party_meeting_where_that_is_laid_down(college: College) -> None:
    person = make_person(college.institution, "专职甲", organisation=college.organisation)
    Post.objects.create(
        institution=college.institution,
        person=person,
        organisation=college.organisation,
        title=Post.Title.FULL_TIME_ORGANISER,
        started_on=date(2022, 3, 1),
    )
    seat = planned_meeting(college, "party_meeting").seats.get(person=person)
    assert not seat.is_voting
    assert not planned_meeting(college).seats.filter(person=person).exists()
    LedgerSetting.objects.create(
        institution=college.institution,
        ledger="decisions",
        key="organiser_attends",
        value=False,
        effective_from=date(2025, 1, 1),
        reason="议事规则",
        set_by_id=college.clerk.account_id,
        set_at=NOW,
    )
    assert not planned_meeting(college, "party_meeting").seats.filter(person=person).exists()


def test_matrix_says_which_months_are_missing_and_why(college: College) -> None:
    signed_meeting(college)
    day = date(2026, 3, 2)
    joint = next(
        one for one in year_of_bodies([college.organisation], 2025, day) if one.body == "joint_meeting"
    )
    cells = joint.matrix.rows[0].cells
    assert [one.mark for one in cells[:10]] == [Mark.NOT_DUE] * 10, "before the first topic"
    assert [(one.mark, len(one.days), one.due) for one in cells[10:]] == [
        (Mark.MISSED, 0, 2),
        (Mark.MISSED, 1, 2),
    ]
    november = Period(2025, 11, Rhythm.MONTH)
    given: dict[str, Any] = {
        "actor": college.secretary,
        "organisation": college.organisation,
        "body": BodyKind.JOINT_MEETING,
        "period": november,
    }
    with refused("excuse.early"):
        services.excuse_meeting(**given, now=NOW.replace(month=11, day=20), reason="没有议题")
    with refused("excuse.reason"):
        services.excuse_meeting(**given, now=NOW, reason=" ")
    for reason in ("没有议题", "没有要定的事"):
        services.excuse_meeting(**given, now=NOW, reason=reason)
    assert MeetingExcuse.objects.get().reason == "没有要定的事"
    joint = next(
        one for one in year_of_bodies([college.organisation], 2025, day) if one.body == "joint_meeting"
    )
    assert (joint.due, joint.done, joint.missed) == (2, 0, 1)


def test_hospital_is_held_against_its_own_numbers(db: None) -> None:
    hospital = make_college("affiliated_hospital")
    with scope(institution=hospital.institution):
        body = Body.objects.create(
            institution=hospital.institution,
            organisation=hospital.organisation,
            kind=Body.Kind.PARTY_COMMITTEE,
            name="党委",
        )
        for person in list(hospital.people.values())[:4]:
            BodyMember.objects.create(institution=hospital.institution, body=body, person=person)
        system = system_of(hospital.organisation, NOW.date())
        assert [one.value for one in system.pair.both] == ["hospital_committee", "president_office"]
        said = {one.code: one.message for one in system.findings}
        assert said["D28"] == "党委委员4人，应为5到11人"
        assert said["D29"] == "书记和院长由两个人担任"
        assert all(route.studies_first is None for _, route in system.majors)
