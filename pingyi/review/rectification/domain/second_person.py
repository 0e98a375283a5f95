"""Closing out (销号) is a second person's act: whoever planned, did, handed in or answers for the work may not."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class ClosingFault(StrEnum):
    """Why this person may not close out."""

    HANDED_IN = "handed_in"
    PLANNED = "planned"
    WORKED = "worked"
    RESPONSIBLE = "responsible"


@dataclass(frozen=True)
class Work:
    """Who had a hand in a task. Accounts, except the responsible one, who is a person."""

    planned_by: int
    submitted_by: int | None
    workers: Collection[int]
    responsible: int


def closing_fault(work: Work, *, account: int, person: int | None) -> ClosingFault | None:
    """None where this account (and the person behind it, if known) may close the work out."""
    if account == work.submitted_by:
        return ClosingFault.HANDED_IN
    if account == work.planned_by:
        return ClosingFault.PLANNED
    if account in work.workers:
        return ClosingFault.WORKED
    if person is not None and person == work.responsible:
        return ClosingFault.RESPONSIBLE
    return None
