"""Who may do what about problems, their tasks, and the requirements of the speech."""

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.rules import is_at_home
from pingyi.review.rectification.models import FollowUp, ProblemItem

# Both belong to one organisation.
Charge = ProblemItem | FollowUp


def may_read_all(actor: Actor, cycle: Cycle) -> bool:
    """The lists of a whole cycle: the clerk and the leaders."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, cycle)


def may_read_own(actor: Actor, cycle: Cycle) -> bool:
    """The lists of a cycle as far as they are about the actor's own organisations."""
    return actor.has_role("secretary") and is_at_home(actor, cycle)


def may_read(actor: Actor, charge: Charge) -> bool:
    """The clerk and the leaders everything; a secretary what concerns her organisation."""
    if not is_at_home(actor, charge):
        return False
    return actor.has_role("clerk", "leader") or _answers_for(actor, charge)


def may_answer(actor: Actor, charge: Charge) -> bool:
    """Claiming, contesting, planning, reporting, handing in: the organisation's own secretary."""
    return is_at_home(actor, charge) and _answers_for(actor, charge)


def may_name_own(actor: Actor, cycle: Cycle, organisation: Organisation) -> bool:
    """Putting a self-found problem on the list: the secretary, for her own organisation."""
    return may_read_own(actor, cycle) and organisation.pk in actor.organisation_ids


def may_rule(actor: Actor, charge: Charge) -> bool:
    """Deciding about a contest: the clerk or a leader, not about their own organisation."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, charge) and not _answers_for(actor, charge)


def may_decide_plan(actor: Actor, charge: Charge) -> bool:
    """Approving or returning a plan: the clerk or a leader, not about their own organisation."""
    return may_rule(actor, charge)


def may_check(actor: Actor, charge: Charge) -> bool:
    """Sending back, closing out, reopening, putting off: the clerk, not about the own organisation.

    Whether this clerk is a second person for this very work is another question (domain/second_person.py).
    """
    return actor.has_role("clerk") and is_at_home(actor, charge) and not _answers_for(actor, charge)


def _answers_for(actor: Actor, charge: Charge) -> bool:
    return actor.has_role("secretary") and charge.organisation_id in actor.organisation_ids
