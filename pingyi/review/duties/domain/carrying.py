"""Next year's list begins with the template and with what this year's list leaves open."""

from collections.abc import Sequence
from dataclasses import dataclass

from pingyi.review.duties.domain.rows import Row


@dataclass(frozen=True)
class Laid:
    """A row of the new list and the entry of the year before that goes on in it, if any."""

    row: Row
    carried_id: int | None = None


def lay_out(template: Sequence[Row], left_open: Sequence[Row]) -> list[Laid]:
    """The template's rows, each with the open entry that says the same; then the open entries it does not have.

    `left_open` rows carry their entry in `item_id`; deadlines of the year before are not taken over.
    """
    open_ids = {row.says: row.item_id for row in left_open}
    laid = [Laid(row, open_ids.pop(row.says, None)) for row in template]
    for row in left_open:
        if row.says in open_ids:
            laid.append(Laid(Row(len(laid) + 1, row.part, row.strand, row.text), row.item_id))
    return laid
