"""Who may do what with the duty reports."""

from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.rules import is_at_home


def may_write_report(actor: Actor, reporter: Reporter) -> bool:
    """Beginning, writing, handing in: the secretary who reports, for the own organisation only.

    An account that is tied to a person writes only that person's report; one that is tied to nobody is trusted with
    the organisation it was given.
    """
    is_own_person = actor.person_id is None or actor.person_id == reporter.person_id
    return _is_secretary_of(actor, reporter) and is_own_person


def may_review_report(actor: Actor, reporter: Reporter) -> bool:
    """Returning and accepting: the clerk, but nobody passes the report of an organisation that is the actor's own."""
    is_own = reporter.organisation_id in actor.organisation_ids
    return actor.has_role("clerk") and is_at_home(actor, reporter) and not is_own


def may_read_report(actor: Actor, reporter: Reporter) -> bool:
    """The clerk and the leaders read all, a secretary the reports of the own organisation."""
    is_reader = actor.has_role("clerk", "leader") and is_at_home(actor, reporter)
    return is_reader or _is_secretary_of(actor, reporter)


def may_list_reports(actor: Actor, cycle: Cycle) -> bool:
    """Who has handed in and who has not: whoever prepares or leads."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, cycle)


def _is_secretary_of(actor: Actor, reporter: Reporter) -> bool:
    is_own = reporter.organisation_id in actor.organisation_ids
    return actor.has_role("secretary") and is_at_home(actor, reporter) and is_own
