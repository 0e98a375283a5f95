from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.domain.ordering import Shift, moved, shifts
from pingyi.review.cycles.models import Reporter, ReviewMeeting
from pingyi.review.cycles.services.agenda_order import write_order
from pingyi.review.cycles.services.plan_lock import lock_draft, still_there

NAMED_SHIFTS = 4


@transaction.atomic
def move_reporter(
    *, actor: Actor, now: datetime, reporter: Reporter, step: int, seen: Sequence[int] | None = None
) -> None:
    """Move somebody on site up (-1) or down (+1) in the order of speaking. At either end nothing happens.

    `seen` is the order that whoever moves has in front of her; if it is no longer so, nothing is moved.
    """
    lock_draft(actor, reporter.cycle_id)
    reporter = still_there(reporter)
    order = _speakers(reporter.meeting)
    if reporter.pk not in order:
        raise Refused(Words("书面述职的没有发言先后。要上台先改成“现场”。"), code="roster.not_on_site")
    _refuse_stale(seen, order)
    wanted = moved(order, reporter.pk, step)
    if wanted == order:
        return
    _write(reporter.meeting, wanted)
    record_event(
        institution_id=actor.institution_id,
        verb="reporter.moved",
        actor_id=actor.account_id,
        subject=reporter,
        now=now,
        payload={"place": wanted.index(reporter.pk) + 1},
    )


@transaction.atomic
def order_reporters(
    *,
    actor: Actor,
    now: datetime,
    meeting: ReviewMeeting,
    wanted: Sequence[int],
    seen: Sequence[int] | None = None,
    source: str = "",
) -> bool:
    """Let those on site speak in this order (numbers of reporters). Returns whether anything changed.

    `seen` is the order that whoever decides has in front of her; if it is no longer so, nothing is saved. `source`
    says in the event where the order comes from, for example a drawn lot.
    """
    lock_draft(actor, meeting.cycle_id)
    meeting = still_there(meeting)
    order = _speakers(meeting)
    _refuse_stale(seen, order)
    if sorted(wanted) != sorted(order):
        raise Refused(
            Words("现场述职的人和这一页上的不一样了，没有保存。请刷新后再排。"), code="order.other_people"
        )
    if list(wanted) == order:
        return False
    _write(meeting, wanted)
    record_event(
        institution_id=actor.institution_id,
        verb="reporters.ordered",
        actor_id=actor.account_id,
        subject=meeting,
        now=now,
        payload={"order": list(wanted), **({"source": source} if source else {})},
    )
    return True


def _speakers(meeting: ReviewMeeting) -> list[int]:
    rows = Reporter.objects.filter(meeting=meeting, mode=Reporter.Mode.ON_SITE).order_by("order")
    return list(rows.values_list("pk", flat=True))


def _write(meeting: ReviewMeeting, speakers: Sequence[int]) -> None:
    written = Reporter.objects.filter(meeting=meeting).exclude(pk__in=speakers).order_by("order")
    write_order(meeting, [*speakers, *written.values_list("pk", flat=True)])


def _refuse_stale(seen: Sequence[int] | None, order: Sequence[int]) -> None:
    changed = [] if seen is None else shifts(seen, order)
    if not changed:
        return
    names = dict(
        Organisation.objects.filter(reporters__in=[one.id for one in changed]).values_list(
            "reporters__pk", "name"
        )
    )
    words = listed((_words(one, names) for one in changed[:NAMED_SHIFTS]), "；")
    more = Words("等{changed}处", changed=len(changed)) if len(changed) > NAMED_SHIFTS else ""
    raise Refused(
        Words(
            "先后刚刚有人改过，您这一步没有保存：{words}{more}。下面是现在的先后，看过再排。",
            words=words,
            more=more,
        ),
        code="order.stale",
    )


def _words(one: Shift, names: dict[int, str]) -> str:
    name = names.get(one.id, Words("有一位"))
    if one.before is None:
        return Words("{name}加进来，排第{after}位", name=name, after=one.after)
    if one.after is None:
        return Words("{name}不在现场述职里了", name=name)
    return Words("{name}从第{before}位到第{after}位", name=name, before=one.before, after=one.after)
