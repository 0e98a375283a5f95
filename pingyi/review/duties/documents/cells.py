"""What papers and sheets say of an entry, in words."""

from pingyi.core.clock import today
from pingyi.documents.domain.dates import official_date
from pingyi.review.duties.domain.standing import Standing
from pingyi.review.duties.phrases import STANDINGS
from pingyi.review.duties.queries.readings import Entry


def responsible_of(entry: Entry) -> str:
    return entry.item.responsible.name if entry.item.responsible else "还没有定"


def state_of(entry: Entry) -> str:
    """How it stands, with the tasks that hang on it and who confirmed it."""
    item = entry.item
    parts = [str(STANDINGS[entry.standing])]
    if item.done_on is not None and entry.standing in (Standing.DONE, Standing.WAITING):
        parts.append(f"{official_date(item.done_on)}做成")
    if item.confirmed_by is not None and item.confirmed_at is not None:
        parts.append(f"{item.confirmed_by.display_name}{official_date(today(item.confirmed_at))}核对")
    if entry.tasks.total:
        parts.append(f"整改任务销号{entry.tasks.closed} / {entry.tasks.total}")
    return "，".join(parts)
