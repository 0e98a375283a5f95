"""What branches of the demonstration wrote down near its day: week by week, as it would have come in."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from django.db import transaction
from django_scopes import scope

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.doors.cli.rehearsal.play import Play, username_of
from pingyi.ledgers.kit.domain.importing import Line
from pingyi.ledgers.kit.services.check_workbook import check_rows, read_workbook
from pingyi.ledgers.orglife.services.imports import ORGLIFE_IMPORT
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries.actors import clerk_of

EVENING = time(17, 30, tzinfo=PEOPLE_ZONE)
SUNDAY = 7


def write_in_time(play: Play, content: bytes) -> None:
    """Writes the rows of a workbook, each week's at its end: none of it is labelled as late."""
    clerk = clerk_of(play.institution_code, username_of(play.scenario, "clerk"))
    with scope(institution=clerk.institution):
        write_by_week(clerk, play.server.clock.moment, content)


def write_by_week(clerk: Actor, now: datetime, content: bytes) -> int:
    """The rows as records of the ends of their weeks, of the last week as of now; how many there were."""
    sent = read_workbook(ORGLIFE_IMPORT, content, _Unheard())
    prepared = ORGLIFE_IMPORT.prepare(clerk, now, sent.tables)
    lines = check_rows(prepared, sent, _Unheard()).plan.lines
    weeks: dict[date, list[Line]] = defaultdict(list)
    for line in lines:
        day = cast("tuple[int, str, date, str]", line.draft.identity)[2]
        weeks[day + timedelta(days=SUNDAY - day.isoweekday())].append(line)
    for sunday, of_week in sorted(weeks.items()):
        with transaction.atomic():
            ORGLIFE_IMPORT.write(clerk, min(now, datetime.combine(sunday, EVENING)), of_week)
    return len(lines)


class _Unheard:
    """Progress that nobody watches."""

    def expect(self, total: int) -> None: ...

    def step(self) -> None: ...

    def report(self, message: str = "") -> None: ...

    def finish(self, result: dict[str, Any]) -> None: ...
