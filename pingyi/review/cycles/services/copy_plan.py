"""What one plan takes over from another as a start: its rules, its voter classes with their lists."""

from datetime import datetime

from django.db.models import JSONField, Value

from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.catalogue import OF_POLLS
from pingyi.review.cycles.models import Cycle, CycleSetting, ReviewMeeting, VoterClass, VoterListing
from pingyi.review.cycles.queries.settings import stored_values


def copy_settings(actor: Actor, now: datetime, review: Cycle, poll: Cycle) -> None:
    """The rules of the ballot as they are in force in the review, set by the actor."""
    CycleSetting.objects.bulk_create(
        CycleSetting(
            institution_id=poll.institution_id,
            cycle=poll,
            key=key,
            value=Value(None, JSONField()) if value is None else value,
            set_by_id=actor.account_id,
            set_at=now,
        )
        for key, value in stored_values(review).items()
        if key in OF_POLLS
    )


def copy_classes(actor: Actor, now: datetime, pattern: ReviewMeeting, meeting: ReviewMeeting) -> None:
    """The classes of `pattern` for `meeting`, with lists, decisions on overlaps and merges; no weights."""
    classes = list(VoterClass.objects.filter(meeting=pattern).order_by("order"))
    copies = {
        row.pk: VoterClass.objects.create(
            institution_id=meeting.institution_id,
            meeting=meeting,
            code=row.code,
            name=row.name,
            order=row.order,
            is_selected_part=row.is_selected_part,
            selection_note=row.selection_note,
        )
        for row in classes
    }
    for row in classes:
        if row.merged_into_id is not None:
            copy = copies[row.pk]
            copy.merged_into, copy.merge_reason = copies[row.merged_into_id], row.merge_reason
            copy.merged_by_id, copy.merged_at = actor.account_id, now
            copy.save(update_fields=["merged_into", "merge_reason", "merged_by", "merged_at"])
    VoterListing.objects.bulk_create(
        VoterListing(
            institution_id=meeting.institution_id,
            meeting=meeting,
            voter_class=copies[row.voter_class_id],
            person_id=row.person_id,
            counts_here=row.counts_here,
            decided_by_id=row.decided_by_id,
            decided_at=row.decided_at,
        )
        for row in VoterListing.objects.filter(meeting=pattern).order_by("pk")
    )
