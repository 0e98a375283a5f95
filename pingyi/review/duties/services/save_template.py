from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.duties.domain.entries import Holder
from pingyi.review.duties.domain.rows import Row
from pingyi.review.duties.models import DutyTemplateRow
from pingyi.review.duties.queries.templates import Origin, template_of
from pingyi.review.duties.services.locks import lock_year
from pingyi.review.duties.services.record import record_about_year
from pingyi.review.duties.services.row_checks import refuse_faulty


@transaction.atomic
def save_template(*, actor: Actor, now: datetime, cycle: Cycle, holder: Holder, rows: Sequence[Row]) -> None:
    """Write the rows that the lists of this year begin with, for secretaries or for bodies.

    Lists that were laid out before stay as they are. The same rows again change nothing.
    """
    year = lock_year(actor, cycle.pk)
    refuse_faulty(rows, year.year)
    present = template_of(year, holder)
    if present.origin is Origin.OWN and _content(present.rows) == _content(rows):
        return
    DutyTemplateRow.objects.filter(cycle=year, holder=holder).delete()
    DutyTemplateRow.objects.bulk_create(
        DutyTemplateRow(
            institution_id=year.institution_id,
            cycle=year,
            holder=holder,
            sequence=place,
            part=row.part,
            strand=row.strand,
            text=row.text,
            due_on=row.due_on,
        )
        for place, row in enumerate(rows, start=1)
    )
    record_about_year(actor, now, year, "duty_template.saved", holder=str(holder), rows=len(rows))


def _content(rows: Sequence[Row]) -> list[tuple[object, ...]]:
    return [(*row.says, row.due_on) for row in rows]
