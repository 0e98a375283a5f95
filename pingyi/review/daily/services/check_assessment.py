"""A second person looks at a self-assessment: points found right, or given back with the reason."""

from datetime import datetime
from fractions import Fraction

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.daily.domain.assessment import AssessmentFault, AssessmentState, fault_of_check
from pingyi.review.daily.models import SelfAssessment
from pingyi.review.daily.phrases import ASSESSMENT_FAULTS
from pingyi.review.daily.services.locks import lock_to_check
from pingyi.review.daily.services.record import record_about_reporter

LONGEST = 300


@transaction.atomic
def check_assessment(
    *, actor: Actor, now: datetime, assessment: SelfAssessment, found: Fraction, reason: str = ""
) -> SelfAssessment:
    """Give the points that are right: what was asked, or less with a reason. The same again changes nothing."""
    row, why = lock_to_check(actor, assessment.pk), _reason(reason)
    if row.state == AssessmentState.CHECKED and _found_of(row) == found:
        return row
    _refuse_unless_waiting(row)
    _refuse_own_work(actor, row)
    fault = fault_of_check(Fraction(row.asked_numerator, row.asked_denominator), found, why)
    if fault is not None:
        field = "reason" if fault is AssessmentFault.NO_REASON else "points"
        raise Refused(ASSESSMENT_FAULTS[fault], code=f"self_assessment.{fault}", field=field)
    row.state, row.check_reason = AssessmentState.CHECKED, why
    row.found_numerator, row.found_denominator = found.numerator, found.denominator
    row.checked_by_id, row.checked_at = actor.account_id, now
    row.save()
    record_about_reporter(
        actor, now, row, row.reporter, "self_assessment.checked", title=str(row.indicator), reason=why
    )
    return row


@transaction.atomic
def return_assessment(
    *, actor: Actor, now: datetime, assessment: SelfAssessment, reason: str
) -> SelfAssessment:
    """Give it back: the secretary writes on and hands it in again. What was checked may be given back as well."""
    row, why = lock_to_check(actor, assessment.pk), _reason(reason)
    if not why:
        raise Refused(Words("写明为什么退回，单位好改。"), code="self_assessment.reason", field="reason")
    if row.state == AssessmentState.RETURNED and row.check_reason == why:
        return row
    if row.state not in (AssessmentState.SUBMITTED, AssessmentState.CHECKED):
        raise Refused(Words("这一条还没有交，不用退回。"), code="self_assessment.not_waiting")
    _refuse_own_work(actor, row)
    row.state, row.check_reason = AssessmentState.RETURNED, why
    row.found_numerator, row.found_denominator = None, None
    row.checked_by_id, row.checked_at = actor.account_id, now
    row.save()
    record_about_reporter(
        actor, now, row, row.reporter, "self_assessment.returned", title=str(row.indicator), reason=why
    )
    return row


def _refuse_unless_waiting(row: SelfAssessment) -> None:
    if row.state != AssessmentState.SUBMITTED:
        raise Refused(
            Words("这一条不在等核对：可能别人核对过了，或者退回了。请刷新再看。"),
            code="self_assessment.not_waiting",
        )


def _refuse_own_work(actor: Actor, row: SelfAssessment) -> None:
    brought = row.evidence.filter(recorded_by_id=actor.account_id).exists()
    if actor.account_id == row.submitted_by_id or brought:
        raise Refused(Words("自己交的自评要请别人核对。"), code="self_assessment.own_work")


def _found_of(row: SelfAssessment) -> Fraction | None:
    if row.found_numerator is None or row.found_denominator is None:
        return None
    return Fraction(row.found_numerator, row.found_denominator)


def _reason(text: str) -> str:
    why = " ".join(text.split())
    if len(why) > LONGEST:
        raise Refused(
            Words("理由最多{most}字。写短些。", most=LONGEST), code="self_assessment.reason", field="reason"
        )
    return why
