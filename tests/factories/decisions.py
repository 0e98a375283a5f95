"""A college that decides: its leaders and members, a secretary with an account, topics on their way."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django_scopes import scopes_disabled

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.files import store_file
from pingyi.ledgers.decisions import services
from pingyi.ledgers.decisions.domain.votes import Outcome, Tally, VoteForm
from pingyi.ledgers.decisions.models import (
    AgendaItem,
    DecisionMeeting,
    Execution,
    MeetingEvidence,
    MeetingRecord,
    Seat,
    Topic,
    TopicEvidence,
)
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution, Organisation, Person, Post
from tests.factories.world import make_actor, make_institution, make_organisation, make_person

NOW = datetime(2025, 12, 18, 16, 0, tzinfo=PEOPLE_ZONE)
HELD_AT = datetime(2025, 12, 18, 14, 0, tzinfo=PEOPLE_ZONE)
FILED_ON = date(2025, 12, 12)
PHOTO = b"\xff\xd8\xff\xe0 photo"
Title = Post.Title


@dataclass
class College:
    """`people` are the members of its joint meeting: two deputies, the deputy secretary, the dean, the secretary."""

    institution: Institution
    organisation: Organisation
    secretary: Actor
    clerk: Actor
    people: dict[str, Person]


def make_college(unit_kind: str = "college", institution: Institution | None = None) -> College:
    institution = institution or make_institution()
    root = make_organisation(institution, f"中共{institution.name}委员会", unit_kind="university")
    organisation = make_organisation(institution, "材料学院党委", parent=root, unit_kind=unit_kind)
    people = {}
    for title, name in (
        (Title.SECRETARY, "韩慕白"),
        (Title.PRINCIPAL, "严知远"),
        (Title.DEPUTY_SECRETARY, "方一鸣"),
        (Title.DEPUTY_LEADER, "何新"),
        (Title.DEPUTY_LEADER, "佟雪"),
        (Title.COMMITTEE_MEMBER, "姬平"),
    ):
        people[name] = make_person(institution, name, organisation=organisation)
        with scopes_disabled():
            Post.objects.create(
                institution=institution,
                person=people[name],
                organisation=organisation,
                title=title,
                started_on=date(2022, 3, 1),
            )
    return College(
        institution,
        organisation,
        make_actor(institution, "secretary", organisation=organisation),
        make_actor(institution, "clerk"),
        people,
    )


def wish_of(college: College, **fields: Any) -> services.Wish:
    return services.Wish(
        **{
            "title": "购置场发射电子显微镜",
            "subject": "other",
            "major": "project",
            "amount": 386_000_000,
            "presenter_id": college.people["何新"].pk,
            "proposed_on": date(2025, 11, 10),
            **fields,
        }
    )


def filed_topic(college: College, **fields: Any) -> Topic:
    """A topic that was filed; nobody was asked yet."""
    topic = services.draft_topic(
        actor=college.secretary, now=NOW, organisation=college.organisation, wish=wish_of(college, **fields)
    )
    return services.file_topic(
        actor=college.secretary, now=NOW, topic=topic, filed_on=FILED_ON, form=services.Form(characters=1640)
    )


def talk(college: College, topic: Topic, kind: str, name: str = "", **fields: Any) -> None:
    services.record_talk(
        actor=college.secretary,
        now=NOW,
        topic=topic,
        kind=kind,
        person_id=college.people[name].pk if name in college.people else 0,
        **{"happened_on": date(2025, 12, 13), "answer": "agrees", "who": name, **fields},
    )


def ready_topic(college: College, **fields: Any) -> Topic:
    """A topic with everything that has to be heard before a meeting."""
    topic = filed_topic(college, **fields)
    for name in ("韩慕白", "严知远"):
        talk(college, topic, "coordination", name)
    talk(college, topic, "consultation", "佟雪")
    for kind in ("experts", "discipline", "staff"):
        talk(college, topic, kind, "五位专家")
    return Topic.objects.get(pk=topic.pk)


def planned_meeting(
    college: College, body: str = "joint_meeting", held_at: datetime = HELD_AT
) -> DecisionMeeting:
    """A meeting to which everybody comes."""
    meeting = services.plan_meeting(
        actor=college.secretary,
        now=NOW,
        organisation=college.organisation,
        body=body,
        held_at=held_at,
        place="三楼会议室",
        chair_id=college.people["韩慕白"].pk,
        recorder_id=college.people["姬平"].pk,
    )
    services.notify_members(
        actor=college.secretary, now=NOW, meeting=meeting, notified_on=(held_at - timedelta(days=2)).date()
    )
    plans = {seat.pk: (str(Seat.Plan.COMES), "", "") for seat in meeting.seats.all()}
    services.plan_seats(actor=college.secretary, now=NOW, meeting=meeting, plans=plans)
    return DecisionMeeting.objects.select_related("organisation", "chair", "recorder").get(pk=meeting.pk)


def placed(college: College, topic: Topic, meeting: DecisionMeeting) -> AgendaItem:
    return services.place_topic(actor=college.secretary, now=NOW, meeting=meeting, topic=topic)


def begun(college: College, meeting: DecisionMeeting, *absent: str) -> dict[str, Seat]:
    """The meeting sits; the seats by name."""
    seats = {seat.person.name: seat for seat in meeting.seats.select_related("person")}
    there = {seat.pk for name, seat in seats.items() if name not in absent}
    services.begin_meeting(actor=college.secretary, now=NOW, meeting=meeting, attended=there)
    return {seat.person.name: seat for seat in meeting.seats.select_related("person")}


def close(
    college: College,
    item: AgendaItem,
    outcome: Outcome = Outcome.PASSED,
    counts: tuple[int, int, int] | None = (5, 0, 0),
    form: VoteForm = VoteForm.HANDS,
    tellers: tuple[int, ...] = (),
) -> AgendaItem:
    vote = services.Vote(form, Tally(*counts), tellers) if counts else None
    return services.close_item(
        actor=college.secretary, now=NOW, item=item, outcome=outcome, vote=vote, decision="同意购置。"
    )


def decided_topic(college: College, **fields: Any) -> Topic:
    """A topic that the joint meeting carried."""
    topic = ready_topic(college, **fields)
    meeting = planned_meeting(college)
    item = placed(college, topic, meeting)
    begun(college, meeting)
    close(college, item)
    return Topic.objects.select_related("organisation").get(pk=topic.pk)


def signed_meeting(college: College, *absent: str, **fields: Any) -> DecisionMeeting:
    """A joint meeting that carried one topic; the chair and the recorder signed its minutes."""
    meeting = planned_meeting(college)
    item = placed(college, ready_topic(college, **fields), meeting)
    seats = begun(college, meeting, *absent)
    close(college, item, counts=(5 - len(absent), 0, 0))
    for seat in (seats["韩慕白"], None):
        services.sign_minutes(
            actor=college.secretary, now=NOW, meeting=meeting, seat=seat, signed_on=NOW.date()
        )
    return meeting


@dataclass
class Decided:
    """One row of each kind that an address of decisions can name; they belong together."""

    topic: Topic
    meeting: DecisionMeeting
    seat: Seat
    item: AgendaItem
    execution: Execution
    topic_paper: TopicEvidence
    meeting_paper: MeetingEvidence


def make_decided(organisation: Organisation, person: Person, account_id: int) -> Decided:
    """A topic on an agenda, with a task; written without the verbs, for tests of addresses."""
    written: dict[str, Any] = {
        "institution_id": organisation.institution_id,
        "recorded_at": NOW,
        "recorded_by_id": account_id,
    }
    topic = Topic.objects.create(
        organisation=organisation,
        year=2025,
        number=1,
        title="购置场发射电子显微镜",
        subject="other",
        decides="joint_meeting",
        presenter=person,
        state="on_agenda",
        proposed_on=FILED_ON,
        filed_on=FILED_ON,
        **written,
    )
    meeting = DecisionMeeting.objects.create(
        organisation=organisation,
        body="joint_meeting",
        year=2025,
        number=1,
        held_at=HELD_AT,
        chair=person,
        recorder=person,
        **written,
    )
    seat = Seat.objects.create(
        institution_id=organisation.institution_id, meeting=meeting, person=person, order=1
    )
    item = AgendaItem.objects.create(
        institution_id=organisation.institution_id, meeting=meeting, topic=topic, number=1, purpose="decide"
    )
    execution = Execution.objects.create(
        topic=topic, task="招标采购", responsible=person, due_on=date(2026, 3, 31), **written
    )
    record = MeetingRecord.objects.create(
        meeting=meeting,
        organisation=organisation,
        happened_on=HELD_AT.date(),
        recorded_on=NOW.date(),
        **written,
    )
    added: dict[str, Any] = {
        "institution_id": organisation.institution_id,
        "added_at": NOW,
        "added_by_id": account_id,
        "file": store_file(
            institution_id=organisation.institution_id,
            name="议题单.jpg",
            content=PHOTO,
            stored_by_id=account_id,
            now=NOW,
        ),
    }
    topic_paper = TopicEvidence.objects.create(record=topic, **added)
    meeting_paper = MeetingEvidence.objects.create(record=record, **added)
    return Decided(topic, meeting, seat, item, execution, topic_paper, meeting_paper)
