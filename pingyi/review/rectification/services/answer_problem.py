"""The organisation's word on a problem: it is ours, or here is why it is not."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.domain.problem import CLAIMED_STATES, ProblemAct, ProblemState, state_after
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.rules import may_answer
from pingyi.review.rectification.services.locks import lock_problem, refuse_unknown_problem
from pingyi.review.rectification.services.record import record_about_problem
from pingyi.review.rectification.services.words import asked_words


@transaction.atomic
def claim_problem(*, actor: Actor, now: datetime, problem: ProblemItem) -> ProblemItem:
    """Accept the problem as the organisation's own; a contest that nobody has decided is taken back with it.

    Claiming twice changes nothing.
    """
    row = _lock(actor, problem)
    if row.state in CLAIMED_STATES:
        return row
    target = state_after(row.state, ProblemAct.CLAIM)
    if target is None:
        raise Refused(Words("这个问题已经经说明撤下，不用认领。"), code="problem.withdrawn")
    row.state, row.contest_reason = target, ""
    _write_answer(actor, now, row)
    record_about_problem(actor, now, row, "problem.claimed")
    return row


@transaction.atomic
def contest_problem(*, actor: Actor, now: datetime, problem: ProblemItem, reason: str) -> ProblemItem:
    """Say why the problem is not the organisation's; the convenor decides. The same reason again: nothing."""
    row = _lock(actor, problem)
    words = asked_words(
        reason, missing=Words("写明为什么不是本单位的问题，才好定。"), code="problem.reason", field="reason"
    )
    if (row.state, row.contest_reason) == (ProblemState.CONTESTED, words):
        return row
    target = state_after(row.state, ProblemAct.CONTEST)
    if target is None:
        raise Refused(
            Words(
                "{number}号问题已经认领或者已经说明过，没有改动。有新情况，请和组织部门联系。",
                number=row.number,
            ),
            code="problem.answered",
        )
    row.state, row.contest_reason = target, words
    _write_answer(actor, now, row)
    record_about_problem(actor, now, row, "problem.contested", reason=words)
    return row


def _lock(actor: Actor, problem: ProblemItem) -> ProblemItem:
    row = lock_problem(problem.pk)
    if not may_answer(actor, row):
        raise Forbidden(Words("问题由所在单位的书记认领或说明。"))
    refuse_unknown_problem(row)
    return row


def _write_answer(actor: Actor, now: datetime, row: ProblemItem) -> None:
    row.answered_by_id, row.answered_at = actor.account_id, now
    row.save(update_fields=["state", "contest_reason", "answered_by", "answered_at"])
