"""The agenda of a review meeting: what it is made of, in which order its items may stand and be started."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class SittingState(StrEnum):
    """CHECK_IN → RUNNING (with the first item) → ENDED, which may be taken back."""

    CHECK_IN = "check_in"
    RUNNING = "running"
    ENDED = "ended"


class ItemKind(StrEnum):
    OPENING = "opening"
    REPORT = "report"
    COMMENT = "comment"
    SPEECH = "speech"
    BALLOT = "ballot"
    CLOSING = "closing"
    OTHER = "other"


class ItemState(StrEnum):
    """WAITING → RUNNING → DONE; a waiting item may be SKIPPED with a reason and taken back."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"


class OrderFault(StrEnum):
    """Why an order of items, or starting one of them now, is refused."""

    COMMENT_BEFORE_REPORT = "comment_before_report"
    BALLOT_BEFORE_REPORT = "ballot_before_report"
    CLOSING_NOT_LAST = "closing_not_last"
    NO_PLACE_THERE = "no_place_there"


class AgendaFaultError(ValueError):
    def __init__(self, fault: OrderFault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True)
class PlannedItem:
    kind: ItemKind
    seconds: int = 0
    reporter_id: int | None = None


@dataclass(frozen=True)
class Line:
    """One item of an agenda in its order, as far as the rules look at it."""

    item_id: int
    kind: ItemKind
    state: ItemState
    reporter_id: int | None = None

    @property
    def is_open(self) -> bool:
        return self.state == ItemState.WAITING

    @property
    def is_started(self) -> bool:
        return self.state in {ItemState.RUNNING, ItemState.DONE}


def plan_agenda(
    reporter_ids: Sequence[int], *, speech_seconds: int, comment_seconds: int, is_comment_after_each: bool
) -> list[PlannedItem]:
    """Opening, the reports on site each with its comment (or all comments at the end), speech, ballot, closing."""
    reports = [PlannedItem(ItemKind.REPORT, speech_seconds, reporter) for reporter in reporter_ids]
    comments = [PlannedItem(ItemKind.COMMENT, comment_seconds, reporter) for reporter in reporter_ids]
    if is_comment_after_each:
        middle = [item for pair in zip(reports, comments, strict=True) for item in pair]
    else:
        middle = [*reports, *comments]
    end = [PlannedItem(kind) for kind in (ItemKind.SPEECH, ItemKind.BALLOT, ItemKind.CLOSING)]
    return [PlannedItem(ItemKind.OPENING), *middle, *end]


def poll_agenda() -> list[PlannedItem]:
    """A satisfaction poll: opening, ballot, closing. Nobody reports, nobody comments."""
    return [PlannedItem(kind) for kind in (ItemKind.OPENING, ItemKind.BALLOT, ItemKind.CLOSING)]


def vote_agenda() -> list[PlannedItem]:
    """A vote on one matter: the ballot alone. The meeting around it is kept by whoever asked for the vote."""
    return [PlannedItem(ItemKind.BALLOT)]


def order_fault(lines: Sequence[Line]) -> OrderFault | None:
    """Comments follow their reports, the ballot all reports, closing everything. Skipped items do not count."""
    reported: set[int | None] = set()
    is_ballot_passed = is_closed = False
    for line in lines:
        if line.state == ItemState.SKIPPED:
            continue
        if is_closed:
            return OrderFault.CLOSING_NOT_LAST
        if line.kind == ItemKind.REPORT:
            if is_ballot_passed:
                return OrderFault.BALLOT_BEFORE_REPORT
            reported.add(line.reporter_id)
        elif line.kind == ItemKind.COMMENT and line.reporter_id not in reported:
            return OrderFault.COMMENT_BEFORE_REPORT
        is_ballot_passed = is_ballot_passed or line.kind == ItemKind.BALLOT
        is_closed = line.kind == ItemKind.CLOSING
    return None


def start_fault(lines: Sequence[Line], item_id: int) -> OrderFault | None:
    """Why this waiting item may not be started now: what must go before it still waits."""
    item = line_of(lines, item_id)
    waiting_reports = [line for line in lines if line.kind == ItemKind.REPORT and line.is_open]
    if item.kind == ItemKind.COMMENT and item.reporter_id in {line.reporter_id for line in waiting_reports}:
        return OrderFault.COMMENT_BEFORE_REPORT
    if item.kind == ItemKind.BALLOT and waiting_reports:
        return OrderFault.BALLOT_BEFORE_REPORT
    return None


def still_to_come(lines: Sequence[Line]) -> list[Line]:
    """What waits behind everything that has begun: who is next, in order."""
    begun = max((place for place, line in enumerate(lines) if line.is_started), default=-1)
    return [line for line in lines[begun + 1 :] if line.is_open]


def next_waiting(lines: Sequence[Line]) -> Line | None:
    """The next item; when nothing is left behind what has begun, the first that was passed over."""
    return next(iter([*still_to_come(lines), *(line for line in lines if line.is_open)]), None)


def line_of(lines: Iterable[Line], item_id: int) -> Line:
    return next(line for line in lines if line.item_id == item_id)
