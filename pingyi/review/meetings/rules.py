"""Who may do what at a review meeting."""

from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Reporter, ReviewMeeting
from pingyi.review.cycles.rules import is_at_home


def may_run_meeting(actor: Actor, meeting: ReviewMeeting) -> bool:
    """Opening, agenda, whose turn it is, ending: the clerk at the console."""
    return actor.has_role("clerk") and is_at_home(actor, meeting)


def may_watch_meeting(actor: Actor, meeting: ReviewMeeting) -> bool:
    """Seeing the console: everybody who works at the meeting, and the leaders."""
    return actor.has_role("clerk", "leader", "scrutineer", "counter") and is_at_home(actor, meeting)


def may_use_desk(actor: Actor, meeting: ReviewMeeting) -> bool:
    """Ticking voters who arrive: the clerk and those who count and watch the counting."""
    return actor.has_role("clerk", "counter", "scrutineer") and is_at_home(actor, meeting)


def may_record_words(actor: Actor, meeting: ReviewMeeting) -> bool:
    """Recording comments and the speech."""
    return actor.has_role("clerk") and is_at_home(actor, meeting)


def may_read_words(actor: Actor, meeting: ReviewMeeting) -> bool:
    """Reading all comments and the speech at any time."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, meeting)


def may_read_comment(actor: Actor, reporter: Reporter, *, is_meeting_over: bool) -> bool:
    """One comment: the clerk and the leaders; the secretary of that organisation once the meeting is over."""
    if not is_at_home(actor, reporter):
        return False
    is_own = actor.has_role("secretary") and reporter.organisation_id in actor.organisation_ids
    return actor.has_role("clerk", "leader") or (is_own and is_meeting_over)
