"""Who may do what with results and with the overview of a review."""

from pingyi.organisations.actor import Actor


def may_see_progress(actor: Actor) -> bool:
    """How far the review is: counts of reports, people and boxes, never of votes."""
    return actor.has_role("clerk", "leader", "scrutineer", "counter")


def may_see_who_is_late(actor: Actor) -> bool:
    """Which organisation owes which report, answer or task."""
    return actor.has_role("clerk", "leader")
