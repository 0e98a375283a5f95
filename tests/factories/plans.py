"""A plan that is ready to be frozen, small enough to read in a test."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django_scopes import scopes_disabled

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution, Organisation, Person
from pingyi.review.cycles.models import Cycle, CycleSetting, Reporter, ReviewMeeting, VoterClass
from tests.factories.played_once import played_once
from tests.factories.world import (
    NOW,
    make_actor,
    make_cycle,
    make_institution,
    make_meeting,
    make_organisation,
    make_person,
    make_reporter,
    make_voter_class,
)


@dataclass
class PlanWorld:
    """An institution with its clerk and one cycle: two reporters (one on site), classes A (6) and B (the secretaries
    and five others)."""

    institution: Institution
    clerk: Actor
    convenor: Organisation
    cycle: Cycle
    meeting: ReviewMeeting
    on_site: Reporter
    written: Reporter
    class_a: VoterClass
    class_b: VoterClass
    chair: Person


@played_once
def make_ready_plan(now: datetime = NOW) -> PlanWorld:
    """A draft without gaps: freezing it succeeds."""
    institution = make_institution()
    clerk = make_actor(institution, "clerk")
    convenor = make_organisation(institution, "中共示例大学委员会", unit_kind="university")
    cycle = make_cycle(
        institution,
        convenor,
        before_from=date(2025, 11, 10),
        before_to=date(2026, 1, 15),
        during_from=date(2026, 1, 16),
        during_to=date(2026, 1, 16),
        after_from=date(2026, 1, 17),
        after_to=date(2026, 12, 31),
        reports_due_at=now - timedelta(days=8),
    )
    chair = make_person(institution, "周明远", staff_number="1001")
    meeting = make_meeting(cycle, sequence=1, held_at=NOW, chair=chair, commentator=chair)
    on_site = make_reporter(meeting, order=1)
    written = make_reporter(meeting, order=2, mode=Reporter.Mode.WRITTEN)
    class_a = make_voter_class(
        meeting, "A", 6, order=1, name="党委委员", weight_numerator=3, weight_denominator=5
    )
    people = [on_site.person, written.person, *(make_person(institution) for _ in range(5))]
    class_b = make_voter_class(
        meeting, "B", people, order=2, name="直属党组织书记", weight_numerator=2, weight_denominator=5
    )
    with scopes_disabled():
        CycleSetting.objects.create(
            institution=institution,
            cycle=cycle,
            key="rectification_months",
            value=6,
            set_by_id=clerk.account_id,
            set_at=now,
        )
    return PlanWorld(institution, clerk, convenor, cycle, meeting, on_site, written, class_a, class_b, chair)
