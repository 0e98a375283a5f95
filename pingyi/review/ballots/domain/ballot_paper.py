"""What a voter class is asked, and whether one whole ballot answers it. The same rules for phone and paper."""

from collections.abc import Mapping
from dataclasses import dataclass

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.review.ballots.domain.grades import FOUR_GRADES, BallotGrade
from pingyi.review.cycles.domain.settings import InvalidRule


class BadBallot(Refused):
    """A ballot that cannot be taken as it is; nothing of it was kept."""

    status = 422


@dataclass(frozen=True)
class BallotPaper:
    """The rows of the ballot in their order (reporter ids) and the plan's rules for this class.

    `own_rows` are those of reporters who vote in this class themselves. It is empty where they may vote on
    themselves: then nobody is asked for her own row. `offered` are the grades of this ballot, in their order.
    """

    rows: tuple[int, ...]
    own_rows: frozenset[int] = frozenset()
    has_unknown: bool = False
    rules: frozenset[InvalidRule] = frozenset()
    offered: tuple[BallotGrade, ...] = FOUR_GRADES

    def __post_init__(self) -> None:
        if not self.own_rows <= set(self.rows):
            raise ValueError("an own row is not a row of the ballot")

    @property
    def grades(self) -> tuple[BallotGrade, ...]:
        """What may be chosen in a row, in the order of the ballot."""
        return (*self.offered, BallotGrade.UNKNOWN) if self.has_unknown else self.offered


def check_ballot(paper: BallotPaper, marks: Mapping[int, str]) -> dict[int, BallotGrade]:
    """The ballot as grades per row, or `BadBallot`. Rows left out are blank; nothing is ever filled in for a voter."""
    ballot = read_marks(paper, marks)
    broken = broken_rule(paper, ballot)
    if broken is InvalidRule.INCOMPLETE:
        message = Words("还有{gaps}位没选，票没有投出。回到全部名单，补齐再投。", gaps=gaps(paper, ballot))
        raise BadBallot(message, code="ballot.incomplete")
    if broken is InvalidRule.ALL_SAME:
        message = Words("每一位都选了同一个等次。按这次的规则这样的票无效，票没有投出。请改过再投。")
        raise BadBallot(message, code="ballot.all_same")
    return ballot


def read_marks(paper: BallotPaper, marks: Mapping[int, str]) -> dict[int, BallotGrade]:
    """The marks as grades, in the order of the ballot; `BadBallot` for a row or a grade that it does not have."""
    allowed = {grade.value: grade for grade in paper.grades}
    if not marks.keys() <= set(paper.rows):
        message = Words("票上有一行不在这次的名单里，票没有投出。刷新这一页再投；还不行，举手换纸质票。")
        raise BadBallot(message, code="ballot.wrong_row")
    if not set(marks.values()) <= allowed.keys():
        message = Words("票上有一个选项不是这次的等次，票没有投出。刷新这一页再投；还不行，举手换纸质票。")
        raise BadBallot(message, code="ballot.wrong_grade")
    return {row: allowed[marks[row]] for row in paper.rows if row in marks}


def broken_rule(paper: BallotPaper, ballot: Mapping[int, BallotGrade]) -> InvalidRule | None:
    """The first rule of the plan that this ballot breaks. On a phone it stops the sending, on paper it voids the form.

    A reporter leaves her own row blank, at most one and only one of her class. “All the same” looks at the four
    grades: a ballot of nothing but 不了解 gives no grade and lifts nobody.
    """
    if InvalidRule.INCOMPLETE in paper.rules and gaps(paper, ballot):
        return InvalidRule.INCOMPLETE
    chosen = set(ballot.values())
    if (
        InvalidRule.ALL_SAME in paper.rules
        and len(ballot) > 1
        and len(chosen) == 1
        and chosen <= set(FOUR_GRADES)
    ):
        return InvalidRule.ALL_SAME
    return None


def gaps(paper: BallotPaper, ballot: Mapping[int, BallotGrade]) -> int:
    """How many rows still need a choice: the blank ones, less one if a reporter's own row is among them."""
    blank = {row for row in paper.rows if row not in ballot}
    return len(blank) - (1 if blank & paper.own_rows else 0)
