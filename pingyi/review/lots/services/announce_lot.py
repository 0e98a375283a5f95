from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.ids import random_code
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.settings import SpeakingOrder
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.cycles.queries.settings import settings_of
from pingyi.review.lots.domain.announcement import Announcement, Source, source_fault
from pingyi.review.lots.domain.verify import commitment_of
from pingyi.review.lots.models import Lot
from pingyi.review.lots.phrases import SOURCE_FAULTS
from pingyi.review.lots.queries.lots import lots_of
from pingyi.review.lots.rules import may_announce_lot
from pingyi.review.lots.services.too_late import refuse_when_over

HALL_KEY_LENGTH = 10
LONGEST_REASON = 200
LONGEST_LABEL = 40


@transaction.atomic
def announce_lot(
    *,
    actor: Actor,
    now: datetime,
    meeting: ReviewMeeting,
    sources: Sequence[Source],
    reason: str = "",
) -> Lot:
    """Fix who takes part and where the numbers will come from, before any number is known, with its fingerprint.

    The list is that of the organisations, not the present order of speaking. A second draw of a meeting needs a
    reason; the one before stays as it is, drawn or not.
    """
    if not may_announce_lot(actor, meeting):
        raise Forbidden(Words("抽签由经办人公布。"))
    # Two people who announce at once queue here.
    cycle = Cycle.objects.select_for_update(of=("self",)).get(pk=meeting.cycle_id)
    if settings_of(cycle).speaking_order != SpeakingOrder.LOT:
        raise Refused(
            Words("规则里定的是按党组织排序，没有公布抽签。要抽签，先在“规则”里改成抽签。"),
            code="lot.not_by_lot",
        )
    before = lots_of(meeting)
    refuse_when_over(before)
    people = _people(meeting)
    why = _reason(reason, is_needed=before.newest is not None)
    named = _sources(sources)
    announced = Announcement(
        institution=actor.institution.name,
        title=Words("{meeting}　现场述职先后", meeting=meeting.name),
        announced_at=now.astimezone(PEOPLE_ZONE).isoformat(timespec="seconds"),
        round=before.newest.lot.round + 1 if before.newest else 1,
        reason=why,
        names=tuple(
            Words("{organisation}　{person}", organisation=one.organisation.name, person=one.person.name)
            for one in people
        ),
        sources=named,
    ).document()
    lot: Lot = Lot.objects.create(
        institution_id=meeting.institution_id,
        meeting=meeting,
        round=announced["round"],
        method=Lot.Method.NUMBERS,
        reason=why,
        announcement=announced,
        reporters=[one.pk for one in people],
        commitment=commitment_of(announced),
        hall_key=random_code(HALL_KEY_LENGTH),
        announced_by_id=actor.account_id,
        announced_at=now,
    )
    record_event(
        institution_id=actor.institution_id,
        verb="lot.announced",
        actor_id=actor.account_id,
        subject=lot,
        now=now,
        payload={
            "meeting": meeting.pk,
            "round": lot.round,
            "commitment": lot.commitment,
            **({"reason": why} if why else {}),
        },
    )
    announce(f"meeting:{meeting.pk}")
    return lot


def _people(meeting: ReviewMeeting) -> list[Reporter]:
    rows = Reporter.objects.filter(meeting=meeting, mode=Reporter.Mode.ON_SITE)
    people = list(
        rows.select_related("organisation", "person").order_by("organisation__order", "organisation_id")
    )
    if len(people) < 2:
        raise Refused(
            Words("现场述职的只有{people}位，不用抽签。先定下谁现场述职。", people=len(people)),
            code="lot.too_few_people",
        )
    return people


def _reason(reason: str, *, is_needed: bool) -> str:
    why = tidy(reason)
    if is_needed and not why:
        raise Refused(
            Words("这场会议公布过抽签，再抽一次要写理由。前一次也留着，大家都看得到。"),
            code="lot.reason",
            field="reason",
        )
    if len(why) > LONGEST_REASON:
        raise Refused(
            Words("理由太长，请缩到{longest_reason}个字以内。", longest_reason=LONGEST_REASON),
            code="lot.reason",
            field="reason",
        )
    return why if is_needed else ""


def _sources(sources: Sequence[Source]) -> tuple[Source, ...]:
    named = tuple(Source(one.kind, tidy(one.label), one.digits) for one in sources if tidy(one.label))
    if any(len(one.label) > LONGEST_LABEL for one in named):
        raise Refused(
            Words("来处太长，请缩到{longest_label}个字以内。", longest_label=LONGEST_LABEL),
            code="lot.label",
            field="sources",
        )
    if fault := source_fault(named):
        raise Refused(SOURCE_FAULTS[fault], code=f"lot.{fault}", field="sources")
    return named
