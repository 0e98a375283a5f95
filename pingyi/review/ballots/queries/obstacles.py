"""What still keeps a closed voting from being counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from pingyi.core.words import Words
from pingyi.review.ballots.domain.balance import Verdict
from pingyi.review.ballots.models import Box, HandCount, Voting
from pingyi.review.ballots.queries.balance import BoxAccount, balances_of
from pingyi.review.ballots.queries.differences import compare_entries
from pingyi.review.cycles.queries import settings_of


@dataclass(frozen=True)
class Obstacle:
    """One thing to do first; `place` is the page where it is done. Whoever counted (`counted_by`) does not check."""

    box: Box
    code: str
    message: str
    place: str
    counted_by: int | None = None


def obstacles_of(voting: Voting, accounts: Sequence[BoxAccount] | None = None) -> list[Obstacle]:
    """All of them, class by class. A box that stays unopened has none. `accounts`: where they are known already."""
    threshold = settings_of(voting.meeting.cycle).threshold
    differing = {one.box.pk: len(one.differences) for one in compare_entries(voting)}
    found = []
    for account in balances_of(voting) if accounts is None else accounts:
        if account.box.small_decision != Box.SmallDecision.UNOPENED:
            found += _of_paper(account, differing.get(account.box.pk, 0))
            found += _of_account(account)
            found += _of_size(account, threshold)
    return found


def has_explained_differences(voting: Voting) -> bool:
    """A line that did not add up and was let pass with a written reason."""
    return HandCount.objects.filter(box__voting=voting).exclude(difference_note="").exists()


def _of_paper(account: BoxAccount, differing: int) -> list[Obstacle]:
    if not differing:
        return []
    message = Words(
        "{voter_class}有{differing}张纸质表两遍对不上。",
        voter_class=account.box.voter_class.name,
        differing=differing,
    )
    return [Obstacle(account.box, "paper.differs", message, "compare")]


def _of_account(account: BoxAccount) -> list[Obstacle]:
    name = account.box.voter_class.name
    if account.hand is None or account.balance is None:
        return [
            Obstacle(
                account.box, "hand_count.missing", Words("{name}还没有录手点的张数。", name=name), "balance"
            )
        ]
    if not account.balance.is_possible:
        return [
            Obstacle(
                account.box, "balance.impossible", Words("{name}收回的票多于发出的。", name=name), "balance"
            )
        ]
    differs = any(line.verdict is Verdict.DIFFERS for line in account.balance.lines)
    if not account.is_confirmed or (differs and not account.hand.difference_note):
        message = Words("{name}的票数账还没有另一位核对。", name=name)
        counter = account.hand.counted_by_id
        return [Obstacle(account.box, "hand_count.unchecked", message, "balance", counter)]
    return []


def _of_size(account: BoxAccount, threshold: int) -> list[Obstacle]:
    if account.ballots >= threshold or account.box.small_decision:
        return []
    message = Words(
        "{voter_class}只有{ballots}张票，不足{threshold}张，要先定怎么办。",
        voter_class=account.box.voter_class.name,
        ballots=account.ballots,
        threshold=threshold,
    )
    return [Obstacle(account.box, "box.small", message, "balance")]
