"""What the lists of a year begin with."""

from dataclasses import dataclass
from enum import StrEnum

from pingyi.review.cycles.models import Cycle
from pingyi.review.duties.domain.entries import Holder, Part, Strand
from pingyi.review.duties.domain.rows import Row
from pingyi.review.duties.domain.samples import SAMPLES
from pingyi.review.duties.models import DutyTemplateRow


class Origin(StrEnum):
    OWN = "own"
    YEAR_BEFORE = "year_before"
    SAMPLE = "sample"


@dataclass(frozen=True)
class Template:
    """`year` is the one that the rows were written for; without deadlines where that is an earlier one."""

    holder: Holder
    rows: tuple[Row, ...]
    origin: Origin
    year: int


def template_of(cycle: Cycle, holder: Holder) -> Template:
    """The rows written for this year, else those of the newest year before it, else the sample. One query."""
    stored = list(
        DutyTemplateRow.objects.filter(
            cycle__convenor=cycle.convenor_id, cycle__year__lte=cycle.year, holder=holder
        )
        .select_related("cycle")
        .order_by("-cycle__year", "sequence")
    )
    if not stored:
        return Template(holder, SAMPLES[holder], Origin.SAMPLE, cycle.year)
    year = stored[0].cycle.year
    is_own = year == cycle.year
    rows = tuple(
        Row(place, Part(one.part), Strand(one.strand), one.text, due_on=one.due_on if is_own else None)
        for place, one in enumerate((one for one in stored if one.cycle.year == year), start=1)
    )
    return Template(holder, rows, Origin.OWN if is_own else Origin.YEAR_BEFORE, year)
