"""What must be done before a review meeting may end."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pingyi.review.meetings.domain.agenda import ItemKind, Line


@dataclass(frozen=True)
class LeftOver:
    """Reporters who have not spoken, reporters who spoke and have no finished comment, a ballot not yet begun,
    problem sentences that are neither a draft task nor explained."""

    not_heard: tuple[int, ...]
    not_commented: tuple[int, ...]
    is_ballot_waiting: bool
    homeless: tuple[int, ...] = ()

    @property
    def is_nothing(self) -> bool:
        return not (self.not_heard or self.not_commented or self.is_ballot_waiting or self.homeless)

    @property
    def is_homeless_only(self) -> bool:
        """Whether the meeting waits for nothing but the homes of sentences."""
        return bool(self.homeless) and not (self.not_heard or self.not_commented or self.is_ballot_waiting)


def left_over(lines: Sequence[Line], commented: Collection[int], homeless: Collection[int] = ()) -> LeftOver:
    """`commented` are the reporters with a finished comment: everyone who spoke on site gets one (逐一点评).

    `homeless` are the 问题 sentences about which nobody has decided whether they become a task.
    """
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
        homeless=tuple(homeless),
    )
