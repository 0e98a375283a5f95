"""Who may do what with responsibility lists."""

from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.rules import is_at_home, may_prepare
from pingyi.review.duties.models import DutyList


def may_keep_lists(actor: Actor, cycle: Cycle) -> bool:
    """Templates, laying out, writing, giving out: the clerk."""
    return may_prepare(actor, cycle)


def may_read_lists(actor: Actor, cycle: Cycle) -> bool:
    """The lists of all: the clerk and the leaders."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, cycle)


def may_read_list(actor: Actor, duty_list: DutyList) -> bool:
    """The clerk and the leaders; a secretary her own organisation's once it is in force."""
    if not is_at_home(actor, duty_list):
        return False
    return actor.has_role("clerk", "leader") or may_report(actor, duty_list)


def may_report(actor: Actor, duty_list: DutyList) -> bool:
    """Saying how an entry stands, finishing stages: the organisation's own secretary, on a list in force."""
    is_own = actor.has_role("secretary") and duty_list.organisation_id in actor.organisation_ids
    return is_own and is_at_home(actor, duty_list) and duty_list.state == DutyList.State.ISSUED


def may_confirm(actor: Actor, duty_list: DutyList) -> bool:
    """Finding that it is done, or sending it back: the clerk, not about the own organisation."""
    return (
        actor.has_role("clerk")
        and is_at_home(actor, duty_list)
        and duty_list.organisation_id not in actor.organisation_ids
    )


def may_link(actor: Actor, duty_list: DutyList) -> bool:
    """Saying which rectification tasks hang on an entry, taking a stage back: whoever reports or confirms."""
    return may_report(actor, duty_list) or may_confirm(actor, duty_list)
