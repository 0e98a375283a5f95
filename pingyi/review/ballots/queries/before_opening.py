"""What is usually done before a voting opens. It is told, not enforced: the chair knows best when to vote."""

from pingyi.core.words import Words
from pingyi.review.ballots.models import Voting
from pingyi.review.cycles.queries.reviews import Occasion, occasion_of
from pingyi.review.meetings.domain.agenda import ItemKind, ItemState
from pingyi.review.meetings.models import AgendaItem


def open_questions(voting: Voting) -> list[str]:
    """Sentences for the one who is about to open; none of them stops the opening."""
    if occasion_of(voting.meeting.cycle) is not Occasion.REVIEW:
        return []
    said: list[str] = []
    reports = AgendaItem.objects.filter(sitting__meeting=voting.meeting_id, kind=ItemKind.REPORT)
    if not reports.exists():
        said.append(Words("会场还没有打开，议程上看不出述职进行到哪里。"))
    waiting = reports.filter(state__in=[ItemState.WAITING, ItemState.RUNNING]).count()
    if waiting:
        said.append(Words("还有{waiting}位没有述职。", waiting=waiting))
    return said
