"""An indicator set from a workbook."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pingyi.core.errors import Refused
from pingyi.core.sheets.fault import Fault
from pingyi.core.sheets.opening import open_book
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.daily.domain.sheet import read_indicators
from pingyi.review.daily.models import IndicatorSet
from pingyi.review.daily.services.locks import refuse_strangers_to_sets
from pingyi.review.daily.services.make_set import make_set
from pingyi.review.daily.services.save_set import SetFields


class SetFaulty(Refused):
    """The workbook cannot be taken in; `faults` name every row and column with the remedy. Nothing was written."""

    def __init__(self, faults: Sequence[Fault], total: int) -> None:
        super().__init__(
            Words("表里有{total}处要改，一条也没有写。改好后再上传。", total=total),
            code="indicator_set.faulty",
            field="file",
        )
        self.faults = list(faults)


def import_set(
    *,
    actor: Actor,
    now: datetime,
    name: str,
    content: bytes,
    fields: SetFields,
    titles: Mapping[str, str],
) -> IndicatorSet:
    """A first draft with the rows of an .xlsx, all or none. `titles` are the names of the ledgers' numbers by code."""
    refuse_strangers_to_sets(actor)
    read = read_indicators(open_book(content), titles)
    if read.faults:
        raise SetFaulty(read.faults.in_order([]), read.faults.total)
    return make_set(
        actor=actor, now=now, name=name, fields=fields, rows=read.rows, measures=frozenset(titles)
    )
