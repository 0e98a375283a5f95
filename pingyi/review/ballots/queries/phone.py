"""What the ballot page shows: the same page for everybody, and what one slip may do."""

from dataclasses import dataclass

from django_scopes import scope

from pingyi.core.words import Words
from pingyi.review.ballots.boxes.code import find_slip
from pingyi.review.ballots.boxes.slip_refusals import require_not_late, require_unused
from pingyi.review.ballots.domain.codes import read_code
from pingyi.review.ballots.domain.grades import BallotGrade
from pingyi.review.ballots.models import Voting
from pingyi.review.ballots.phrases import (
    POLLED_WORD,
    REPORT_MODE_WORDS,
    grade_words,
    offered_grades,
    row_name,
)
from pingyi.review.ballots.queries.papers import paper_of, rows_of
from pingyi.review.ballots.queries.votings import voting_of_key
from pingyi.review.cycles.models import Reporter
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.reviews import Occasion, occasion_of


@dataclass(frozen=True)
class PageRow:
    """One secretary on the ballot page; in a poll one organisation with its secretary, in a vote the matter alone."""

    reporter_id: int
    organisation: str
    person: str
    mode: str


@dataclass(frozen=True)
class BallotPage:
    """Everything on the page that does not depend on the slip."""

    voting: Voting
    title: str
    convenor: str
    rows: tuple[PageRow, ...]
    grades: tuple[tuple[str, str], ...]
    occasion: Occasion

    @property
    def is_poll(self) -> bool:
        return self.occasion is Occasion.POLL

    @property
    def is_vote(self) -> bool:
        return self.occasion is Occasion.VOTE

    @property
    def minutes(self) -> int:
        """About how long it takes: four seconds a secretary."""
        return max(1, round(len(self.rows) * 4 / 60))


@dataclass(frozen=True)
class SlipView:
    """What a slip that is still good may do."""

    state: str
    class_name: str
    own_rows: tuple[int, ...]


def page_of(public_key: str) -> BallotPage:
    """The page of one voting. Before the opening it is the same: phones may load it early."""
    voting = voting_of_key(public_key)
    with scope(institution=voting.institution_id):
        meeting, occasion = voting.meeting, occasion_of(voting.meeting.cycle)
        offered = offered_grades(meeting)
        grades = (*offered, BallotGrade.UNKNOWN) if settings_of(meeting.cycle).has_unknown_option else offered
        return BallotPage(
            voting=voting,
            title=meeting.name,
            convenor=meeting.cycle.convenor.name,
            rows=tuple(
                PageRow(row.pk, *row_name(meeting, row), _asked(occasion, row)) for row in rows_of(voting)
            ),
            grades=tuple((grade.value, grade_words(meeting)[grade]) for grade in grades),
            occasion=occasion,
        )


def _asked(occasion: Occasion, row: Reporter) -> str:
    """The line below the name: how somebody reported, or what is asked about."""
    match occasion:
        case Occasion.VOTE:
            return Words("无记名投票，选一项")
        case Occasion.POLL:
            return POLLED_WORD
        case Occasion.REVIEW:
            return REPORT_MODE_WORDS[row.mode]


def slip_view(*, public_key: str, code: str) -> SlipView:
    """The class and the own rows of an unused slip, before or while the voting is open; refuses all others."""
    voting = voting_of_key(public_key)
    with scope(institution=voting.institution_id):
        slip = require_unused(find_slip(read_code(code) or ""), voting)
        require_not_late(voting)
        paper = paper_of(slip.box)
        voter_class = slip.box.voter_class
        return SlipView(
            state=str(voting.state),
            class_name=Words("{code}类　{voter_class}", code=voter_class.code, voter_class=voter_class.name),
            own_rows=tuple(row for row in paper.rows if row in paper.own_rows),
        )
