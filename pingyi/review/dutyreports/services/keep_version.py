"""Keeping a report as it stands, inside the transaction of the act that asks for it."""

from datetime import datetime

from django.db.models import Max

from pingyi.review.dutyreports.domain.kept import Kept, Reason, is_due
from pingyi.review.dutyreports.domain.length import count_characters
from pingyi.review.dutyreports.models import DutyReport, ReportVersion
from pingyi.review.dutyreports.queries.versions import as_it_stands

# These say what happened, not only how the text stood: they are kept although nothing changed.
MILESTONES = {Reason.HANDED_IN, Reason.RETURNED}


def keep_version(
    *,
    actor_id: int,
    now: datetime,
    report: DutyReport,
    reason: Reason,
    note: str = "",
    kept: Kept | None = None,
) -> ReportVersion:
    """The version that holds the report as it stands (or `kept`): a new one, or the last if nothing changed since.

    The report must be held by `hold_report`.
    """
    content = as_it_stands(report) if kept is None else kept
    digest = content.digest
    if reason not in MILESTONES:
        same: ReportVersion | None = _same(report, digest, reason)
        if same is not None:
            return same
    highest = ReportVersion.objects.filter(report=report).aggregate(Max("number"))["number__max"] or 0
    version: ReportVersion = ReportVersion.objects.create(
        institution_id=report.institution_id,
        report=report,
        number=highest + 1,
        reason=reason,
        note=note,
        kept_at=now,
        kept_by_id=actor_id,
        content=content.as_json(),
        digest=digest,
        length=_length(content),
    )
    return version


def keep_if_due(*, now: datetime, report: DutyReport, before: Kept) -> ReportVersion | None:
    """Before a change: keeps the text as somebody left it a while ago, or as it has grown in a long sitting."""
    last: ReportVersion | None = (
        ReportVersion.objects.filter(report=report).only("kept_at").order_by("-number").first()
    )
    due = is_due(
        last_kept_at=last.kept_at if last else None,
        last_saved_at=report.saved_at,
        now=now,
        length=_length(before),
    )
    if not due or report.saved_at is None or report.saved_by_id is None:
        return None
    return keep_version(
        actor_id=report.saved_by_id, now=report.saved_at, report=report, reason=Reason.TIMED, kept=before
    )


def _same(report: DutyReport, digest: str, reason: Reason) -> ReportVersion | None:
    """The last version with this text. What collided is looked for among all: it is sent again until it is settled."""
    rows = ReportVersion.objects.filter(report=report).defer("content").order_by("-number")
    if reason == Reason.COLLIDED:
        return rows.filter(digest=digest, reason=reason).first()
    last: ReportVersion | None = rows.exclude(reason=Reason.COLLIDED).first()
    return last if last is not None and last.digest == digest else None


def _length(kept: Kept) -> int:
    texts = [one.text for one in kept.sections] + [one.text for one in kept.answers]
    return sum(count_characters(text) for text in texts)
