from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.models import ComprehensiveOpinion, OpinionVerdict
from pingyi.review.appraisal.queries.opinions import opinion_of
from pingyi.review.appraisal.rules import is_her_own, may_confirm_opinions
from pingyi.review.cycles.models import Reporter

LONGEST_NOTE = 400


@transaction.atomic
def confirm_opinion(*, actor: Actor, now: datetime, reporter: Reporter, seen_version: int) -> OpinionVerdict:
    """The leader confirms the opinion as she has read it; then the letter may go out. Twice changes nothing.

    Who wrote it does not confirm it. Records opinion.confirmed.
    """
    row = _judged(actor, reporter, seen_version)
    if row.written_by_id == actor.account_id:
        raise Refused(Words("这一份是您自己存的，没有确认。请另一位领导看过确认。"), code="opinion.own_words")
    return _say(actor, now, row, is_confirmed=True)


@transaction.atomic
def give_opinion_back(
    *, actor: Actor, now: datetime, reporter: Reporter, seen_version: int, note: str
) -> OpinionVerdict:
    """The leader gives the opinion back to the clerk and says why. Records opinion.given_back."""
    row = _judged(actor, reporter, seen_version)
    said = " ".join(note.split())
    if not said:
        raise Refused(Words("没有退回。写明要改哪里，经办人照着改。"), code="opinion.no_note", field="note")
    if len(said) > LONGEST_NOTE:
        raise Refused(
            Words("没有退回。理由最多{longest}字，压缩一些。", longest=LONGEST_NOTE),
            code="opinion.long_note",
            field="note",
        )
    return _say(actor, now, row, is_confirmed=False, note=said)


def _judged(actor: Actor, reporter: Reporter, seen_version: int) -> ComprehensiveOpinion:
    if not may_confirm_opinions(actor, reporter):
        raise Forbidden(Words("综合评价意见由领导确认。"))
    if is_her_own(actor, reporter):
        raise Forbidden(Words("自己单位的意见不能自己确认。请另一位领导看。"))
    Reporter.objects.select_for_update().get(pk=reporter.pk)
    row = opinion_of(reporter)
    if row is None:
        raise Refused(Words("意见还没有写，没有可以确认的。等经办人写好再看。"), code="opinion.unwritten")
    if row.version != seen_version:
        raise Refused(
            Words("您打开这一页以后，意见改过，没有确认。看过现在的内容再确认。"),
            code="opinion.changed_meanwhile",
        )
    return row


def _say(
    actor: Actor, now: datetime, row: ComprehensiveOpinion, *, is_confirmed: bool, note: str = ""
) -> OpinionVerdict:
    verdict, is_new = OpinionVerdict.objects.get_or_create(
        reporter_id=row.reporter_id,
        version=row.version,
        defaults={
            "institution_id": row.institution_id,
            "is_confirmed": is_confirmed,
            "note": note,
            "given_by_id": actor.account_id,
            "given_at": now,
        },
    )
    if not is_new and verdict.is_confirmed != is_confirmed:
        word = Words("确认") if verdict.is_confirmed else Words("退回")
        raise Refused(
            Words("这一份已经{word}过了，没有改动。经办人改过再存，可以重新看。", word=word),
            code="opinion.judged_already",
        )
    if is_new:
        record_event(
            institution_id=row.institution_id,
            verb="opinion.confirmed" if is_confirmed else "opinion.given_back",
            actor_id=actor.account_id,
            subject=row,
            now=now,
            payload={
                "organisation": row.reporter.organisation.name,
                "version": row.version,
                "reason": note,
            },
        )
    return verdict
