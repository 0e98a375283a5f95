from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.opinion import tidy
from pingyi.review.appraisal.domain.statement import LONGEST, statement_fault
from pingyi.review.appraisal.models import FeedbackLetter, LetterStatement
from pingyi.review.appraisal.rules import is_addressee, may_read_own_letter
from pingyi.review.appraisal.services.open_letter import open_letter


@transaction.atomic
def give_statement(
    *, actor: Actor, now: datetime, letter: FeedbackLetter, agrees: bool | None, text: str
) -> LetterStatement:
    """本人意见 to the letter in force, once: agreed, or with remarks. Handing in the same again changes nothing.

    Records statement.given.
    """
    if not may_read_own_letter(actor, letter.reporter) or not is_addressee(actor, letter.reporter):
        raise Forbidden(Words("本人意见由收到反馈的书记自己写。"))
    FeedbackLetter.objects.select_for_update(of=("self",)).get(pk=letter.pk)
    said = tidy(text)
    fault = statement_fault(agrees=agrees, text=said)
    present = LetterStatement.objects.filter(letter=letter).first()
    if present is not None:
        if (present.agrees, present.text) == (agrees, said):
            return present
        raise Refused(
            Words("本人意见已经交过，只交一次，没有改动。还有要说的，请直接告诉组织部门。"),
            code="statement.given",
        )
    if fault:
        raise Refused(_words_of(fault, said), code=f"statement.{fault}", field=fault)
    if FeedbackLetter.objects.filter(reporter=letter.reporter_id, sequence__gt=letter.sequence).exists():
        raise Refused(Words("反馈意见刚重发过，没有交。先看新的那一封。"), code="statement.letter_replaced")
    open_letter(actor=actor, now=now, letter=letter)
    statement: LetterStatement = LetterStatement.objects.create(
        institution_id=letter.institution_id,
        letter=letter,
        agrees=bool(agrees),
        text=said,
        given_by_id=actor.account_id,
        given_at=now,
    )
    record_event(
        institution_id=letter.institution_id,
        verb="statement.given",
        actor_id=actor.account_id,
        subject=statement,
        now=now,
        payload={"organisation": letter.reporter.organisation.name, "agrees": bool(agrees)},
    )
    return statement


def _words_of(fault: str, text: str) -> Words:
    if fault == "agrees":
        return Words("选一项：同意，或者有不同意见。")
    if text:
        return Words("最多{longest}字，没有交。压缩一些再交。", longest=LONGEST)
    return Words("有不同意见的，写明是哪一点、为什么。")
