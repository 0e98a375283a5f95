"""The plan written down in full: what the fingerprint of a frozen plan is taken of."""

from collections import defaultdict
from datetime import UTC, date, datetime
from typing import Any

from pingyi.organisations.models import Person
from pingyi.review.cycles.domain.catalogue import CATALOGUE
from pingyi.review.cycles.domain.fingerprint import fingerprint_of
from pingyi.review.cycles.domain.setting_values import DEFAULTS, flat_values
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting, VoterClass, VoterListing
from pingyi.review.cycles.queries.grouping import by_meeting
from pingyi.review.cycles.queries.settings import settings_of

FORMAT = "pingyi-plan/1"


def fingerprint_now(cycle: Cycle) -> str:
    """The fingerprint of the plan as it stands at this moment."""
    return fingerprint_of(plan_document(cycle))


def plan_document(cycle: Cycle) -> dict[str, Any]:
    """Everything that a frozen plan fixes. People by number and name, weights as quotients, times in UTC."""
    reporters = by_meeting(
        Reporter.objects.filter(cycle=cycle).select_related("organisation", "person").order_by("order")
    )
    classes = by_meeting(
        VoterClass.objects.filter(meeting__cycle=cycle).select_related("merged_into").order_by("order")
    )
    members: defaultdict[int, list[VoterListing]] = defaultdict(list)
    for listing in (
        VoterListing.objects.filter(meeting__cycle=cycle).select_related("person").order_by("person_id")
    ):
        members[listing.voter_class_id].append(listing)
    settings = settings_of(cycle)
    values = flat_values(settings)
    return {
        "format": FORMAT,
        "convenor": {"id": cycle.convenor_id, "name": cycle.convenor.name},
        "year": cycle.year,
        "name": cycle.name,
        **({"poll_of": {"id": cycle.polled_id, "name": cycle.polled.name}} if cycle.polled else {}),
        **({"about": cycle.about} if cycle.about else {}),
        "phases": {
            name: _day(getattr(cycle, name))
            for name in ("before_from", "before_to", "during_from", "during_to", "after_from", "after_to")
        },
        "reports_due_at": _moment(cycle.reports_due_at),
        # A setting that came later is written where somebody set it: plans frozen before it keep their fingerprint.
        "settings": {
            one.key: one.kind.store(values[one.key])
            for one in CATALOGUE
            if not one.is_later or values[one.key] != DEFAULTS[one.key]
        },
        "meetings": [
            _meeting(meeting, reporters[meeting.pk], classes[meeting.pk], members)
            for meeting in ReviewMeeting.objects.filter(cycle=cycle)
            .select_related("chair", "commentator")
            .order_by("sequence")
        ],
    }


def _meeting(
    meeting: ReviewMeeting,
    reporters: list[Reporter],
    classes: list[VoterClass],
    members: dict[int, list[VoterListing]],
) -> dict[str, Any]:
    return {
        "name": meeting.name,
        "held_at": _moment(meeting.held_at),
        "place": meeting.place,
        "ballot_mode": meeting.ballot_mode,
        "chair": _person(meeting.chair, title=meeting.chair_title),
        "commentator": _person(meeting.commentator, title=meeting.commentator_title),
        "reporters": [_reporter(reporter) for reporter in reporters],
        "classes": [_class(row, members[row.pk]) for row in classes],
    }


def _reporter(reporter: Reporter) -> dict[str, Any]:
    return {
        "organisation": {"id": reporter.organisation_id, "name": reporter.organisation.name},
        "person": _person(reporter.person, title=reporter.title_text),
        "is_acting": reporter.is_acting,
        "mode": reporter.mode,
        "is_voted_on": reporter.is_voted_on,
    }


def _class(row: VoterClass, listings: list[VoterListing]) -> dict[str, Any]:
    weight = None if row.weight_numerator is None else f"{row.weight_numerator}/{row.weight_denominator}"
    return {
        "code": row.code,
        "name": row.name,
        "weight": weight,
        "is_selected_part": row.is_selected_part,
        "selection_note": row.selection_note,
        "merged_into": row.merged_into.code if row.merged_into else None,
        "merge_reason": row.merge_reason,
        "members": [{**(_person(one.person) or {}), "votes": one.counts_here} for one in listings],
    }


def _person(person: Person | None, **more: str) -> dict[str, Any] | None:
    return None if person is None else {"id": person.pk, "name": person.name, **more}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
