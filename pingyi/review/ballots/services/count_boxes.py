"""Open the boxes and count."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.boxes import box_of
from pingyi.review.ballots.domain.ballot_paper import broken_rule, read_marks
from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Answer, Box, PaperForm, PaperTotal, Voting
from pingyi.review.ballots.queries.obstacles import obstacles_of
from pingyi.review.ballots.queries.papers import paper_of
from pingyi.review.ballots.rules import may_count
from pingyi.review.ballots.services.clean_up import clean_up


def count_boxes(*, actor: Actor, now: datetime, voting: Voting) -> dict[int, dict[str, Counts]]:
    """Paper forms become answers and their rows are deleted, unopened boxes are emptied, all is cleaned up, then the
    result may be read. After a crash in the middle it is simply run again.

    Before: closed; nothing of `obstacles_of` is left. Records voting.counted.
    """
    if not may_count(actor, voting):
        raise Forbidden(Words("计票由计票人或监票人来按。"))
    with transaction.atomic():
        voting = _closed(voting)
        obstacles = obstacles_of(voting)
        if obstacles:
            more = (
                Words("还有{obstacles}件事要先办。", obstacles=len(obstacles)) if len(obstacles) > 1 else ""
            )
            raise Refused(
                Words("现在还不能计票。{more}{message}", more=more, message=obstacles[0].message),
                code="voting.not_ready",
            )
        for box in Box.objects.filter(voting=voting).select_related("voter_class"):
            box.voting = voting
            _settle(box)
        Voting.objects.filter(pk=voting.pk).update(cleaned_at=None)
    clean_up(actor=actor, now=now, voting=voting)
    with transaction.atomic():
        voting = _closed(voting)
        voting.state = VotingState.COUNTED
        voting.counted_at, voting.counted_by_id = now, actor.account_id
        voting.save(update_fields=["state", "counted_at", "counted_by"])
        record_event(
            institution_id=voting.institution_id,
            verb="voting.counted",
            actor_id=actor.account_id,
            subject=voting,
            now=now,
            payload={},
        )
        announce(f"voting:{voting.meeting_id}")
        announce(f"meeting:{voting.meeting_id}")
    return box_of(voting).count()


def _closed(voting: Voting) -> Voting:
    voting = Voting.objects.select_for_update().select_related("meeting__cycle").get(pk=voting.pk)
    if voting.state == VotingState.COUNTED:
        raise Refused(Words("已经计过票了。"), code="voting.counted")
    if voting.state != VotingState.CLOSED:
        raise Refused(Words("投票还没有结束。监票人宣布结束以后再计票。"), code="voting.not_closed")
    return voting


def _settle(box: Box) -> None:
    """The paper of one box becomes answers; a box that stays unopened loses what is in it."""
    forms = list(PaperForm.objects.filter(box=box))
    PaperForm.objects.filter(box=box).delete()
    if box.small_decision == Box.SmallDecision.UNOPENED:
        Answer.objects.filter(box=box).delete()
    elif forms:
        paper = paper_of(box)
        ballots = [
            # Both readings agree here, so either will do; a form without one is a fault to hear of, not to pass over.
            read_marks(paper, {int(row): grade for row, grade in form.first_marks.items()})  # type: ignore[union-attr]
            for form in forms
        ]
        sound = [ballot for ballot in ballots if broken_rule(paper, ballot) is None]
        Answer.objects.bulk_create(
            Answer(institution_id=box.institution_id, box=box, reporter_id=row, grade=grade)
            for ballot in sound
            for row, grade in ballot.items()
        )
        PaperTotal.objects.create(
            institution_id=box.institution_id, box=box, forms=len(forms), invalid=len(ballots) - len(sound)
        )
