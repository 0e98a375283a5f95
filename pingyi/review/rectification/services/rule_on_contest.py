from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.domain.problem import ProblemAct, ProblemState, state_after
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.rules import may_rule
from pingyi.review.rectification.services.locks import is_same_person, lock_problem
from pingyi.review.rectification.services.record import record_about_problem
from pingyi.review.rectification.services.words import asked_words


@transaction.atomic
def rule_on_contest(
    *, actor: Actor, now: datetime, problem: ProblemItem, stands: bool, reason: str
) -> ProblemItem:
    """Decide about a contest: the problem stands and is the organisation's to solve, or it is withdrawn.

    Somebody else than who contested it, always with a reason. The same decision again changes nothing.
    """
    row = lock_problem(problem.pk)
    if not may_rule(actor, row):
        raise Forbidden(Words("单位的说明由经办人或领导来定，自己单位的不能自己定。"))
    if row.ruled_by_id is not None and (row.state != ProblemState.WITHDRAWN) == stands:
        return row
    target = state_after(row.state, ProblemAct.UPHOLD if stands else ProblemAct.WITHDRAW)
    if target is None:
        raise Refused(
            Words("{number}号问题没有等着定的说明，可能别人已经定了。刷新看看。", number=row.number),
            code="problem.not_contested",
        )
    if is_same_person(actor, row.answered_by_id):
        raise Refused(Words("这份说明是您写的，不能由您来定。请另一位来定。"), code="problem.own_contest")
    row.ruling_note = asked_words(
        reason, missing=Words("写明这样定的理由，单位看得到。"), code="problem.ruling", field="reason"
    )
    row.state, row.ruled_by_id, row.ruled_at = target, actor.account_id, now
    row.save(update_fields=["state", "ruling_note", "ruled_by", "ruled_at"])
    record_about_problem(actor, now, row, "problem.ruled", stands=stands, reason=row.ruling_note)
    return row
