"""The daily scores become the daily marks of the review."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.queries.marks import Marks, marks_of
from pingyi.review.appraisal.services import enter_marks
from pingyi.review.cycles.models import Cycle
from pingyi.review.daily.domain.arithmetic import rounded
from pingyi.review.daily.domain.ledgers import Stated
from pingyi.review.daily.models import HandedOver
from pingyi.review.daily.queries.anew import changed_since
from pingyi.review.daily.queries.board import board_of
from pingyi.review.daily.rules import may_hand_over
from pingyi.review.daily.services.locks import lock_review
from pingyi.review.daily.services.record import record


@transaction.atomic
def hand_over_daily(
    *, actor: Actor, now: datetime, cycle: Cycle, stated: Stated, is_sure: bool = False
) -> int:
    """Make the newest score of everybody the daily mark, rounded half up as the rules show scores; says how many.

    The mark of the leaders stays as it is. Who has the same mark from the same calculation already is left alone, so
    a second click changes nothing; a mark that somebody typed in between is replaced. Refused where the rules give
    the daily part no weight (`marks.not_needed`), and where scores would come out otherwise from what is `stated` now,
    unless whoever hands over `is_sure` (`daily.changed`).
    """
    if not may_hand_over(actor, cycle):
        raise Forbidden(Words("日常考核分由计票人或领导交到评议里。"))
    row = lock_review(cycle.pk)
    board = board_of(row)
    if not board.has_weight:
        raise Refused(
            Words("规则没有给日常考核权重，不用交。要计入，先在“规则”里给它权重。"), code="marks.not_needed"
        )
    due = [one for one in board.rows if one.score and one.score.score is not None and not one.is_handed]
    changed = {} if is_sure else changed_since(due, stated)
    if changed:
        raise Refused(
            Words(
                "有{changed}位算过以后台账或自评有变动，还没有交。先重新算，或者照算过的分交。",
                changed=len(changed),
            ),
            code="daily.changed",
        )
    present = marks_of(row)
    marks: dict[int, Marks] = {}
    handed: list[HandedOver] = []
    for one in due:
        exact = one.score.score if one.score else None
        if exact is None or one.score is None:
            continue
        mark = rounded(exact, board.decimals)
        marks[one.reporter.pk] = Marks(mark, present.get(one.reporter.pk, Marks()).leader)
        handed.append(
            HandedOver(
                institution_id=row.institution_id,
                score=one.score.row,
                mark_numerator=mark.numerator,
                mark_denominator=mark.denominator,
                handed_by_id=actor.account_id,
                handed_at=now,
            )
        )
    if not handed:
        return 0
    enter_marks(actor=actor, now=now, cycle=row, marks=marks)
    HandedOver.objects.bulk_create(handed)
    record(actor, now, row, "daily.handed_over", year=row.year, reporters=len(handed))
    return len(handed)
