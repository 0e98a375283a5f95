"""Calculate, and keep what was calculated from."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.appraise import appraise
from pingyi.review.appraisal.domain.errors import InputError
from pingyi.review.appraisal.domain.kept import as_failure, file_fingerprint, input_file
from pingyi.review.appraisal.domain.output import as_document
from pingyi.review.appraisal.domain.reporter import Reporter
from pingyi.review.appraisal.domain.rules import EmptyCategory, Rules
from pingyi.review.appraisal.domain.snapshot import input_document, rules_fingerprint
from pingyi.review.appraisal.models import AppraisalSnapshot
from pingyi.review.appraisal.phrases import PART_WORDS
from pingyi.review.appraisal.queries.snapshots import latest_snapshots
from pingyi.review.appraisal.queries.voting_input import voting_input
from pingyi.review.appraisal.rules import may_calculate
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Voting
from pingyi.review.cycles.models import Cycle, ReviewMeeting
from pingyi.review.cycles.queries.reviews import is_poll


@transaction.atomic
def take_snapshots(*, actor: Actor, now: datetime, cycle: Cycle) -> list[AppraisalSnapshot]:
    """The calculation of every meeting of the review whose ballots are counted. Refused while none is."""
    meetings = list(
        ReviewMeeting.objects.filter(cycle=cycle, voting__state=VotingState.COUNTED).order_by("sequence")
    )
    if not meetings:
        raise Refused(
            Words("还没有计票，没有可以算的。投票结束、票数账对上以后，由计票席在“票条与投票”页计票。"),
            code="snapshot.not_counted",
        )
    return [take_snapshot(actor=actor, now=now, meeting=meeting) for meeting in meetings]


@transaction.atomic
def take_snapshot(*, actor: Actor, now: datetime, meeting: ReviewMeeting) -> AppraisalSnapshot:
    """Keep input, rules and answer of one meeting's count for good; the same input again gives the same snapshot.

    Before: counted and cleaned up; marks that the rules need are there. Where the rules give no score
    (a class without ballots under 不出分), that is the answer that is kept. Records snapshot.taken.
    """
    if not may_calculate(actor, meeting):
        raise Forbidden(Words("算分由计票人、监票人或领导来按。"))
    if is_poll(meeting):
        raise Refused(Words("满意度测评不进年度得分。"), code="snapshot.is_poll")
    voting = _counted_voting(meeting)
    rules, reporters = voting_input(voting)
    _refuse_missing_marks(rules, reporters)
    document = input_document(rules, reporters)
    fingerprint = file_fingerprint(input_file(document))
    latest = latest_snapshots(voting.meeting.cycle).get(meeting.pk)
    if latest is not None and latest.input_fingerprint == fingerprint:
        return latest
    snapshot: AppraisalSnapshot = AppraisalSnapshot.objects.create(
        institution_id=meeting.institution_id,
        meeting=voting.meeting,
        sequence=latest.sequence + 1 if latest else 1,
        rules_fingerprint=rules_fingerprint(rules),
        input_fingerprint=fingerprint,
        input=document,
        output=_answer(rules, reporters),
        made_at=now,
        made_by_id=actor.account_id,
    )
    record_event(
        institution_id=meeting.institution_id,
        verb="snapshot.taken",
        actor_id=actor.account_id,
        subject=snapshot,
        now=now,
        payload={
            "name": meeting.name,
            "sequence": snapshot.sequence,
            "input": fingerprint,
            "rules": snapshot.rules_fingerprint,
        },
    )
    announce(f"meeting:{meeting.pk}")
    return snapshot


def _counted_voting(meeting: ReviewMeeting) -> Voting:
    """The voting, held until the transaction ends, so that two who press at once get one snapshot."""
    voting: Voting | None = (
        Voting.objects.select_for_update(of=("self",))
        .select_related("meeting__cycle")
        .filter(meeting=meeting)
        .first()
    )
    if voting is None or voting.state != VotingState.COUNTED or voting.cleaned_at is None:
        raise Refused(
            Words("{meeting}还没有计票，不能算分。先由计票席在“票条与投票”页计票。", meeting=meeting.name),
            code="snapshot.not_counted",
        )
    return voting


def _answer(rules: Rules, reporters: tuple[Reporter, ...]) -> Mapping[str, object]:
    try:
        return as_document(appraise(rules, reporters))
    except InputError as error:
        if rules.empty_category is EmptyCategory.FAIL and ".ballots." in error.path:
            return as_failure(error)
        raise


def _refuse_missing_marks(rules: Rules, reporters: tuple[Reporter, ...]) -> None:
    weights = {"daily": rules.composite.daily, "leader": rules.composite.leader}
    lacking = {
        part: sum(getattr(one, part) is None for one in reporters)
        for part, weight in weights.items()
        if weight
    }
    words = listed(
        (
            Words("{part_words}还差{number}位", part_words=PART_WORDS[part], number=number)
            for part, number in lacking.items()
            if number
        ),
        "，",
    )
    if words:
        raise Refused(
            Words(
                "规则给了测评以外的分数权重，{words}，还不能算分。到“测评以外的分数”补上再算。", words=words
            ),
            code="marks.missing",
        )
