"""Common faults of a convenor up to a year, for the plan of the next one; and what every plan has to take up."""

from dataclasses import dataclass

from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries.reviews import reviews
from pingyi.review.genealogy.domain.faults import CommonFault, Item, common_faults
from pingyi.review.genealogy.queries.kinship import kinship
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.queries.carried import SETTLED

SHOWN = 50


@dataclass(frozen=True)
class CommonRow:
    """A common fault with the rows to show, the newest first."""

    fault: CommonFault
    problems: tuple[ProblemItem, ...]

    @property
    def units(self) -> tuple[str, ...]:
        """The units' names, each once, in their order."""
        rows = sorted(self.problems, key=lambda row: (row.organisation.order, row.organisation.path))
        return tuple(dict.fromkeys(row.organisation.name for row in rows))


@dataclass(frozen=True)
class CommonFaults:
    """`rows`: the first of `total`; `units`: those that reported or had a problem in these years; `years`: reviews of
    the convenor, oldest first; `problems`: all that were named and not withdrawn; `linked`: how many of them stand in
    a common fault."""

    rows: tuple[CommonRow, ...]
    total: int
    units: int
    years: tuple[int, ...]
    problems: int
    linked: int


def common_faults_of(cycle: Cycle) -> CommonFaults:
    """Faults over several units or years, with their denominators. Five queries, however many there are."""
    cycles = reviews().filter(convenor=cycle.convenor_id, year__lte=cycle.year)
    years = tuple(cycles.order_by("year").values_list("year", flat=True))
    items = [
        Item(pk, year, organisation, state not in SETTLED)
        for pk, year, organisation, state in ProblemItem.objects.filter(cycle__in=cycles)
        .exclude(state=ProblemItem.State.WITHDRAWN)
        .values_list("pk", "cycle__year", "organisation_id", "state")
    ]
    reporters = Reporter.objects.filter(cycle__in=cycles).values_list("organisation_id", flat=True)
    found = common_faults(items, kinship())
    shown = found[:SHOWN]
    wanted = {item.key for fault in shown for item in fault.items}
    rows = {
        row.pk: row
        for row in ProblemItem.objects.filter(pk__in=wanted).select_related("organisation", "cycle")
    }
    return CommonFaults(
        tuple(CommonRow(fault, tuple(rows[item.key] for item in fault.items)) for fault in shown),
        len(found),
        len({*reporters, *(item.organisation for item in items)}),
        years,
        len(items),
        sum(len(fault.items) for fault in found),
    )
