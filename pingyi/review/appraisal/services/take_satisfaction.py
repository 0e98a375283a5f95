"""Calculate what a satisfaction poll came to, once."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.satisfaction import Satisfaction, satisfaction
from pingyi.review.appraisal.models import SatisfactionResult
from pingyi.review.appraisal.rules import may_calculate
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Voting
from pingyi.review.ballots.queries.counts import count_voting
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries import settings_of


@transaction.atomic
def take_satisfaction(*, actor: Actor, now: datetime, poll: Cycle) -> SatisfactionResult:
    """Keep counts, rule and answer for good; a second call gives what is there. Records poll.calculated.

    Before: the ballots are counted and cleaned up.
    """
    if not may_calculate(actor, poll):
        raise Forbidden(Words("满意率由计票人、监票人或领导来算。"))
    voting = _counted(poll)
    there: SatisfactionResult | None = SatisfactionResult.objects.filter(poll=poll).first()
    if there is not None:
        return there
    settings = settings_of(voting.meeting.cycle)
    counts = count_voting(voting)
    found = {
        row: satisfaction(classes, rule=settings.poll_satisfied, threshold=settings.threshold)
        for row, classes in counts.items()
    }
    result: SatisfactionResult = SatisfactionResult.objects.create(
        institution_id=poll.institution_id,
        poll=poll,
        input={
            "satisfied": str(settings.poll_satisfied),
            "threshold": settings.threshold,
            "rows": [
                {"id": str(row), "classes": {code: asdict(one) for code, one in classes.items()}}
                for row, classes in counts.items()
            ],
        },
        output={"rows": [_plain(row, one) for row, one in found.items()]},
        may_be_told=not any(one.withheld for one in found.values()),
        made_at=now,
        made_by_id=actor.account_id,
    )
    record_event(
        institution_id=poll.institution_id,
        verb="poll.calculated",
        actor_id=actor.account_id,
        subject=result,
        now=now,
        payload={"name": poll.name},
    )
    return result


def _counted(poll: Cycle) -> Voting:
    """The poll's voting, held until the transaction ends: two who press at once get one result."""
    voting: Voting | None = (
        Voting.objects.select_for_update(of=("self",))
        .select_related("meeting__cycle")
        .filter(meeting__cycle=poll, meeting__cycle__polled__isnull=False)
        .first()
    )
    if voting is None or voting.state != VotingState.COUNTED:
        raise Refused(
            Words("“{name}”还没有计票，算不出满意率。先由计票席在“票条与投票”页计票。", name=poll.name),
            code="poll.not_counted",
        )
    return voting


def _plain(row: int, one: Satisfaction) -> dict[str, object]:
    share = one.share
    return {
        "id": str(row),
        "satisfied": one.satisfied,
        "valid": one.valid,
        "share": None if share is None else f"{share.numerator}/{share.denominator}",
        "withheld": [str(reason) for reason in one.withheld],
    }
