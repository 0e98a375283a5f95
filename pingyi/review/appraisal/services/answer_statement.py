from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.notices.services import Draft, give_notices
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.opinion import tidy
from pingyi.review.appraisal.domain.statement import LONGEST
from pingyi.review.appraisal.models import LetterStatement, StatementAnswer
from pingyi.review.appraisal.rules import is_her_own, may_answer_statements

KIND = "statement.answered"


@transaction.atomic
def answer_statement(
    *, actor: Actor, now: datetime, statement: LetterStatement, text: str
) -> StatementAnswer:
    """What the committee answers to a person's statement, once; she is told that it is there.

    Records statement.answered.
    """
    if not may_answer_statements(actor, statement):
        raise Forbidden(Words("本人意见由领导答复。"))
    if is_her_own(actor, statement.letter.reporter):
        raise Forbidden(Words("自己交的本人意见不能自己答复。请另一位领导答复。"))
    held = LetterStatement.objects.select_for_update(of=("self",)).get(pk=statement.pk)
    said = tidy(text)
    if not said or len(said) > LONGEST:
        raise Refused(
            Words("没有答复。写1到{longest}字，说明会议怎么看、怎么定。", longest=LONGEST),
            code="statement.answer_length",
            field="answer",
        )
    if StatementAnswer.objects.filter(statement=held).exists():
        raise Refused(Words("这一份已经答复过，没有改动。"), code="statement.answered")
    answer: StatementAnswer = StatementAnswer.objects.create(
        institution_id=held.institution_id,
        statement=held,
        text=said,
        answered_by_id=actor.account_id,
        answered_at=now,
    )
    reporter = statement.letter.reporter
    record_event(
        institution_id=held.institution_id,
        verb="statement.answered",
        actor_id=actor.account_id,
        subject=answer,
        now=now,
        payload={"organisation": reporter.organisation.name},
    )
    give_notices(
        institution_id=held.institution_id,
        given_by_id=actor.account_id,
        now=now,
        drafts=[
            Draft(
                held.given_by_id,
                KIND,
                f"letter:{held.letter_id}",
                Words("{cycle}：本人意见有了答复", cycle=reporter.cycle.name),
                path=f"/office/mine/letters/{reporter.pk}/",
            )
        ],
    )
    return answer
