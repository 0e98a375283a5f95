from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.review.lots.queries.lots import MeetingLots


def refuse_when_over(lots: MeetingLots) -> None:
    """A draw decides who will speak when. Once people spoke there is nothing left to draw."""
    if lots.is_over:
        raise Refused(
            Words(
                "“{meeting}”已经开过或正在述职，发言先后不能再抽，没有改动。以前的抽签记录还能看。",
                meeting=lots.meeting.name,
            ),
            code="lot.meeting_over",
        )
