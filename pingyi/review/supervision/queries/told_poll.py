"""What of a satisfaction poll a supervision circular may cite."""

from collections.abc import Collection

from pingyi.core.clock import today
from pingyi.review.appraisal.phrases import SATISFIED_WORDS
from pingyi.review.appraisal.queries.polls import lines_of, newest_result, poll_of
from pingyi.review.cycles.domain.settings import Satisfied
from pingyi.review.cycles.models import Cycle
from pingyi.review.supervision.documents import PolledFacts, PollFacts


def told_poll(cycle: Cycle, organisation_ids: Collection[int]) -> PollFacts | None:
    """These organisations in the newest poll on this review's rectification; None unless all of it may be told."""
    result = newest_result(cycle)
    if result is None or not result.may_be_told:
        return None
    lines = [one for one in lines_of(result) if one.reporter.organisation_id in organisation_ids]
    return PollFacts(
        held_on=today(poll_of(result.poll).meeting.held_at),
        counted=SATISFIED_WORDS[Satisfied(result.input["satisfied"])],
        units=tuple(PolledFacts(one.reporter.organisation.name, one.satisfied, one.valid) for one in lines),
    )
