"""Kept calculations."""

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.appraisal.models import AppraisalSnapshot
from pingyi.review.cycles.models import Cycle, ReviewMeeting


def latest_snapshots(cycle: Cycle) -> dict[int, AppraisalSnapshot]:
    """The newest calculation of each meeting that has one, by the meeting's number. One query."""
    rows = (
        AppraisalSnapshot.objects.filter(meeting__cycle=cycle)
        .select_related("made_by", "meeting__cycle__convenor")
        .order_by("sequence")
    )
    return {row.meeting_id: row for row in rows}


def snapshots_of(meeting: ReviewMeeting) -> list[AppraisalSnapshot]:
    """All calculations of a meeting, the newest first."""
    return list(
        AppraisalSnapshot.objects.filter(meeting=meeting).select_related("made_by").order_by("-sequence")
    )


def find_snapshot(cycle: Cycle, snapshot_id: int) -> AppraisalSnapshot:
    """A calculation of one of this review's meetings."""
    found: AppraisalSnapshot | None = (
        AppraisalSnapshot.objects.filter(meeting__cycle=cycle, pk=snapshot_id)
        .select_related("made_by", "meeting__cycle__convenor")
        .first()
    )
    if found is None:
        raise Missing(Words("没有这一次计算。请回到“结果与等次”页再选。"), code="snapshot.missing")
    return found
