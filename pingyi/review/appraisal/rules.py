"""Who may do what with results, grades and letters, and with the overview of a review."""

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import InstitutionRow
from pingyi.review.cycles.models import Reporter


def may_see_progress(actor: Actor) -> bool:
    """How far the review is: counts of reports, people and boxes, never of votes."""
    return actor.has_role("clerk", "leader", "scrutineer", "counter")


def may_see_who_is_late(actor: Actor) -> bool:
    """Which organisation owes which report, answer or task."""
    return actor.has_role("clerk", "leader")


def may_see_results(actor: Actor, row: InstitutionRow) -> bool:
    """Counts, scores, proposed grades and ranks: the counting desk and the deciding committee only."""
    return actor.has_role("counter", "scrutineer", "leader") and is_at_home(actor, row)


def may_calculate(actor: Actor, row: InstitutionRow) -> bool:
    """Calculating and keeping a snapshot: whoever may see what comes out."""
    return may_see_results(actor, row)


def may_enter_marks(actor: Actor, row: InstitutionRow) -> bool:
    """Marks from outside the ballot are typed in at the counting desk or by a leader."""
    return actor.has_role("counter", "leader") and is_at_home(actor, row)


def may_decide(actor: Actor, row: InstitutionRow) -> bool:
    """Recording what the committee decided is the leader's."""
    return actor.has_role("leader") and is_at_home(actor, row)


def is_her_own(actor: Actor, reporter: Reporter) -> bool:
    """Nobody words, confirms or answers the opinion on her own organisation, whatever other role she has."""
    return actor.has_role("secretary") and reporter.organisation_id in actor.organisation_ids


def may_see_letters(actor: Actor, row: InstitutionRow) -> bool:
    """Decided grades, opinions and letters of all: who prepares them and who answers for them."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, row)


def may_write_letters(actor: Actor, row: InstitutionRow) -> bool:
    """Opinions are edited and letters given out by the clerk, who sees no counts and no scores."""
    return actor.has_role("clerk") and is_at_home(actor, row)


def may_confirm_opinions(actor: Actor, row: InstitutionRow) -> bool:
    """An opinion is the committee's: the leader confirms it, or gives it back, before the letter goes out."""
    return actor.has_role("leader") and is_at_home(actor, row)


def may_answer_statements(actor: Actor, row: InstitutionRow) -> bool:
    """What a secretary says to her letter is answered for the committee by the leader."""
    return actor.has_role("leader") and is_at_home(actor, row)


def may_read_own_letter(actor: Actor, reporter: Reporter) -> bool:
    """A secretary reads the letters to her own organisations, once they are given out."""
    is_own = reporter.organisation_id in actor.organisation_ids
    return actor.has_role("secretary") and is_own and is_at_home(actor, reporter)


def is_addressee(actor: Actor, reporter: Reporter) -> bool:
    """An account that is tied to another person (a successor) does not sign for this one's letter."""
    return actor.person_id is None or actor.person_id == reporter.person_id


def is_at_home(actor: Actor, row: InstitutionRow) -> bool:
    """Whether the row belongs to the institution for which the actor acts."""
    return bool(row.institution_id == actor.institution_id)
