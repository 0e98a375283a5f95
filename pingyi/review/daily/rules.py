"""Who may do what with indicator sets, self-assessments and daily scores."""

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow
from pingyi.review.appraisal.rules import may_enter_marks
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.rules import is_at_home


def may_keep_sets(actor: Actor) -> bool:
    """Writing indicator sets and putting them in force: the clerk."""
    return actor.has_role("clerk")


def may_read_sets(actor: Actor) -> bool:
    """The clerk and the leaders, those who enter marks, and the secretaries who are measured by them."""
    return actor.has_role("clerk", "leader", "counter", "secretary")


def may_read_drafts(actor: Actor) -> bool:
    """What is not in force yet: those who write and decide it."""
    return actor.has_role("clerk", "leader")


def may_choose_sets(actor: Actor, cycle: Cycle) -> bool:
    """Saying by which set a review goes, and having it calculated: the clerk."""
    return actor.has_role("clerk") and is_at_home(actor, cycle)


def may_read_board(actor: Actor, cycle: Cycle) -> bool:
    """The daily assessment of all: who prepares it, who leads, and who enters marks."""
    return actor.has_role("clerk", "leader", "counter") and is_at_home(actor, cycle)


def may_read_score(actor: Actor, reporter: Reporter) -> bool:
    """The arithmetic of one secretary: those who see all, and she herself."""
    return is_at_home(actor, reporter) and (
        actor.has_role("clerk", "leader", "counter") or answers_for(actor, reporter)
    )


def may_assess(actor: Actor, reporter: Reporter) -> bool:
    """Writing the self-assessment: the organisation's own secretary."""
    return is_at_home(actor, reporter) and answers_for(actor, reporter)


def may_check(actor: Actor, reporter: Reporter) -> bool:
    """Finding points right or giving back: the clerk, not about the own organisation."""
    return actor.has_role("clerk") and is_at_home(actor, reporter) and not answers_for(actor, reporter)


def may_hand_over(actor: Actor, cycle: InstitutionRow) -> bool:
    """Making it the mark of the review: whoever may enter marks."""
    return may_enter_marks(actor, cycle)


def answers_for(actor: Actor, reporter: Reporter) -> bool:
    return actor.has_role("secretary") and reporter.organisation_id in actor.organisation_ids
