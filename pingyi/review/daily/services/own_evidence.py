"""Files that show what a self-assessment says."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.evidence_file import refuse_unsound
from pingyi.core.files import store_file
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.daily.domain.assessment import OPEN
from pingyi.review.daily.models import SelfAssessment, SelfEvidence
from pingyi.review.daily.rules import may_assess
from pingyi.review.daily.services.locks import lock_reporter
from pingyi.review.daily.services.record import record_about_reporter

LONGEST, MOST = 300, 20


@dataclass(frozen=True)
class OwnFile:
    """A file as it was handed in: its name, its bytes, what it shows, and when that was (today, unless said)."""

    name: str
    content: bytes
    note: str = ""
    happened_on: date | None = None


def keep_file(actor: Actor, now: datetime, assessment: SelfAssessment, file: OwnFile) -> None:
    """Part of writing a self-assessment. The very same file again changes nothing."""
    words, day = tidy(file.note or file.name), file.happened_on or today(now)
    if len(words) > LONGEST:
        raise Refused(Words("说明最多{most}字。写短些。", most=LONGEST), code="evidence.note", field="note")
    if day > today(now):
        raise Refused(
            Words("佐证的日期在今天以后。写事情发生的那一天。"), code="evidence.future", field="happened_on"
        )
    refuse_unsound(file.name, file.content)
    present = SelfEvidence.objects.filter(assessment=assessment)
    if present.count() >= MOST:
        raise Refused(
            Words("一条自评最多{most}份佐证。同类的合成一个文件再传。", most=MOST),
            code="evidence.too_many",
            field="file",
        )
    stored = store_file(
        institution_id=actor.institution_id,
        name=file.name,
        content=file.content,
        stored_by_id=actor.account_id,
        now=now,
    )
    if present.filter(file__sha256=stored.sha256, description=words).exists():
        # The second row of a file whose bytes lie there once.
        stored.delete()
        return
    SelfEvidence.objects.create(
        institution_id=assessment.institution_id,
        assessment=assessment,
        description=words,
        file=stored,
        happened_on=day,
        recorded_at=now,
        recorded_by_id=actor.account_id,
    )


@transaction.atomic
def remove_evidence(*, actor: Actor, now: datetime, evidence: SelfEvidence) -> None:
    """Take a file back while the self-assessment is open. The record keeps that it was there."""
    reporter = lock_reporter(evidence.assessment.reporter_id)
    if not may_assess(actor, reporter):
        raise Forbidden(Words("佐证由本单位的书记撤。"))
    present: SelfEvidence | None = (
        SelfEvidence.objects.filter(pk=evidence.pk).select_related("assessment", "file").first()
    )
    if present is None:
        raise Missing(Words("这份佐证已经不在了。"), code="self_evidence.missing")
    if present.assessment.state not in OPEN:
        raise Refused(Words("自评已经交了，佐证不能撤。退回以后再改。"), code="self_assessment.closed")
    record_about_reporter(
        actor,
        now,
        present.assessment,
        reporter,
        "self_assessment.evidence_removed",
        note=present.description,
        sha256=present.file.sha256,
    )
    present.delete()
