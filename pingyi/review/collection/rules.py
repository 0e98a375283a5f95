"""Who may make the collection and open it for reading."""

from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.cycles.rules import is_at_home


def may_prepare_reading(actor: Actor, meeting: ReviewMeeting) -> bool:
    """Opening and closing the reading on phones."""
    return actor.has_role("clerk") and is_at_home(actor, meeting)


def may_read_collection(actor: Actor, meeting: ReviewMeeting) -> bool:
    """All reports and briefs in the office: whoever may read every report there. A secretary reads them when all do."""
    return actor.has_role("clerk", "leader") and is_at_home(actor, meeting)
