"""A secretary writes about one indicator and hands it in."""

from datetime import datetime
from fractions import Fraction

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Reporter
from pingyi.review.daily.domain.assessment import (
    OPEN,
    AssessmentFault,
    AssessmentState,
    fault_of_claim,
)
from pingyi.review.daily.models import DailyIndicator, SelfAssessment
from pingyi.review.daily.phrases import ASSESSMENT_FAULTS
from pingyi.review.daily.queries.assessments import NO_ROW
from pingyi.review.daily.queries.own import set_of
from pingyi.review.daily.rules import may_assess
from pingyi.review.daily.services.locks import lock_reporter
from pingyi.review.daily.services.own_evidence import OwnFile, keep_file
from pingyi.review.daily.services.record import record_about_reporter

LONGEST = 1_000
_FIELDS = {
    AssessmentFault.TOO_HIGH: "points",
    AssessmentFault.NO_WORDS: "words",
    AssessmentFault.NO_EVIDENCE: "file",
}


@transaction.atomic
def save_assessment(
    *,
    actor: Actor,
    now: datetime,
    reporter: Reporter,
    indicator: DailyIndicator,
    asked: Fraction,
    words: str,
    file: OwnFile | None = None,
    is_handed_in: bool = False,
) -> SelfAssessment:
    """Keep points and words for one indicator with one more file, and hand it in if wished.

    Handing the same in again changes nothing; what waits or is checked cannot be changed.
    """
    row = lock_reporter(reporter.pk)
    if not may_assess(actor, row):
        raise Forbidden(Words("自评由本单位的书记写。"))
    _refuse_other_set(row, indicator)
    said = words.strip()
    if len(said) > LONGEST:
        raise Refused(
            Words("最多{most}字。写短些。", most=LONGEST), code="self_assessment.words", field="words"
        )
    present = SelfAssessment.objects.filter(reporter=row, indicator=indicator).first()
    if present is not None and present.state not in OPEN:
        if _is_same(present, asked, said) and file is None:
            return present
        raise Refused(Words("这一条已经交了，不能改。要改请经办人退回。"), code="self_assessment.closed")
    # What is above the points there are is refused before the database is asked.
    _refuse_faulty(asked, indicator, said, evidence=0, is_handed_in=False)
    one = present or SelfAssessment(institution_id=row.institution_id, reporter=row, indicator=indicator)
    one.asked_numerator, one.asked_denominator, one.words = asked.numerator, asked.denominator, said
    one.written_by_id, one.written_at = actor.account_id, now
    if one.state == AssessmentState.RETURNED and not said:
        raise Refused(
            ASSESSMENT_FAULTS[AssessmentFault.NO_WORDS], code="self_assessment.no_words", field="words"
        )
    one.save()
    if file is not None:
        keep_file(actor, now, one, file)
    if is_handed_in:
        _hand_in(actor, now, one, indicator)
    record_about_reporter(
        actor,
        now,
        one,
        row,
        "self_assessment.submitted" if is_handed_in else "self_assessment.written",
        title=str(indicator),
    )
    return one


def _hand_in(actor: Actor, now: datetime, one: SelfAssessment, indicator: DailyIndicator) -> None:
    asked = Fraction(one.asked_numerator, one.asked_denominator)
    _refuse_faulty(asked, indicator, one.words, evidence=one.evidence.count(), is_handed_in=True)
    one.state, one.submitted_by_id, one.submitted_at = AssessmentState.SUBMITTED, actor.account_id, now
    one.checked_by_id, one.checked_at, one.check_reason = None, None, ""
    one.save()


def _refuse_faulty(
    asked: Fraction, indicator: DailyIndicator, words: str, *, evidence: int, is_handed_in: bool
) -> None:
    most = Fraction(indicator.claimed_numerator, indicator.claimed_denominator)
    fault = fault_of_claim(asked, most, words, evidence, is_handed_in=is_handed_in)
    if fault is not None:
        raise Refused(ASSESSMENT_FAULTS[fault], code=f"self_assessment.{fault}", field=_FIELDS[fault])


def _refuse_other_set(reporter: Reporter, indicator: DailyIndicator) -> None:
    reading = set_of(reporter)
    if reading is None or indicator.pk not in reading.claimed:
        raise Missing(NO_ROW, code="daily_indicator.missing")


def _is_same(present: SelfAssessment, asked: Fraction, words: str) -> bool:
    return Fraction(present.asked_numerator, present.asked_denominator) == asked and present.words == words
