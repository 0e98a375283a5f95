"""What the pages of one list and one entry share: who may look."""

from typing import TYPE_CHECKING

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.duties.queries import find_item, find_list
from pingyi.review.duties.rules import may_read_list

if TYPE_CHECKING:
    from pingyi.review.duties.models import DutyItem, DutyList


def readable_list(actor: Actor, duty_list_id: int) -> "DutyList":
    return _readable(actor, find_list(duty_list_id))


def readable_item(actor: Actor, duty_item_id: int) -> "DutyItem":
    item = find_item(duty_item_id)
    _readable(actor, item.duty_list)
    return item


def _readable(actor: Actor, duty_list: "DutyList") -> "DutyList":
    if not may_read_list(actor, duty_list):
        raise Forbidden(Words("责任清单，经办人和领导可以看；各单位书记在印发以后看自己单位的。"))
    return duty_list
