"""One installation with a page of every kind to look at, and everybody's sign-in: four institutions, one server.

python -m tests.browser.walk.house     furnishes the installation of the environment
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.stage import ROOT, Server, environment
from tests.halls import ON_SQLITE

if TYPE_CHECKING:
    from pingyi.organisations.actor import Actor
    from pingyi.review.lots.models import Lot
    from tests.factories.plans import PlanWorld

# People of the review that was voted on and decided, of the plan in the making, of the review whose reports are
# being written and read, and of the meeting where people vote.
DECIDED, PLANNED, WRITTEN, VOTING = "decided", "planned", "written", "voting"
# The institution in which nothing has begun.
FRESH = "fresh"


@dataclass
class House:
    """`sessions`: the sign-ins, by "review person"; `numbers`: those of each review's addresses."""

    server: Server
    sessions: dict[str, str]
    numbers: dict[str, dict[str, int | str]]
    codes: list[str]


def furnished(folder: Path) -> House:
    """The server answers."""
    clock = folder / "clock"
    changed = {**ON_SQLITE, "PINGYI_SCENARIO_CLOCK": str(clock)}
    clock.write_text("2026-01-16T14:30:00+08:00")
    words = [sys.executable, "-m", "tests.browser.walk.house"]
    made = subprocess.run(
        words, env=environment(folder, changed), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return House(Server(folder, changed).start(), **json.loads(made.stdout.splitlines()[-1]))


def _furnish() -> dict[str, Any]:
    """Runs inside `furnished`'s process."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        reviews = {DECIDED: _decided(), PLANNED: _planned(), WRITTEN: _written(), FRESH: _fresh()}
        voting, codes = _voting()
        reviews[VOTING] = voting
    return {
        "sessions": {
            f"{review} {who}": _session(actor)
            for review, (people, _) in reviews.items()
            for who, actor in people.items()
        },
        "numbers": {review: numbers for review, (_, numbers) in reviews.items()},
        "codes": codes,
    }


Furnished = tuple[dict[str, "Actor"], dict[str, int | str]]


def _decided() -> Furnished:
    from tests.factories.whole_review import make_whole_review

    whole = make_whole_review()
    people = {"clerk": whole.office.clerk, "secretary": whole.office.secretary, "leader": whole.review.leader}
    return people, {**whole.numbers, "code": "notice", "hall": whole.office.hall.open.hall_key}


def _planned() -> Furnished:
    from tests.factories.plans import make_ready_plan
    from tests.factories.world import make_reporter

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


def _drawn(plan: "PlanWorld") -> "Lot":
    from django_scopes import scope

    from pingyi.review.lots.domain.announcement import Source, SourceKind
    from pingyi.review.lots.services import announce_lot, draw_lot
    from tests.factories.world import NOW

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


def _fresh() -> Furnished:
    from tests.factories.world import make_actor, make_institution

    institution = make_institution()
    return {role: make_actor(institution, role) for role in ("clerk", "leader")}, {}


def _written() -> Furnished:
    from django_scopes import scope

    from pingyi.review.collection.services import open_reading
    from tests.factories.reports import make_report_world
    from tests.factories.world import NOW, make_actor

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


def _voting() -> tuple[Furnished, list[str]]:
    from django_scopes import scopes_disabled

    from tests.factories.ballots import make_hall, open_hall

    with scopes_disabled():
        hall = open_hall(make_hall(classes={"甲": 6, "乙": 7}, reporters=3))
    people = {"clerk": hall.clerk, "scrutineer": hall.scrutineer, "counter": hall.counter}
    numbers: dict[str, int | str] = {
        "cycle_id": hall.meeting.cycle_id,
        "meeting_id": hall.meeting.pk,
        "box_id": hall.box("甲").pk,
        "ballot": hall.voting.public_key,
    }
    return (people, numbers), [code for codes in hall.codes.values() for code in codes]


def _session(actor: "Actor") -> str:
    from tests.doors.office.people import browser_of

    return str(browser_of(actor).session.session_key)


if __name__ == "__main__":
    print(json.dumps(_furnish()))
