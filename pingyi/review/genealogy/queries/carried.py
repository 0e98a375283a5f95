"""Every item that earlier years left open: the next plan, report form and comment card open with it."""

from pingyi.organisations.models import Organisation
from pingyi.review.cycles.documents.facts import AskedFacts, CarriedFacts
from pingyi.review.cycles.models import Cycle
from pingyi.review.genealogy.queries.chains import Chain, chains_of
from pingyi.review.rectification.models import FollowUp, ProblemItem
from pingyi.review.rectification.phrases import FOLLOW_UP_STATES, PROBLEM_STATES
from pingyi.review.rectification.queries.carried import (
    SETTLED,
    follow_ups_left_open,
    open_problems_before,
)


def unclosed_before(cycle: Cycle) -> list[ProblemItem]:
    """Every problem of earlier years of the same convenor that is neither struck off nor withdrawn, whichever unit
    it belongs to and whether or not that unit reports this year. One query."""
    return list(
        ProblemItem.objects.filter(cycle__convenor=cycle.convenor_id, cycle__year__lt=cycle.year)
        .exclude(state__in=SETTLED)
        .select_related("cycle", "organisation")
        .order_by("organisation__order", "organisation__path", "cycle__year", "number")
    )


def carried_facts(cycle: Cycle) -> tuple[CarriedFacts, ...]:
    """The same for the plan on paper, each with what happened before. Six queries at most."""
    rows = unclosed_before(cycle)
    chains = chains_of(rows)
    return tuple(
        CarriedFacts(
            organisation=row.organisation.name,
            year=row.cycle.year,
            number=row.number,
            text=row.text,
            state=PROBLEM_STATES[row.state],
            history=chains[row.pk].history,
        )
        for row in rows
    )


def asked_before(cycle: Cycle) -> tuple[AskedFacts, ...]:
    """Every requirement of earlier speeches that an organisation of its level has still to meet. One query."""
    return tuple(
        AskedFacts(
            organisation=row.organisation.name,
            year=row.requirement.cycle.year,
            number=row.requirement.number,
            text=row.requirement.text,
            state=FOLLOW_UP_STATES[row.state],
        )
        for row in FollowUp.objects.filter(follow_ups_left_open(cycle))
        .select_related("organisation", "requirement__cycle")
        .order_by(
            "organisation__order", "organisation__path", "requirement__cycle__year", "requirement__number"
        )
    )


def open_chains_before(cycle: Cycle, organisation: Organisation) -> list[tuple[ProblemItem, Chain]]:
    """What the unit's report of this year has to answer, each with its line. Six queries at most."""
    rows = open_problems_before(cycle, organisation)
    chains = chains_of(rows)
    return [(row, chains[row.pk]) for row in rows]
