"""Make the slips of one class."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.domain.address import read_address
from pingyi.review.ballots.domain.codes import slips_to_print
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Box, Slip, Voting
from pingyi.review.ballots.rules import may_prepare_voting
from pingyi.review.ballots.slip_codes import code_digest, new_code
from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.cycles.queries import settings_of, voters_of_class


@dataclass(frozen=True)
class PrintedSlips:
    """The codes of one batch, in random order. They exist here and on paper; the database has digests only."""

    codes: tuple[str, ...]
    address: str
    replaced: int


@transaction.atomic
def print_slips(*, actor: Actor, now: datetime, box: Box, address: str) -> PrintedSlips:
    """A slip for every member of the class and the spares. The codes are handed back once and never again.

    Before: mode code, not opened yet. Printing again replaces the former batch: those slips stop working.
    `address` is where phones reach this server. Records box.slips_printed.
    """
    if not may_prepare_voting(actor, box):
        raise Forbidden(Words("票条由经办人印。"))
    voting = Voting.objects.select_for_update().select_related("meeting__cycle").get(pk=box.voting_id)
    if voting.mode != ReviewMeeting.BallotMode.CODE:
        raise Refused(Words("这次用纸质测评表，没有票条。"), code="voting.paper_only")
    if voting.state != VotingState.PREPARED:
        message = Words(
            "投票已经开始，这一类的票条不能重印：重印会让发出去的票条作废。票条不够，改发纸质测评表。"
        )
        raise Refused(message, code="voting.already_opened")
    voting.address = read_address(address)
    voting.save(update_fields=["address"])
    settings = settings_of(voting.meeting.cycle)
    number = slips_to_print(
        len(voters_of_class(box.voter_class)),
        spare_minimum=settings.spare_minimum,
        spare_share=settings.spare_share,
    )
    replaced, _ = Slip.objects.filter(box=box).delete()
    codes = _new_codes(number)
    Slip.objects.bulk_create(
        Slip(institution_id=box.institution_id, box=box, code_digest=code_digest(code)) for code in codes
    )
    box.slips_printed = number
    box.save(update_fields=["slips_printed"])
    record_event(
        institution_id=box.institution_id,
        verb="box.slips_printed",
        actor_id=actor.account_id,
        subject=box,
        now=now,
        payload={"slips": number, "replaced": replaced},
    )
    announce(f"voting:{voting.meeting_id}")
    return PrintedSlips(codes, voting.address, replaced)


def _new_codes(number: int) -> tuple[str, ...]:
    """Distinct codes, sorted by nothing: paper order says nothing about rows."""
    codes: set[str] = set()
    while len(codes) < number:
        codes.add(new_code())
    mixed = list(codes)
    secrets.SystemRandom().shuffle(mixed)
    return tuple(mixed)
