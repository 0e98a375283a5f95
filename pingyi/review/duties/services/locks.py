"""Rows that an act is about, held until it is done; nothing goes on once the review is archived."""

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.services.plan_lock import lock_plan
from pingyi.review.duties.models import DutyItem, DutyList
from pingyi.review.duties.queries.lookup import GONE, NO_ITEM
from pingyi.review.duties.rules import may_keep_lists


def lock_year(actor: Actor, cycle_id: int) -> Cycle:
    """The cycle for a clerk who lays out lists or writes a template: two at once act one after the other."""
    cycle = lock_plan(actor, cycle_id)
    refuse_archived(cycle)
    return cycle


def lock_list(list_id: int) -> DutyList:
    duty_list: DutyList | None = (
        DutyList.objects.select_for_update(of=("self",))
        .select_related("cycle__convenor", "organisation", "person", "body")
        .filter(pk=list_id)
        .first()
    )
    if duty_list is None:
        raise Missing(GONE, code="duty_list.missing")
    refuse_archived(duty_list.cycle)
    return duty_list


def lock_kept_list(actor: Actor, list_id: int) -> DutyList:
    """The list for a clerk who writes it or gives it out."""
    duty_list = lock_list(list_id)
    if not may_keep_lists(actor, duty_list.cycle):
        raise Forbidden(Words("责任清单由经办人列、由经办人印发。"))
    return duty_list


def lock_item(item_id: int) -> DutyItem:
    """The entry, held by its list. Nothing is done about one that was dropped, or whose list is not in force."""
    list_id = DutyItem.objects.filter(pk=item_id).values_list("duty_list", flat=True).first()
    duty_list = None if list_id is None else lock_list(list_id)
    item: DutyItem | None = DutyItem.objects.select_related("responsible").filter(pk=item_id).first()
    if item is None or duty_list is None:
        raise Missing(NO_ITEM, code="duty_item.missing")
    item.duty_list = duty_list
    if duty_list.state != DutyList.State.ISSUED:
        raise Refused(Words("清单还没有印发，印发以后再办。"), code="duty_list.draft")
    if item.dropped_at is not None:
        raise Refused(Words("这一条已经撤下，不用再办。"), code="duty_item.dropped")
    return item


def refuse_archived(cycle: Cycle) -> None:
    if cycle.state == Cycle.State.ARCHIVED:
        raise Refused(Words("这一轮已经归档，责任清单不能再改。"), code="cycle.archived")
