"""Four reviews with a page of every kind to look at, each in an institution of its own, and one where nothing began."""

from datetime import timedelta
from typing import Any

from django_scopes import scope, scopes_disabled

from pingyi.organisations.actor import Actor
from pingyi.review.collection.services import open_reading
from pingyi.review.lots.domain.announcement import Source, SourceKind
from pingyi.review.lots.models import Lot
from pingyi.review.lots.services import announce_lot, draw_lot
from tests.browser.houses.furnished import Furnished
from tests.factories.ballots import make_hall, open_hall
from tests.factories.plans import PlanWorld, make_ready_plan
from tests.factories.reports import make_report_world
from tests.factories.whole_review import make_whole_review
from tests.factories.world import NOW, make_actor, make_institution, make_reporter

MOMENT = NOW
# People of the review that was voted on and decided, of the plan in the making, of the review whose reports are
# being written and read, and of the meeting where people vote.
DECIDED, PLANNED, WRITTEN, VOTING = "decided", "planned", "written", "voting"
# The institution in which nothing has begun.
FRESH = "fresh"

Review = tuple[dict[str, Actor], dict[str, Any]]


def furnish() -> Furnished:
    """People by "review person"; the numbers of each review's addresses."""
    reviews = {
        DECIDED: _decided(),
        PLANNED: _planned(),
        WRITTEN: _written(),
        FRESH: _fresh(),
        VOTING: _voting(),
    }
    return Furnished(
        {
            f"{review} {who}": actor
            for review, (people, _) in reviews.items()
            for who, actor in people.items()
        },
        {review: numbers for review, (_, numbers) in reviews.items()},
    )


def _decided() -> Review:
    whole = make_whole_review()
    people = {"clerk": whole.office.clerk, "secretary": whole.office.secretary, "leader": whole.review.leader}
    return people, {**whole.numbers, "code": "notice", "hall": whole.office.hall.open.hall_key}


def _planned() -> Review:
    plan = make_ready_plan()
    make_reporter(plan.meeting, order=3)
    lot = _drawn(plan)
    return {"clerk": plan.clerk}, {
        "cycle_id": plan.cycle.pk,
        "class_id": plan.class_b.pk,
        "planned_id": plan.meeting.pk,
        "group": "college",
        "reporter_id": plan.on_site.pk,
        "meeting_id": plan.meeting.pk,
        "number": lot.round,
        "lots": lot.hall_key,
    }


def _drawn(plan: PlanWorld) -> Lot:
    meeting = plan.meeting
    sources = [Source(SourceKind.WITNESS, "纪委 沈明", 4), Source(SourceKind.WITNESS, "工会 尚远", 4)]
    with scope(institution=plan.institution):
        lot = announce_lot(actor=plan.clerk, now=NOW, meeting=meeting, sources=sources)
        draw_lot(
            actor=plan.clerk,
            now=NOW,
            meeting=meeting,
            commitment=lot.commitment,
            numbers=["4711", "0028"],
            witnesses="沈明、尚远",
        )
    return lot


def _fresh() -> Review:
    institution = make_institution()
    return {role: make_actor(institution, role) for role in ("clerk", "leader")}, {}


def _written() -> Review:
    world = make_report_world(reporters=3)
    handed_in = world.hand_in(0)
    begun = world.begin(1)
    examiner = make_actor(world.institution, "examiner")
    with scope(institution=world.institution):
        room = open_reading(actor=world.clerk, now=NOW, meeting=world.meeting, until=NOW + timedelta(hours=2))
    people = {"clerk": world.clerk, "secretary": world.secretary(1), "examiner": examiner}
    people["beginner"] = world.secretary(2)
    return people, {
        "cycle_id": world.cycle.pk,
        "meeting_id": world.meeting.pk,
        "report_id": begun.pk,
        "handed_in": handed_in.pk,
        "reading": room.key,
        "reporter_id": world.reporters[2].pk,
    }


def _voting() -> Review:
    with scopes_disabled():
        hall = open_hall(make_hall(classes={"甲": 6, "乙": 7}, reporters=3))
    people = {"clerk": hall.clerk, "scrutineer": hall.scrutineer, "counter": hall.counter}
    return people, {
        "cycle_id": hall.meeting.cycle_id,
        "meeting_id": hall.meeting.pk,
        "box_id": hall.box("甲").pk,
        "ballot": hall.voting.public_key,
        "codes": [code for codes in hall.codes.values() for code in codes],
    }
