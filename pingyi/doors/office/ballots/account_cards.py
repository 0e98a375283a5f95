"""The account of one class as the page shows it: equations with their sources, and who may do what next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.domain.balance import BalanceLine, Term, Verdict
from pingyi.review.ballots.phrases import SOURCE_WORDS, VERDICT_WORDS
from pingyi.review.ballots.queries.balance import BoxAccount, balances_of
from pingyi.review.ballots.rules import may_check_hand_count
from pingyi.review.cycles.queries import settings_of

if TYPE_CHECKING:
    from pingyi.review.ballots.models import Box, Voting


@dataclass(frozen=True)
class ShownTerm:
    sign: str
    word: str
    value: int
    source: str


@dataclass(frozen=True)
class ShownLine:
    """One line as an equation; `verdict` and `chip` say how it stands."""

    number: int
    left: tuple[ShownTerm, ...]
    right: tuple[ShownTerm, ...]
    difference: int
    verdict: str
    chip: str


@dataclass(frozen=True)
class AccountCard:
    account: BoxAccount
    lines: tuple[ShownLine, ...]
    may_check: bool
    must_explain: bool
    # What may be decided about a box with too few ballots or too many: (value, words).
    choices: tuple[tuple[str, str], ...]

    @property
    def box(self) -> Box:
        return self.account.box


def account_cards(voting: Voting, actor: Actor) -> list[AccountCard]:
    """The cards of all classes in their order."""
    threshold = settings_of(voting.meeting.cycle).threshold
    return [_card(voting, account, actor, threshold) for account in balances_of(voting)]


def _card(voting: Voting, account: BoxAccount, actor: Actor, threshold: int) -> AccountCard:
    lines = account.balance.lines if account.balance else ()
    is_possible = account.balance is None or account.balance.is_possible
    is_mine = account.hand is not None and account.hand.counted_by_id == actor.account_id
    return AccountCard(
        account=account,
        lines=tuple(_line(line) for line in lines),
        may_check=(
            account.hand is not None
            and not account.is_confirmed
            and is_possible
            and not is_mine
            and voting.state == "closed"
            and may_check_hand_count(actor, voting)
        ),
        must_explain=any(line.verdict is Verdict.DIFFERS for line in lines),
        choices=_choices(voting, account, is_possible=is_possible, is_small=account.ballots < threshold),
    )


def _choices(
    voting: Voting, account: BoxAccount, *, is_possible: bool, is_small: bool
) -> tuple[tuple[str, str], ...]:
    if voting.state != "closed" or account.box.small_decision or (is_possible and not is_small):
        return ()
    choices = [("revote", Words("用纸质票重投，先前的票作废")), ("unopened", Words("不开这个箱"))]
    is_on_paper = voting.mode == "paper" or account.box.revoted_at
    if is_on_paper and is_possible:
        choices.append(("count", Words("照常计票")))
    return tuple(choices)


def _line(line: BalanceLine) -> ShownLine:
    chip = {Verdict.BALANCED: "ok", Verdict.DIFFERS: "soon", Verdict.IMPOSSIBLE: "late"}[line.verdict]
    return ShownLine(
        number=line.number,
        left=_terms(line.left),
        right=_terms(line.right),
        difference=abs(line.difference),
        verdict=VERDICT_WORDS[line.verdict],
        chip=chip,
    )


def _terms(terms: tuple[Term, ...]) -> tuple[ShownTerm, ...]:
    """A term that is taken away stands with its minus."""
    return tuple(
        ShownTerm(
            sign="−" if term.value < 0 or term.word == "换发" else ("＋" if place else ""),
            word=term.word,
            value=abs(term.value),
            source=SOURCE_WORDS[term.source],
        )
        for place, term in enumerate(terms)
    )
