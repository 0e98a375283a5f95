from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.ids import random_code
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.settings import CommentTiming
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.cycles.queries import reporters_of, settings_of
from pingyi.review.cycles.queries.reviews import Occasion, occasion_of
from pingyi.review.meetings.domain.agenda import PlannedItem, plan_agenda, poll_agenda, vote_agenda
from pingyi.review.meetings.models import AgendaItem, Sitting
from pingyi.review.meetings.phrases import POLL_TITLES, TITLES, VOTE_TITLES
from pingyi.review.meetings.rules import may_run_meeting
from pingyi.review.meetings.services.record import record_act

HALL_KEY_LENGTH = 10


@transaction.atomic
def open_sitting(*, actor: Actor, now: datetime, meeting: ReviewMeeting) -> Sitting:
    """Open the hall of a meeting whose plan is frozen: check-in begins, the agenda is made from plan and settings.

    A second call gives the sitting that is there.
    """
    if not may_run_meeting(actor, meeting):
        raise Forbidden(Words("会场由经办人打开。"))
    # Whoever opens the same hall at the same moment waits here.
    cycle = Cycle.objects.select_for_update(of=("self",)).get(pk=meeting.cycle_id)
    sitting: Sitting | None = Sitting.objects.filter(meeting=meeting).first()
    if sitting is not None:
        return sitting
    if cycle.state == Cycle.State.DRAFT:
        raise Refused(
            Words("方案还没有封存，会场没有打开。先核对名单和规则，到“封存方案”封存。"),
            code="sitting.plan_not_frozen",
        )
    sitting = Sitting.objects.create(
        institution_id=meeting.institution_id, meeting=meeting, hall_key=random_code(HALL_KEY_LENGTH)
    )
    on_site = {row.pk: row for row in reporters_of(meeting) if row.mode == Reporter.Mode.ON_SITE}
    plan, titles = _agenda(cycle, on_site)
    AgendaItem.objects.bulk_create(
        AgendaItem(
            institution_id=meeting.institution_id,
            sitting=sitting,
            sequence=number,
            kind=item.kind,
            reporter_id=item.reporter_id,
            title=titles[item.kind]
            if item.reporter_id is None
            else on_site[item.reporter_id].organisation.name,
            planned_seconds=item.seconds,
        )
        for number, item in enumerate(plan, start=1)
    )
    record_act(
        actor=actor,
        now=now,
        sitting=sitting,
        verb="sitting.opened",
        subject=sitting,
        payload={"meeting": meeting.pk, "on_site": len(on_site), "items": len(plan)},
    )
    return sitting


def _agenda(cycle: Cycle, on_site: dict[int, Reporter]) -> tuple[list[PlannedItem], dict[str, str]]:
    """What happens, and what it is called, by what people vote about."""
    match occasion_of(cycle):
        case Occasion.VOTE:
            return vote_agenda(), VOTE_TITLES
        case Occasion.POLL:
            return poll_agenda(), POLL_TITLES
        case Occasion.REVIEW:
            return _review_agenda(cycle, on_site), TITLES


def _review_agenda(cycle: Cycle, on_site: dict[int, Reporter]) -> list[PlannedItem]:
    settings = settings_of(cycle)
    return plan_agenda(
        list(on_site),
        speech_seconds=settings.speech_seconds,
        comment_seconds=settings.comment_seconds,
        is_comment_after_each=settings.comment_timing == CommentTiming.AFTER_EACH,
    )
