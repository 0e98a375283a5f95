"""The requirements of a cycle's speeches, and how far their organisations are with them."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.domain.follow_up import FollowUpState
from pingyi.review.rectification.models import FollowUp, Requirement
from pingyi.review.rectification.queries.carried import follow_ups_left_open
from pingyi.review.rectification.queries.known import known_follow_ups


@dataclass(frozen=True)
class RequirementRow:
    """One requirement with the answers of those who were asked."""

    requirement: Requirement
    follow_ups: tuple[FollowUp, ...]

    @property
    def answered(self) -> int:
        return sum(one.state != FollowUpState.OPEN for one in self.follow_ups)

    @property
    def done(self) -> int:
        return sum(one.state == FollowUpState.DONE for one in self.follow_ups)


def requirement_board(cycle: Cycle, organisation_ids: Collection[int] | None = None) -> list[RequirementRow]:
    """The newest year first, in the order of meetings and numbers: the requirements of this cycle with every answer,
    those of earlier ones with what is not ticked off. Limited to what these organisations may know, where given.

    One query.
    """
    rows: QuerySet[FollowUp] = (
        FollowUp.objects.filter(Q(requirement__cycle=cycle) | follow_ups_left_open(cycle))
        .select_related("organisation", "requirement__meeting", "requirement__cycle")
        .order_by(
            "-requirement__cycle__year",
            "requirement__meeting__sequence",
            "requirement__number",
            "organisation__order",
            "organisation__path",
            "pk",
        )
    )
    if organisation_ids is not None:
        rows = rows.filter(known_follow_ups(), organisation__in=organisation_ids)
    groups: dict[int, list[FollowUp]] = {}
    for one in rows:
        groups.setdefault(one.requirement_id, []).append(one)
    return [RequirementRow(listed[0].requirement, tuple(listed)) for listed in groups.values()]
