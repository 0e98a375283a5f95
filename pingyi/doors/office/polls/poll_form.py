"""The form of a poll: when, where, how, and which organisations are asked about."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import QueryDict

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.cycles.meeting_form import meeting_fields
from pingyi.doors.office.form_fields import Field, FormState
from pingyi.doors.office.sent_fields import faults_of, number_in
from pingyi.review.appraisal.queries.polled import Mended, mended_organisations

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle

# Nobody comments in a poll.
LEFT_OUT = {"commentator", "commentator_title"}


@dataclass(frozen=True)
class PollForm:
    """`units` are the organisations that had problems, each with whether it is ticked."""

    fields: list[Field]
    units: list[tuple[Mended, bool]]
    unit_fault: str

    @property
    def chosen(self) -> int:
        return sum(is_on for _, is_on in self.units)

    @property
    def has_tasks(self) -> bool:
        return any(one.tasks for one, _ in self.units)


def poll_form(
    review: Cycle,
    now: datetime,
    stored: Mapping[str, str],
    polled: Collection[int] | None,
    sent: QueryDict | None = None,
    refusal: Refused | None = None,
) -> PollForm:
    """`polled` are the organisations asked about so far; None: all that have a secretary, as a start."""
    faults = faults_of(refusal)
    ticked = polled if sent is None else chosen_in(sent)
    rows = mended_organisations(review, today(now).year)
    return PollForm(
        fields=[
            one for one in meeting_fields(FormState("", stored, sent, faults)) if one.name not in LEFT_OUT
        ],
        units=[
            (one, one.incumbent is not None if ticked is None else one.organisation.pk in ticked)
            for one in rows
        ],
        unit_fault=faults.get("organisations", ""),
    )


def chosen_in(sent: QueryDict) -> set[int]:
    """The organisations that were ticked."""
    return {number_in(one) for one in sent.getlist("organisations")}


def first_name(review: Cycle, polls: int) -> str:
    """What a new poll is called until somebody types something else."""
    if polls:
        return Words("{name}整改满意度测评（第{number}次）", name=review.name, number=polls + 1)
    return Words("{name}整改满意度测评", name=review.name)
