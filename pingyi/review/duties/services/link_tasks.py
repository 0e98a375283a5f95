from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.duties.models import DutyItem, DutyTask
from pingyi.review.duties.queries.tasks import offered_tasks
from pingyi.review.duties.rules import may_link
from pingyi.review.duties.services.locks import lock_item
from pingyi.review.duties.services.record import record_about_item


@transaction.atomic
def link_tasks(*, actor: Actor, now: datetime, item: DutyItem, task_ids: Collection[int]) -> int:
    """Say which rectification tasks hang on this entry, all at once; says how many. The same again changes nothing."""
    row = lock_item(item.pk)
    if not may_link(actor, row.duty_list):
        raise Forbidden(Words("挂哪些任务由所在单位的书记或经办人定。"))
    offered = offered_tasks(row, reckoning_on(today(now), row.institution_id))
    wanted = set(task_ids)
    if not wanted <= {one.task.pk for one in offered}:
        raise Refused(
            Words("有的任务不是这个单位的，没有保存。请刷新这一页再选。"), code="duty_item.foreign_task"
        )
    present = {one.task.pk for one in offered if one.is_linked}
    if wanted == present:
        return len(wanted)
    DutyTask.objects.filter(item=row).exclude(task__in=wanted).delete()
    DutyTask.objects.bulk_create(
        DutyTask(institution_id=row.institution_id, item=row, task_id=pk) for pk in sorted(wanted - present)
    )
    record_about_item(actor, now, row, "duty_item.tasks_linked", tasks=sorted(wanted))
    return len(wanted)
