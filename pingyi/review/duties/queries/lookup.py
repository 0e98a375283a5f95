"""One row by its number, or a plain word that it is not there."""

from django.db.models import QuerySet

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.duties.models import DutyItem, DutyList

GONE = Words("没有这张责任清单，可能已经撤掉。请回到“责任清单”页。")
NO_ITEM = Words("清单上没有这一条，可能已经去掉。请回到清单。")


def lists() -> QuerySet[DutyList]:
    """Lists with everything that says whose they are, in the order of the tree, the secretary's before the bodies'."""
    rows: QuerySet[DutyList] = DutyList.objects.select_related(
        "cycle__convenor", "organisation", "person", "body", "issued_by", "created_by"
    ).order_by("organisation__order", "organisation__path", "body__pk", "pk")
    return rows


def find_list(list_id: int) -> DutyList:
    found = lists().filter(pk=list_id).first()
    if found is None:
        raise Missing(GONE, code="duty_list.missing")
    return found


def find_item(item_id: int) -> DutyItem:
    """The entry with its list and the people who had to do with it."""
    item: DutyItem | None = (
        DutyItem.objects.filter(pk=item_id)
        .select_related(
            "duty_list__cycle__convenor",
            "duty_list__organisation",
            "duty_list__person",
            "duty_list__body",
            "responsible",
            "reported_by",
            "confirmed_by",
            "dropped_by",
            "carried_from__duty_list__cycle",
        )
        .first()
    )
    if item is None:
        raise Missing(NO_ITEM, code="duty_item.missing")
    return item


def items_in_force(duty_list: DutyList) -> list[DutyItem]:
    """The entries of a list in their order, without those that were dropped. One query."""
    return list(
        DutyItem.objects.filter(duty_list=duty_list, dropped_at__isnull=True)
        .select_related("responsible__organisation")
        .order_by("sequence", "pk")
    )
