"""Open the voting."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.boxes import box_of
from pingyi.review.ballots.boxes.arrange import classes_changed
from pingyi.review.ballots.domain.states import VotingState, may_follow
from pingyi.review.ballots.models import Voting
from pingyi.review.ballots.queries.opening_check import opening_findings
from pingyi.review.ballots.rules import may_direct_voting
from pingyi.review.cycles.services import hold_frozen


def open_voting(*, actor: Actor, now: datetime, voting: Voting) -> Voting:
    """From now on ballots are taken. Only once, only by a scrutineer, only if the start-up check finds nothing.

    Before: slips (or forms) are printed for every class that stands. Records voting.opened.
    """
    if not may_direct_voting(actor, voting):
        raise Forbidden(Words("宣布开始由监票人来按。"))
    stopping = [finding for finding in opening_findings() if finding.stops]
    if stopping:
        more = Words("（一共{stopping}处）", stopping=len(stopping)) if len(stopping) > 1 else ""
        raise Refused(
            Words("开启前的检查没有通过{more}：{message}", more=more, message=stopping[0].message),
            code="voting.check_failed",
        )
    with transaction.atomic():
        voting = Voting.objects.select_for_update().select_related("meeting__cycle").get(pk=voting.pk)
        if not may_follow(VotingState(voting.state), VotingState.OPEN):
            raise Refused(Words("投票已经开始过，不能再开一次。"), code="voting.already_opened")
        hold_frozen(voting.meeting.cycle_id)
        _refuse_another_plan(voting)
        box_of(voting).open()
        voting.state = VotingState.OPEN
        voting.opened_at, voting.opened_by_id = now, actor.account_id
        voting.save(update_fields=["state", "opened_at", "opened_by"])
        record_event(
            institution_id=voting.institution_id,
            verb="voting.opened",
            actor_id=actor.account_id,
            subject=voting,
            now=now,
            payload={"mode": voting.mode},
        )
        announce(f"voting:{voting.meeting_id}")
    return voting


def _refuse_another_plan(voting: Voting) -> None:
    """The boxes and papers must be those of the plan as it is frozen now."""
    if voting.meeting.cycle.fingerprint != voting.plan_fingerprint:
        message = Words(
            "方案在准备票箱以后解封过。请封存方案，由经办人重新准备票箱、重印测评表，再开启投票。"
        )
        raise Refused(message, code="voting.plan_changed")
    if classes_changed(voting):
        message = Words("票类在准备票箱以后变过。请经办人重新准备票箱、重印变了的类，再开启投票。")
        raise Refused(message, code="voting.classes_changed")
