"""The form of an activity: its fields, and the list of who was there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.words import Words
from pingyi.doors.office.form_fields import Field, FormState
from pingyi.doors.office.orglife.sent import ABSENT, PRESENT
from pingyi.ledgers.orglife.domain.kinds import kinds_for
from pingyi.ledgers.orglife.phrases import LENGTHS

if TYPE_CHECKING:
    from datetime import date

    from pingyi.ledgers.orglife.models import Activity, Attendance
    from pingyi.ledgers.orglife.queries.basis import Basis
    from pingyi.organisations.models import Person


@dataclass(frozen=True)
class SeatLine:
    """One person who can be on the list, as marked."""

    person: "Person"
    mark: str
    reason: str


def activity_fields(
    form: FormState, people: Sequence["Person"], basis: "Basis", day: "date", *, is_branch: bool
) -> dict[str, list[Field]]:
    """The fields in three parts: what everybody fills in, the numbers, and what belongs to some kinds only."""
    kinds = [(str(kind), basis.kind_words(kind, day)) for kind in kinds_for(is_branch=is_branch)]
    persons = [("", Words("没有写")), *((str(one.pk), one.name) for one in people)]
    return {
        "first": [
            form.field("kind", Words("类别"), kind="select", options=kinds, is_required=True),
            form.field("happened_on", Words("日期"), kind="date", is_required=True),
            form.field("topic", Words("主题"), is_required=True),
            form.field("place", Words("地点")),
            form.field("starts_at", Words("开始"), kind="time"),
            form.field("ends_at", Words("结束"), kind="time"),
            form.field("chair", Words("主持人"), kind="select", options=persons),
            form.field("recorder", Words("记录人"), kind="select", options=persons),
        ],
        "counts": [
            form.field(
                "due_count", Words("应到"), hint=Words("点了名单就不用填"), unit=Words("人"), css="w-n"
            ),
            form.field(
                "present_count", Words("实到"), hint=Words("一个也没到写0"), unit=Words("人"), css="w-n"
            ),
        ],
        "more": [
            form.field("lecturer", Words("讲课人"), kind="select", options=persons, hint=Words("党课才写")),
            form.field("votes_for", Words("赞成票"), hint=Words("表决过的才填"), unit=Words("票"), css="w-n"),
            form.field(
                "length",
                Words("时长"),
                kind="select",
                options=list(LENGTHS.items()),
                hint=Words("只有党课和集中培训算学时，别的不记时长"),
            ),
            form.field("hours", Words("小时数"), hint=Words("按小时算的才填"), unit=Words("小时"), css="w-n"),
        ],
    }


def stored_activity(activity: "Activity") -> dict[str, str]:
    """The columns of an activity as its form holds them."""
    numbers = ("due_count", "hours", "chair_id", "recorder_id", "lecturer_id")
    plain = {name.removesuffix("_id"): str(getattr(activity, name) or "") for name in numbers}
    # A nought that somebody said stays one: of so many due nobody came, of a vote nobody was for it.
    plain["present_count"] = str(activity.present_count) if activity.due_count else ""
    plain["votes_for"] = "" if activity.votes_for is None else str(activity.votes_for)
    clocks = {
        name: f"{getattr(activity, name):%H:%M}"
        for name in ("starts_at", "ends_at")
        if getattr(activity, name)
    }
    texts = {name: getattr(activity, name) for name in ("kind", "topic", "place", "length", "content")}
    return {**plain, **clocks, **texts, "happened_on": activity.happened_on.isoformat()}


def seat_lines(
    people: Iterable["Person"], seats: Iterable["Attendance"], sent: dict[str, str] | None
) -> list[SeatLine]:
    """Everybody who can be on the list, as it was sent and refused, or as it is stored."""
    stored = {seat.person_id: seat for seat in seats}
    lines = []
    for person in people:
        if sent is not None:
            mark, reason = sent.get(f"seat-{person.pk}", ""), sent.get(f"why-{person.pk}", "")
        else:
            seat = stored.get(person.pk)
            mark = "" if seat is None else PRESENT if seat.is_present else ABSENT
            reason = seat.reason if seat else ""
        lines.append(SeatLine(person, mark, reason))
    return lines
