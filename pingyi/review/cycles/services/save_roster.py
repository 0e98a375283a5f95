from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.ordering import typed_twice
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.cycles.services.agenda_order import next_place, place_of, renumber
from pingyi.review.cycles.services.faults import SeveralFaults
from pingyi.review.cycles.services.plan_lock import lock_draft


@dataclass(frozen=True)
class RosterLine:
    """What is planned for one reporter. `order` is her speaking number, None to keep her turn."""

    mode: str
    is_voted_on: bool
    order: int | None = None
    meeting_id: int | None = None


@transaction.atomic
def save_roster(
    *,
    actor: Actor,
    now: datetime,
    cycle: Cycle,
    lines: Mapping[int, RosterLine],
    reasons: Mapping[int, str] | None = None,
) -> int:
    """Save mode, ballot, order and meeting of several reporters at once, all or none. Returns how many changed.

    Afterwards every meeting is numbered from one, on site first. A speaking number typed twice is refused.
    `reasons`, by reporter, say in the event why somebody's mode is otherwise than proposed.
    """
    draft = lock_draft(actor, cycle.pk)
    reporters = list(
        Reporter.objects.filter(cycle=draft, pk__in=lines).select_related("person", "organisation")
    )
    if len(reporters) != len(lines):
        raise Refused(
            Words("名册刚刚有人改过，有的行已经不在了。请刷新后再改，没有保存。"), code="roster.stale"
        )
    meetings = {one.pk: one for one in ReviewMeeting.objects.filter(cycle=draft)}
    home = {one.pk: one.meeting_id for one in reporters}
    changed = [one for one in reporters if _apply(one, lines[one.pk], meetings)]
    typed = {one.pk: lines[one.pk].order for one in reporters}
    _refuse_doubles(reporters, typed)
    for one in changed:
        # A new meeting numbers its own people: first behind everybody, then in place.
        one.order = next_place(one.meeting) if one.meeting_id != home[one.pk] else one.order
        one.save(update_fields=["mode", "is_voted_on", "meeting", "order"])
    before = dict(Reporter.objects.filter(cycle=draft).values_list("pk", "order"))
    for meeting in meetings.values():
        renumber(meeting, typed)
    after = dict(Reporter.objects.filter(cycle=draft).values_list("pk", "order"))
    count = len({one.pk for one in changed} | {pk for pk in after if before[pk] != after[pk]})
    if count or reasons:
        record_event(
            institution_id=actor.institution_id,
            verb="roster.saved",
            actor_id=actor.account_id,
            subject=draft,
            now=now,
            payload={
                "on_site": list(
                    Reporter.objects.filter(cycle=draft, mode=Reporter.Mode.ON_SITE)
                    .order_by("meeting__sequence", "order")
                    .values_list("organisation_id", flat=True)
                ),
                "changed": [one.organisation_id for one in changed],
                "otherwise": [
                    {"organisation": one.organisation_id, "mode": one.mode, "reason": reasons[one.pk]}
                    for one in reporters
                    if reasons and one.pk in reasons
                ],
            },
        )
    return count


def _apply(reporter: Reporter, line: RosterLine, meetings: Mapping[int, ReviewMeeting]) -> bool:
    if line.mode not in Reporter.Mode.values:
        raise Refused(Words("请选现场或书面。"), code="roster.mode", field=f"mode-{reporter.pk}")
    meeting_id = line.meeting_id or reporter.meeting_id
    if meeting_id not in meetings:
        raise Refused(
            Words("没有这场会议。请从列出的会议里选。"), code="roster.meeting", field=f"meeting-{reporter.pk}"
        )
    before = (reporter.mode, reporter.is_voted_on, reporter.meeting_id)
    reporter.mode, reporter.is_voted_on, reporter.meeting = line.mode, line.is_voted_on, meetings[meeting_id]
    return before != (reporter.mode, reporter.is_voted_on, meeting_id)


def _refuse_doubles(reporters: list[Reporter], typed: Mapping[int, int | None]) -> None:
    by_id = {one.pk: one for one in reporters}
    faults: dict[str, str] = {}
    for meeting_id in {one.meeting_id for one in reporters}:
        places = [place_of(one, typed[one.pk]) for one in reporters if one.meeting_id == meeting_id]
        for number, ids in typed_twice(places).items():
            names = listed(by_id[pk].organisation.name for pk in ids)
            faults[f"order-{ids[-1]}"] = Words(
                "第{number}位填了{ids}次：{names}。每位填不同的数。", number=number, ids=len(ids), names=names
            )
    if faults:
        raise SeveralFaults(faults, code="roster.order_twice")
