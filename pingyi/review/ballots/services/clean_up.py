"""Take out of the database everything that tells of order: rows are rewritten, the log truncated, files compacted."""

import secrets
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.ids import random_key
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Answer, Slip, Voting
from pingyi.review.ballots.rules import may_check_hand_count
from pingyi.review.ballots.services.compact import compact_ballot_tables

_BATCH = 500
_shuffle = secrets.SystemRandom().shuffle


def clean_up(*, actor: Actor, now: datetime, voting: Voting) -> None:
    """Closing and counting do this; it may be run again at any time after closing, and must be after a crash in it.

    One transaction gives every answer and slip of the voting a new random key and writes them in random order, so
    that neither keys nor transaction numbers nor places in the file tell what came together or before. Then the
    database is compacted, which takes the former rows out of its files. Records voting.cleaned.
    """
    if not may_check_hand_count(actor, voting):
        raise Forbidden(Words("清理由监票人或计票人来办。"))
    with transaction.atomic():
        voting = Voting.objects.select_for_update().get(pk=voting.pk)
        if voting.state in {VotingState.PREPARED, VotingState.OPEN}:
            raise Refused(Words("投票还没有结束，结束时会自动清理。"), code="voting.not_closed")
        _rewrite(voting)
    compact_ballot_tables()
    with transaction.atomic():
        Voting.objects.filter(pk=voting.pk).update(cleaned_at=now)
        record_event(
            institution_id=voting.institution_id,
            verb="voting.cleaned",
            actor_id=actor.account_id,
            subject=voting,
            now=now,
            payload={},
        )
        announce(f"voting:{voting.meeting_id}")


def _rewrite(voting: Voting) -> None:
    answers = list(Answer.objects.filter(box__voting=voting))
    slips = list(Slip.objects.filter(box__voting=voting))
    Answer.objects.filter(box__voting=voting).delete()
    Slip.objects.filter(box__voting=voting).delete()
    for row in (*answers, *slips):
        row.pk = random_key()
    _shuffle(answers)
    _shuffle(slips)
    Answer.objects.bulk_create(answers, batch_size=_BATCH)
    Slip.objects.bulk_create(slips, batch_size=_BATCH)
