"""Every item that earlier years left open: the next plan, report form and comment card open with it."""

from pingyi.organisations.models import Organisation
from pingyi.review.cycles.documents.facts import CarriedFacts
from pingyi.review.cycles.models import Cycle
from pingyi.review.genealogy.queries.chains import Chain, chains_of
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.phrases import PROBLEM_STATES
from pingyi.review.rectification.queries.carried import SETTLED, open_problems_before


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


def open_chains_before(cycle: Cycle, organisation: Organisation) -> list[tuple[ProblemItem, Chain]]:
    """What the unit's report of this year has to answer, each with its line. Six queries at most."""
    rows = open_problems_before(cycle, organisation)
    chains = chains_of(rows)
    return [(row, chains[row.pk]) for row in rows]
