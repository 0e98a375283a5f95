"""Setting a meeting up: when, where, who is invited, who said that she comes."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.db.models import Max

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.faults import Gathered
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.bodies import BodyKind, pair_of
from pingyi.ledgers.decisions.domain.days import meeting_fault
from pingyi.ledgers.decisions.models import DecisionMeeting, Seat
from pingyi.ledgers.decisions.queries.people import leaders_of, organisers_of, people_of, usual_members
from pingyi.ledgers.decisions.queries.rules_in_force import book_of
from pingyi.ledgers.decisions.services.locked import happened, lock_planned, record
from pingyi.ledgers.kit.services.write_record import refuse_strangers
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, Person

PLACE_LENGTH, REASON_LENGTH, OPINION_LENGTH = 80, 80, 300


@transaction.atomic
def plan_meeting(
    *,
    actor: Actor,
    now: datetime,
    organisation: Organisation,
    body: str,
    held_at: datetime | None,
    place: str,
    chair_id: int,
    recorder_id: int,
) -> DecisionMeeting:
    """Plan a meeting of one body; its members are invited as the register has them.

    Records `decision_meeting.planned`.
    """
    refuse_strangers(actor, organisation)
    people = {one.pk: one for one in people_of(organisation)}
    found = Gathered()
    found.read(lambda: _body(organisation, body))
    when = found.read(lambda: when_held(held_at, now))
    chair = found.read(lambda: _named(people, chair_id, "chair", Words("选主持人。")))
    recorder = found.read(lambda: _recorder(people, recorder_id, chair_id))
    found.refuse()
    day = today(when)
    meeting = DecisionMeeting(
        institution_id=organisation.institution_id,
        organisation=organisation,
        body=body,
        year=day.year,
        held_at=when,
        place=tidy(place)[:PLACE_LENGTH],
        chair=chair,
        recorder=recorder,
        recorded_at=now,
        recorded_by_id=actor.account_id,
    )
    meeting.number = next_number(organisation, body, day.year)
    meeting.save(force_insert=True)
    _seat_everybody(meeting, day)
    record("decision_meeting.planned", meeting, actor, now, body=body, number=meeting.number)
    return meeting


@transaction.atomic
def invite(*, actor: Actor, now: datetime, meeting: DecisionMeeting, person_id: int, is_voting: bool) -> Seat:
    """Invite somebody in addition: a member with a vote, or an observer. Records `decision_meeting.invited`."""
    row = _open(actor, meeting)
    people = {one.pk: one for one in people_of(row.organisation)}
    person = _named(people, person_id, "person", Words("从本单位的人里选一位。"))
    if row.seats.filter(person=person).exists():
        raise Refused(Words("{name}已经在名单上。", name=person.name), code="seat.twice", field="person")
    seat: Seat = Seat.objects.create(
        institution_id=row.institution_id,
        meeting=row,
        person=person,
        order=(row.seats.aggregate(last=Max("order"))["last"] or 0) + 1,
        is_voting=is_voting,
        is_leader=is_voting
        and person.pk in {one.pk for one in leaders_of(row.organisation, today(row.held_at))},
    )
    record("decision_meeting.invited", row, actor, now, name=person.name, is_voting=is_voting)
    return seat


@transaction.atomic
def uninvite(*, actor: Actor, now: datetime, seat: Seat) -> None:
    """Take somebody off the list who does not belong to the body. Records `decision_meeting.uninvited`."""
    row = _open(actor, seat.meeting)
    name = seat.person.name
    row.seats.filter(pk=seat.pk).delete()
    record("decision_meeting.uninvited", row, actor, now, name=name)


@transaction.atomic
def plan_seats(
    *, actor: Actor, now: datetime, meeting: DecisionMeeting, plans: Mapping[int, tuple[str, str, str]]
) -> None:
    """Record of each seat (by its number) whether she comes, the reason of her leave, and what she sent in writing.

    Records `decision_meeting.seats_planned`.
    """
    row = _open(actor, meeting)
    seats = list(row.seats.filter(pk__in=plans).select_related("person"))
    found = Gathered()
    for seat in seats:
        found.read(partial(_plan, seat, *plans[seat.pk]))
    found.refuse()
    Seat.objects.bulk_update(seats, ["plan", "reason", "opinion"])
    comes = sum(one.plan == Seat.Plan.COMES for one in seats)
    record("decision_meeting.seats_planned", row, actor, now, comes=comes, of=len(seats))


def _body(organisation: Organisation, body: str) -> str:
    if body not in pair_of(organisation.unit_kind).both:
        raise Refused(Words("这个单位没有这种会。从列出的里面选。"), code="meeting.body", field="body")
    return body


def when_held(held_at: datetime | None, now: datetime) -> datetime:
    """When it is to be, or was where it is put on record later: in the years of the ledger, at most a year ahead."""
    if held_at is None:
        raise Refused(Words("写明什么时候开。"), code="meeting.no_time", field="held_at")
    if fault := meeting_fault(today(held_at), today(now)):
        raise Refused(fault, code="meeting.wrong_year", field="held_at")
    return held_at


def next_number(organisation: Organisation, body: str, year: int) -> int:
    """The number of the next meeting of a body in a year. Those of one unit are given one after the other."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    same = DecisionMeeting.objects.filter(organisation=organisation, body=body, year=year)
    return (same.aggregate(last=Max("number"))["last"] or 0) + 1


def _recorder(people: dict[int, Person], recorder_id: int, chair_id: int) -> Person:
    recorder = _named(people, recorder_id, "recorder", Words("选记录人。"))
    if recorder_id == chair_id:
        raise Refused(
            Words("记录人不能就是主持人：纪要要两个人分别签名。另选一位记录。"),
            code="meeting.one_person",
            field="recorder",
        )
    return recorder


def _seat_everybody(meeting: DecisionMeeting, day: date) -> None:
    """The members as the register has them, the leaders last; organisers listen where the unit laid that down."""
    organisation, body = meeting.organisation, BodyKind(meeting.body)
    leaders = {one.pk for one in leaders_of(organisation, day)}
    members = usual_members(organisation, body, day)
    listening = organisers_of(organisation, day) if body.is_party else []
    if listening and not book_of(organisation, day).organiser_attends:
        listening = []
    seated = [(one, True) for one in members] + [(one, False) for one in listening if one not in members]
    Seat.objects.bulk_create(
        Seat(
            institution_id=meeting.institution_id,
            meeting=meeting,
            person=person,
            order=order,
            is_voting=is_voting,
            is_leader=is_voting and person.pk in leaders,
        )
        for order, (person, is_voting) in enumerate(seated, start=1)
    )


def _plan(seat: Seat, plan: str, reason: str, opinion: str) -> None:
    if plan not in Seat.Plan.values:
        raise Refused(Words("选到会、请假，或者还不知道。"), code="seat.plan", field=f"plan-{seat.pk}")
    why = tidy(reason)[:REASON_LENGTH]
    if plan == Seat.Plan.LEAVE and not why:
        raise Refused(
            Words("写明{name}请假的事由。", name=seat.person.name),
            code="seat.no_reason",
            field=f"reason-{seat.pk}",
        )
    seat.plan, seat.reason, seat.opinion = plan, why, tidy(opinion)[:OPINION_LENGTH]


@transaction.atomic
def notify_members(
    *, actor: Actor, now: datetime, meeting: DecisionMeeting, notified_on: date | None
) -> DecisionMeeting:
    """Record the day on which the members were told. Records `decision_meeting.notified`."""
    row = _open(actor, meeting)
    row.notified_on = happened(notified_on, now, field="notified_on")
    row.save(update_fields=["notified_on"])
    record("decision_meeting.notified", row, actor, now, notified_on=row.notified_on.isoformat())
    return row


def _open(actor: Actor, meeting: DecisionMeeting) -> DecisionMeeting:
    return lock_planned(actor, meeting.pk, Words("会已经开了，名单不再改。"))


def _named(people: dict[int, Person], person_id: int, field: str, missing: str) -> Person:
    if person_id not in people:
        raise Refused(missing, code=f"meeting.{field}", field=field)
    return people[person_id]
