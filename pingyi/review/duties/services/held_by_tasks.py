from datetime import datetime

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.duties.models import DutyItem
from pingyi.review.duties.queries.readings import Entry, entry_of


def refuse_held(item: DutyItem, now: datetime) -> Entry:
    """Nothing is reported or found done as long as one of its tasks is open. Otherwise the entry as it stands."""
    entry = entry_of(item, reckoning_on(today(now), item.institution_id))
    if entry.tasks.open:
        raise Refused(
            Words(
                "挂着的整改任务还有{open} / {total}项没有销号，不能算办结。先办完任务。",
                open=entry.tasks.open,
                total=entry.tasks.total,
            ),
            code="duty_item.tasks_open",
        )
    return entry
