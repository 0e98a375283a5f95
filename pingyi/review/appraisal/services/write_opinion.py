from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.opinion import LONGEST, Opinion, tidy
from pingyi.review.appraisal.models import ComprehensiveOpinion
from pingyi.review.appraisal.phrases import OPINION_WORDS
from pingyi.review.appraisal.queries.opinions import as_opinion, opinion_of
from pingyi.review.appraisal.rules import is_her_own, may_write_letters
from pingyi.review.cycles.models import Reporter


@transaction.atomic
def write_opinion(
    *, actor: Actor, now: datetime, reporter: Reporter, opinion: Opinion, seen_version: int
) -> ComprehensiveOpinion:
    """The comprehensive opinion on one person as it should stand. Writing the same again changes nothing.

    `seen_version` is the version that the writer saw (0: none was written); who would write over somebody else's words
    is refused. A letter that was given out stays as it was until another is issued. Records opinion.written.
    """
    if not may_write_letters(actor, reporter):
        raise Forbidden(Words("综合评价意见由经办人写。"))
    if is_her_own(actor, reporter):
        raise Forbidden(Words("自己单位的意见不能自己写。请另一位经办人写。"))
    Reporter.objects.select_for_update().get(pk=reporter.pk)
    wanted = Opinion(
        tidy(opinion.strengths),
        tidy(opinion.problems),
        tidy(opinion.direction),
        grounds=tidy(opinion.grounds),
    )
    row = opinion_of(reporter)
    if row is not None and as_opinion(row) == wanted:
        return row
    _refuse(row, wanted, seen_version)
    if row is None:
        row = ComprehensiveOpinion(institution_id=reporter.institution_id, reporter=reporter, version=0)
    row.strengths, row.problems, row.direction = wanted.strengths, wanted.problems, wanted.direction
    row.grounds = wanted.grounds
    row.version += 1
    row.written_by_id, row.written_at = actor.account_id, now
    row.save()
    record_event(
        institution_id=reporter.institution_id,
        verb="opinion.written",
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"organisation": reporter.organisation.name, "version": row.version},
    )
    return row


def _refuse(row: ComprehensiveOpinion | None, wanted: Opinion, seen_version: int) -> None:
    if seen_version != (row.version if row else 0):
        raise Refused(
            Words("您打开这一页以后，别人改过这份意见，没有保存。您写的还在下面，对照现在的内容再保存。"),
            code="opinion.changed_meanwhile",
        )
    if wanted.is_empty:
        raise Refused(Words("三段都空着，没有保存。至少写一段。"), code="opinion.empty", field="strengths")
    for part, words in OPINION_WORDS.items():
        if len(getattr(wanted, part)) > LONGEST:
            raise Refused(
                Words("“{words}”最多{longest}字，没有保存。压缩一些再存。", words=words, longest=LONGEST),
                code="opinion.too_long",
                field=part,
            )
