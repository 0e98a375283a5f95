"""Every table of the package, written out. What is not here stays: whoever adds a table decides and says why."""

from pingyi.archives.domain.catalogue.daily import DAILY
from pingyi.archives.domain.catalogue.duties import DUTIES
from pingyi.archives.domain.catalogue.left_out import LEFT_OUT
from pingyi.archives.domain.catalogue.meeting import MEETING
from pingyi.archives.domain.catalogue.mending import MENDING
from pingyi.archives.domain.catalogue.news import NEWS
from pingyi.archives.domain.catalogue.outcome import OUTCOME
from pingyi.archives.domain.catalogue.plan import PLAN
from pingyi.archives.domain.catalogue.polls import POLLS
from pingyi.archives.domain.catalogue.reports import REPORTS
from pingyi.archives.domain.catalogue.supervision import SUPERVISION
from pingyi.archives.domain.table import Table

CATALOGUE = (*PLAN, *DUTIES, *REPORTS, *MEETING, *DAILY, *OUTCOME, *MENDING, *SUPERVISION, *POLLS, *NEWS)

__all__ = ["CATALOGUE", "LEFT_OUT", "tables_for", "tables_in_detail"]


def tables_for(*, with_counts: bool) -> tuple[Table, ...]:
    """What stands in a package: counts only where whoever asked for it may see them."""
    return tuple(table for table in CATALOGUE if with_counts or not table.has_counts)


def tables_in_detail(*, with_counts: bool) -> tuple[Table, ...]:
    """Of which rows the log says what it says in detail: where a table also speaks of counts, only with them."""
    counted = {table.model for table in CATALOGUE if table.has_counts}
    return tuple(table for table in CATALOGUE if with_counts or table.model not in counted)
