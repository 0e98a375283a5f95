"""The account of the papers of one voter class (票数账): three lines, each from two independent sources.

1. printed = handed out + left over
2. handed out − exchanged = attendance        (an exchange hands the same voter a second paper)
3. handed out = ballots + returned unused + spoiled + not returned

In the third line “not returned” is what remains; it is shown, and it must not be negative: more ballots than were
handed out is the one difference that no explanation heals.
"""

from dataclasses import dataclass
from enum import StrEnum

from pingyi.core.errors import Refused
from pingyi.core.words import Words


class Source(StrEnum):
    """Where a figure comes from."""

    PRINTING = "printing"
    HAND_COUNT = "hand_count"
    DESK = "desk"
    BOX = "box"
    REST = "rest"


class Verdict(StrEnum):
    BALANCED = "balanced"
    DIFFERS = "differs"
    IMPOSSIBLE = "impossible"


class ImpossibleHandCount(Refused):
    """Figures of a hand count that cannot all be right. `field` is the one to look at."""

    status = 422


@dataclass(frozen=True, kw_only=True)
class HandFigures:
    """What people counted by hand for one class."""

    handed_out: int
    left_over: int
    returned_unused: int = 0
    spoiled: int = 0
    exchanged: int = 0

    def __post_init__(self) -> None:
        for name in ("handed_out", "left_over", "returned_unused", "spoiled", "exchanged"):
            if getattr(self, name) < 0:
                message = Words("张数不能是负数。请核对这一栏。")
                raise ImpossibleHandCount(message, code="hand_count.negative", field=name)
        if self.exchanged > self.handed_out:
            message = Words(
                "换发{exchanged}张，多于发出的{handed_out}张。换发的要算在发出里，请核对。",
                exchanged=self.exchanged,
                handed_out=self.handed_out,
            )
            raise ImpossibleHandCount(message, code="hand_count.exchanged", field="exchanged")
        back = self.returned_unused + self.spoiled
        if back > self.handed_out:
            message = Words(
                "交还和损坏共{back}张，多于发出的{handed_out}张。请核对这几栏。",
                back=back,
                handed_out=self.handed_out,
            )
            raise ImpossibleHandCount(message, code="hand_count.returned", field="returned_unused")

    @property
    def issued(self) -> int:
        """Voters who were handed a ballot: a voter who exchanged hers counts once."""
        return self.handed_out - self.exchanged


@dataclass(frozen=True)
class Term:
    """One figure of a line: `word` names it, `source` says who or what it comes from."""

    word: str
    value: int
    source: Source


@dataclass(frozen=True)
class BalanceLine:
    """`left` must equal the sum of `right`; `difference` is left less right."""

    number: int
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    difference: int
    verdict: Verdict


@dataclass(frozen=True)
class Balance:
    """The account of one class."""

    lines: tuple[BalanceLine, BalanceLine, BalanceLine]
    not_returned: int

    @property
    def is_balanced(self) -> bool:
        return all(line.verdict is Verdict.BALANCED for line in self.lines)

    @property
    def is_possible(self) -> bool:
        """Not more ballots than were handed out."""
        return self.lines[2].verdict is not Verdict.IMPOSSIBLE


def balance(*, printed: int, hand: HandFigures, attendance: int, ballots: int) -> Balance:
    """The three lines of one class: `printed` from printing, `attendance` from the desk, `ballots` from the box."""
    rest = hand.handed_out - ballots - hand.returned_unused - hand.spoiled
    out = Term(Words("发出"), hand.handed_out, Source.HAND_COUNT)
    first = _line(
        1,
        (Term(Words("印制"), printed, Source.PRINTING),),
        (out, Term(Words("剩余"), hand.left_over, Source.HAND_COUNT)),
        printed - hand.handed_out - hand.left_over,
    )
    second = _line(
        2,
        (out, Term(Words("换发"), -hand.exchanged, Source.HAND_COUNT)),
        (Term(Words("签到"), attendance, Source.DESK),),
        hand.issued - attendance,
    )
    third = BalanceLine(
        number=3,
        left=(out,),
        right=(
            Term(Words("票"), ballots, Source.BOX),
            Term(Words("没用交还"), hand.returned_unused, Source.HAND_COUNT),
            Term(Words("损坏作废"), hand.spoiled, Source.HAND_COUNT),
            Term(Words("没有交回"), max(rest, 0), Source.REST),
        ),
        difference=min(rest, 0),
        verdict=Verdict.IMPOSSIBLE if rest < 0 or ballots > hand.issued else Verdict.BALANCED,
    )
    return Balance((first, second, third), rest)


def _line(number: int, left: tuple[Term, ...], right: tuple[Term, ...], difference: int) -> BalanceLine:
    verdict = Verdict.DIFFERS if difference else Verdict.BALANCED
    return BalanceLine(number, left, right, difference, verdict)
