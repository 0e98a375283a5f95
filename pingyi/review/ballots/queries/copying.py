"""Whether the database may be copied now, in words for the person at the terminal."""

from pingyi.core.words import Words
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Voting
from pingyi.review.ballots.queries.votings import votings_not_cleaned


def obstacles_to_copying() -> list[str]:
    """A sentence for every voting, of whatever institution, whose secrecy a copy made now would break."""
    return [_words(voting) for voting in votings_not_cleaned()]


def _words(voting: Voting) -> str:
    name = f"{voting.institution.name}“{voting.meeting.name}”"
    if voting.state == VotingState.OPEN:
        return Words("{name}正在投票。请等投票结束、清理完成。", name=name)
    if voting.cleaned_at is None:
        return Words("{name}投票结束了，还没有清理完。请监票人到“票条与投票”按“清理”。", name=name)
    return Words("{name}的纸质测评表录入了，还没有计票。请先计票。", name=name)
