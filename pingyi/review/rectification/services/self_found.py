"""What an organisation found out about itself (自查): its secretary names the problem, and with that claims it."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.domain.problem import OPEN_STATES
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries.self_found import is_asked_in, was_named_by_itself
from pingyi.review.rectification.rules import may_answer, may_name_own
from pingyi.review.rectification.services.answer_problem import claim_problem
from pingyi.review.rectification.services.correct_problem import strike_from_list
from pingyi.review.rectification.services.locks import lock_problem
from pingyi.review.rectification.services.raise_problem import put_on_list
from pingyi.review.rectification.services.words import asked_words

NOTE = 200
SELF_FOUND = ProblemItem.Source.SELF_FOUND


@transaction.atomic
def name_own_problem(
    *, actor: Actor, now: datetime, cycle: Cycle, organisation: Organisation, text: str, source_note: str = ""
) -> ProblemItem:
    """Put a problem that the organisation found itself on its list, claimed: its tasks come next.

    The same words again, while that problem is open, give the row that is there (a second click).
    """
    if not may_name_own(actor, cycle, organisation):
        raise Forbidden(Words("自查的问题由本单位书记列，只列本单位的。"))
    words = asked_words(
        text, missing=Words("问题没有写内容。写清楚是什么问题。"), code="problem.text", field="text"
    )
    if len(source_note.strip()) > NOTE:
        raise Refused(
            Words("怎么发现的最多写{most}字，没有保存。请写短些。", most=NOTE),
            code="problem.source_note",
            field="source_note",
        )
    # Held before looking: a second click waits here and then finds the row of the first.
    held = Cycle.objects.select_for_update(of=("self",)).get(pk=cycle.pk)
    if not is_asked_in(held, organisation):
        raise Refused(
            Words(
                "{organisation}不在{cycle}的述职单位里，问题没有列上。请和组织部门联系。",
                organisation=organisation.name,
                cycle=held.name,
            ),
            code="problem.not_in_cycle",
            field="organisation",
        )
    own = ProblemItem.objects.filter(cycle=held, organisation=organisation, source=SELF_FOUND)
    known: ProblemItem | None = own.filter(text=words, state__in=OPEN_STATES).first()
    if known is not None:
        return known
    row = put_on_list(actor, now, held, organisation, words, SELF_FOUND, source_note.strip())
    return claim_problem(actor=actor, now=now, problem=row)


@transaction.atomic
def take_back_own_problem(*, actor: Actor, now: datetime, problem: ProblemItem) -> None:
    """Take a problem off the list that the organisation named itself by mistake, while it has no task."""
    row = lock_problem(problem.pk)
    if not may_answer(actor, row):
        raise Forbidden(Words("自查的问题由列它的单位书记撤下。"))
    if not was_named_by_itself(row):
        raise Missing(
            Words("这不是本单位自己列的问题，不能撤下。有不同意见的，写明理由。"), code="problem.not_own"
        )
    if Task.objects.filter(problem=row).exists():
        raise Refused(
            Words("{number}号问题已经列了任务，没有撤下。", number=row.number), code="problem.has_tasks"
        )
    strike_from_list(actor, now, row)
