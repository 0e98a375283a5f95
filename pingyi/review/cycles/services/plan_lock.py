"""The door through which every change of a plan goes: permission, one at a time, never on a frozen plan."""

from typing import TypeVar

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.rules import may_prepare

Row = TypeVar("Row", bound=InstitutionRow)


def lock_plan(actor: Actor, cycle_id: int) -> Cycle:
    """The cycle, locked until the transaction ends, for an actor who may prepare it. Frozen or draft."""
    cycle: Cycle | None = (
        Cycle.objects.select_for_update(of=("self",))
        .select_related("convenor", "frozen_by")
        .filter(pk=cycle_id)
        .first()
    )
    if cycle is None or cycle.institution_id != actor.institution_id:
        raise Missing(Words("没有这一轮评议。请回到首页，从列表里打开。"), code="cycle.missing")
    if not may_prepare(actor, cycle):
        raise Forbidden(Words("方案由经办人改，您的账号只能看。要改请找组织部门的经办人。"))
    return cycle


def lock_draft(actor: Actor, cycle_id: int) -> Cycle:
    """The cycle, locked until the transaction ends. Refused unless the plan is still a draft."""
    cycle = lock_plan(actor, cycle_id)
    if cycle.state != Cycle.State.DRAFT:
        raise Refused(frozen_words(cycle), code="cycle.frozen")
    return cycle


def hold_frozen(cycle_id: int) -> Cycle:
    """The cycle with its plan held frozen until the transaction ends: for steps that build upon a fixed plan.

    Refused while the plan is open for changes. Whoever unfreezes at the same moment waits, and then sees the step.
    """
    cycle: Cycle | None = Cycle.objects.select_for_update().filter(pk=cycle_id).first()
    if cycle is None or cycle.state != Cycle.State.FROZEN:
        raise Refused(
            Words("方案没有封存，还可能变。请经办人先在“封存方案”页封存，再办这一步。"),
            code="cycle.not_frozen",
        )
    return cycle


def still_there(row: Row) -> Row:
    """The row as it is now that the plan is locked; a colleague may have taken it away in the meantime."""
    found: Row | None = type(row).objects.filter(pk=row.pk).first()
    if found is None:
        raise Missing(Words("它刚刚被同事撤掉了，没有改动。请刷新这一页。"), code="row.gone")
    return found


def frozen_words(cycle: Cycle) -> str:
    """Why the plan cannot be changed, and what to do."""
    if cycle.state == Cycle.State.ARCHIVED or cycle.frozen_at is None:
        return Words("这一轮已经归档，不能再改。")
    at = cycle.frozen_at.astimezone(PEOPLE_ZONE)
    return Words(
        "方案已于{month}月{day}日{at:%H:%M}封存，没有改动。确实要改，投票开始前可以在“封存方案”页写明理由解封。",
        month=at.month,
        day=at.day,
        at=at,
    )
