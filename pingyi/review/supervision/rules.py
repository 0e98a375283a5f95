"""Who may do what about supervision."""

from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.rules import is_at_home
from pingyi.review.rectification.models import Task
from pingyi.review.rectification.rules import may_check
from pingyi.review.supervision.models import SupervisionCircular


def may_supervise(actor: Actor, cycle: Cycle) -> bool:
    """Looking at the clock by hand, writing and issuing circulars: the clerk."""
    return actor.has_role("clerk") and is_at_home(actor, cycle)


def may_read_supervision(actor: Actor, cycle: Cycle) -> bool:
    """The ladder and the circulars of all: the clerk and the leaders."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, cycle)


def may_look_back(actor: Actor, task: Task) -> bool:
    """The clerk, not about the own organisation. Whoever worked on the task is refused by the service."""
    return may_check(actor, task.problem)


def may_read_circular(actor: Actor, circular: SupervisionCircular) -> bool:
    """The clerk and the leaders; a secretary from the day it went out to her organisation."""
    if not is_at_home(actor, circular):
        return False
    if actor.has_role("clerk", "leader"):
        return True
    return actor.has_role("secretary") and not actor.organisation_ids.isdisjoint(circular.reader_ids)
