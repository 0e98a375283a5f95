"""What a secretary sees of her own daily assessment."""

from dataclasses import dataclass

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.daily.queries.assessments import Assessment, assessments_of
from pingyi.review.daily.queries.scores import ScoreReading, latest_scores
from pingyi.review.daily.queries.sets import SetReading, chosen_sets, read_sets


@dataclass(frozen=True)
class OwnDaily:
    """One organisation of hers: the set, her self-assessments by indicator, and the newest score."""

    reporter: Reporter
    reading: SetReading | None
    assessments: dict[int, Assessment]
    score: ScoreReading | None


def own_daily(actor: Actor) -> list[OwnDaily]:
    """Her places on the roster of the newest review that has her. Seven queries."""
    rows = Reporter.objects.filter(
        organisation_id__in=actor.organisation_ids, cycle__polled__isnull=True, is_voted_on=True
    ).select_related("cycle", "organisation", "person")
    found = list(rows.order_by("-cycle__year", "order", "pk"))
    reporters = [one for one in found if one.cycle_id == found[0].cycle_id]
    if not reporters:
        return []
    chosen = chosen_sets(reporters[0].cycle)
    wanted = {one.pk: chosen[one.organisation.kind] for one in reporters if one.organisation.kind in chosen}
    sets = {one.pk: one for one in wanted.values()}
    readings = {one.indicator_set.pk: one for one in read_sets(list(sets.values()))}
    known, scores = assessments_of(reporters), latest_scores(reporters)
    return [
        OwnDaily(
            one,
            readings[wanted[one.pk].pk] if one.pk in wanted else None,
            known.get(one.pk, {}),
            scores.get(one.pk),
        )
        for one in reporters
    ]


def find_reporter_anywhere(reporter_id: int) -> Reporter:
    """A reporter of a review of this institution."""
    found: Reporter | None = (
        Reporter.objects.filter(pk=reporter_id, cycle__polled__isnull=True)
        .select_related("cycle", "organisation", "person")
        .first()
    )
    if found is None:
        raise Missing(Words("名册上没有这一位，可能已经撤下。请回到名册。"), code="reporter.missing")
    return found


def set_of(reporter: Reporter) -> SetReading | None:
    """The set by which she is assessed, if one is chosen. Two queries."""
    cycle: Cycle = reporter.cycle
    found = chosen_sets(cycle).get(reporter.organisation.kind)
    return None if found is None else read_sets([found])[0]
