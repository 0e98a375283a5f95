"""How far a voting is, class by class, for the office page. No result, and before closing no turnout per class."""

from dataclasses import dataclass

from pingyi.review.ballots.domain.codes import slips_to_print
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Box, Voting
from pingyi.review.ballots.queries.turnout import ballots_by_box
from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.cycles.queries import StandingClass, settings_of, standing_classes


@dataclass(frozen=True)
class BoardRow:
    """One class with its box. `ballots` is None until the voting is closed."""

    standing: StandingClass
    box: Box
    slips_wanted: int
    ballots: int | None

    @property
    def is_printed(self) -> bool:
        """Whether there is something to hand out."""
        if self.box.voting.mode == ReviewMeeting.BallotMode.CODE:
            return bool(self.box.slips_printed)
        return bool(self.box.forms_printed)


def board_rows(voting: Voting) -> list[BoardRow]:
    """The rows in the order of the classes."""
    settings = settings_of(voting.meeting.cycle)
    boxes = {
        box.voter_class_id: box for box in Box.objects.filter(voting=voting).select_related("voter_class")
    }
    is_closed = voting.state in {VotingState.CLOSED, VotingState.COUNTED}
    ballots = ballots_by_box(voting) if is_closed else {}
    rows = []
    for standing in standing_classes(voting.meeting):
        box = boxes.get(standing.pk)
        if box is not None:
            box.voting = voting
            wanted = slips_to_print(
                standing.member_count, spare_minimum=settings.spare_minimum, spare_share=settings.spare_share
            )
            rows.append(BoardRow(standing, box, wanted, ballots.get(box.pk, 0) if is_closed else None))
    return rows
