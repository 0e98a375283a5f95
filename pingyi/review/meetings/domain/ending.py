"""What must be done before a review meeting may end."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pingyi.review.meetings.domain.agenda import ItemKind, Line


@dataclass(frozen=True)
class LeftOver:
    """Reporters who have not spoken, reporters who spoke and have no finished comment, a ballot not yet begun."""

    not_heard: tuple[int, ...]
    not_commented: tuple[int, ...]
    is_ballot_waiting: bool

    @property
    def is_nothing(self) -> bool:
        return not (self.not_heard or self.not_commented or self.is_ballot_waiting)


def left_over(lines: Sequence[Line], commented: Collection[int]) -> LeftOver:
    """`commented` are the reporters with a finished comment: everyone who spoke on site gets one (逐一点评)."""
    reports = [line for line in lines if line.kind == ItemKind.REPORT and line.reporter_id is not None]
    return LeftOver(
        not_heard=tuple(
            line.reporter_id for line in reports if line.is_open and line.reporter_id is not None
        ),
        not_commented=tuple(
            line.reporter_id
            for line in reports
            if line.is_started and line.reporter_id is not None and line.reporter_id not in commented
        ),
        is_ballot_waiting=any(line.kind == ItemKind.BALLOT and line.is_open for line in lines),
    )
