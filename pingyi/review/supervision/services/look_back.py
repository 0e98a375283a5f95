from datetime import datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.domain.second_person import closing_fault
from pingyi.review.rectification.models import Task
from pingyi.review.rectification.queries.workers import work_on
from pingyi.review.rectification.services import reopen_task
from pingyi.review.supervision.models import LookBack
from pingyi.review.supervision.rules import may_look_back

LONGEST = 2000


@transaction.atomic
def record_look_back(*, actor: Actor, now: datetime, task: Task, result: str, found: str) -> LookBack:
    """Write down what the look back found. A fault that came back reopens the task, and the problem with it.

    Not by somebody who worked on the task. Records look_back.recorded. The same answer twice gives the first.
    """
    row = Task.objects.select_for_update(of=("self",)).select_related("problem__organisation").get(pk=task.pk)
    if not may_look_back(actor, row):
        raise Forbidden(Words("回头看由组织部门的经办人办，自己单位的不能自己办。"))
    said = tidy(found)
    if result not in LookBack.Result.values:
        raise Refused(Words("选“没有反弹”或者“又出现了”。"), code="look_back.result", field="result")
    if not said or len(said) > LONGEST:
        raise Refused(
            Words("写明看了什么、情况怎样，最多{most}个字。", most=LONGEST),
            code="look_back.found",
            field="found",
        )
    last = LookBack.objects.filter(task=row).order_by("-pk").first()
    if last is not None and (last.result, last.found) == (result, said):
        return last
    due_on, closed_by = row.relapse_check_on, row.closed_by_id
    if row.state != Task.State.CLOSED or closed_by is None:
        raise Refused(Words("这项任务没有销号，不用回头看。"), code="look_back.not_closed")
    if last is not None and last.due_on == due_on:
        raise Refused(Words("这一次回头看已经有人写过结果了。"), code="look_back.already")
    if closing_fault(work_on(row), account=actor.account_id, person=actor.person_id) is not None:
        raise Refused(
            Words("您经手过这项任务，不能由您回头看。请另一位经办人办。"), code="look_back.second_person"
        )
    look: LookBack = LookBack.objects.create(
        institution_id=row.institution_id,
        task=row,
        due_on=due_on or today(now),
        result=result,
        found=said,
        closed_by_id=closed_by,
        looked_by_id=actor.account_id,
        looked_at=now,
    )
    record_event(
        institution_id=row.institution_id,
        verb="look_back.recorded",
        actor_id=actor.account_id,
        subject=look,
        now=now,
        payload={"organisation": row.problem.organisation.name, "result": result},
    )
    if result == LookBack.Result.CAME_BACK:
        reopen_task(actor=actor, now=now, task=row, reason=Words("回头看发现问题又出现了：{said}", said=said))
    return look
