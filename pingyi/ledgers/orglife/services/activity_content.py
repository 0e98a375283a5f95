"""What is said of an activity, and everything in it that cannot be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, time
from typing import Any

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.days import day_fault
from pingyi.ledgers.orglife.domain.kinds import Kind, kinds_for


@dataclass(frozen=True)
class Seat:
    """One person on the list; `reason` only of somebody who was not there."""

    person_id: int
    is_present: bool
    reason: str = ""


@dataclass(frozen=True)
class ActivityContent:
    """What is said of an activity. With `seats` the counts are taken from the list and not from here.

    Of how many were there, either both numbers are said or none (None): nobody is taken to have been missing.
    """

    kind: Kind
    happened_on: date
    topic: str
    place: str = ""
    starts_at: time | None = None
    ends_at: time | None = None
    chair_id: int | None = None
    recorder_id: int | None = None
    lecturer_id: int | None = None
    due_count: int | None = None
    present_count: int | None = None
    votes_for: int | None = None
    length: str = "hours"
    hours: int = 0
    content: str = ""
    seats: Sequence[Seat] = field(default=())


# Everything but the list is a column of the row.
COLUMNS = tuple(one.name for one in fields(ActivityContent) if one.name != "seats")


def columns_of(content: ActivityContent) -> dict[str, Any]:
    """The columns of the row; counts from the list where there is one."""
    columns = {name: getattr(content, name) for name in COLUMNS}
    columns["due_count"], columns["present_count"] = content.due_count or 0, content.present_count or 0
    if content.seats:
        columns["due_count"] = len(content.seats)
        columns["present_count"] = sum(seat.is_present for seat in content.seats)
    return columns


def content_faults(content: ActivityContent, *, is_branch: bool, today: date) -> Iterator[Refused]:
    """Everything in the content that cannot be, whoever writes it, each at its field."""
    if fault := day_fault(content.happened_on, today):
        yield Refused(fault[1], code=fault[0], field="happened_on")
    yield from _refusals(_simple_faults(content, is_branch=is_branch))
    yield from _refusals(_count_faults(content))


def _refusals(faults: Iterator[tuple[str, str]]) -> Iterator[Refused]:
    return (Refused(words, code=f"activity.{field}", field=field) for field, words in faults)


def _simple_faults(content: ActivityContent, *, is_branch: bool) -> Iterator[tuple[str, str]]:
    if content.kind not in kinds_for(is_branch=is_branch):
        yield "kind", Words("这一类不在这个单位记。支部的记在支部，书记例会记在二级党组织。")
    if not content.topic:
        yield "topic", Words("写一句主题。")
    if (content.starts_at is None) != (content.ends_at is None):
        yield "ends_at", Words("开始和结束的时间要么都写，要么都不写。")
    elif content.starts_at and content.ends_at and content.ends_at <= content.starts_at:
        yield "ends_at", Words("结束要在开始以后。")


def _count_faults(content: ActivityContent) -> Iterator[tuple[str, str]]:
    columns = columns_of(content)
    if not content.seats and content.present_count is None and content.due_count is not None:
        yield (
            "present_count",
            Words("写了应到，没有写实到。写实到几人，一个也没到写0；不知道的，两个都空着。"),
        )
    elif not content.seats and content.due_count is None and content.present_count is not None:
        yield "due_count", Words("写了实到，没有写应到。写应到几人；不知道的，两个都空着。")
    elif columns["present_count"] > columns["due_count"]:
        yield "present_count", Words("实到比应到多。核对这两个数，列席的不算在内。")
    if content.votes_for is not None and content.votes_for > columns["due_count"]:
        yield "votes_for", Words("赞成票比应到的人多。核对票数。")
