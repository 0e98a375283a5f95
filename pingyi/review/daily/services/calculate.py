"""Calculating the daily scores of a review from facts and checked self-assessments."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.fingerprint import fingerprint_of
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries.reporters import voted_on
from pingyi.review.daily.domain.arithmetic import Sheet
from pingyi.review.daily.domain.kept import sheet_document
from pingyi.review.daily.domain.ledgers import Stated
from pingyi.review.daily.models import DailyScore
from pingyi.review.daily.queries.anew import sheets_now
from pingyi.review.daily.queries.scores import ScoreReading, latest_scores
from pingyi.review.daily.queries.sets import SetReading, chosen_sets, read_sets
from pingyi.review.daily.rules import may_choose_sets
from pingyi.review.daily.services.locks import lock_review
from pingyi.review.daily.services.record import record


@transaction.atomic
def calculate_daily(*, actor: Actor, now: datetime, cycle: Cycle, stated: Stated) -> int:
    """Keep a calculation for everybody whose set is chosen; says for how many it came out anew.

    Where nothing changed since the last calculation nothing is added.
    """
    row = lock_review(cycle.pk)
    if not may_choose_sets(actor, row):
        raise Forbidden(Words("日常考核由经办人计算。"))
    chosen = chosen_sets(row)
    reporters = [one for one in voted_on(row) if one.organisation.kind in chosen]
    if not reporters:
        raise Refused(Words("还没有选按哪套指标考核，没有计算。先选好。"), code="daily.no_set")
    readings = {
        one.indicator_set.pk: one for one in read_sets(list({s.pk: s for s in chosen.values()}.values()))
    }
    pairs = [(one, readings[chosen[one.organisation.kind].pk]) for one in reporters]
    sheets, before = sheets_now(pairs, stated), latest_scores(reporters)
    made = []
    for one, reading in pairs:
        score = _score(actor, now, one, reading, sheets[one.pk], stated, before.get(one.pk))
        if score is not None:
            made.append(score)
    DailyScore.objects.bulk_create(made)
    if made:
        record(actor, now, row, "daily.calculated", year=row.year, reporters=len(made))
    return len(made)


def _score(
    actor: Actor,
    now: datetime,
    reporter: Reporter,
    reading: SetReading,
    sheet: Sheet,
    stated: Stated,
    before: ScoreReading | None,
) -> DailyScore | None:
    lines, exact = sheet_document(sheet), sheet.score
    print_ = fingerprint_of({"set": reading.indicator_set.fingerprint, "lines": lines})
    if before is not None and before.row.fingerprint == print_:
        return None
    wanted = {one.measure for one in reading.rows if one.measure}
    return DailyScore(
        institution_id=reporter.institution_id,
        reporter=reporter,
        sequence=before.row.sequence + 1 if before else 1,
        indicator_set=reading.indicator_set,
        set_fingerprint=reading.indicator_set.fingerprint,
        first=stated.span.first,
        last=stated.span.last,
        lines=lines,
        titles={code: str(title) for code, title in stated.titles.items() if code in wanted},
        score_numerator=None if exact is None else exact.numerator,
        score_denominator=None if exact is None else exact.denominator,
        fingerprint=print_,
        made_by_id=actor.account_id,
        made_at=now,
    )
