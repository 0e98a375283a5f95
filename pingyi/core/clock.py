"""The one place that reads the time. Doors ask here and pass the answer on; services never do.

A scenario (rehearsal, test of a whole year) sets `PINGYI_SCENARIO_CLOCK` to a file that holds an ISO time;
the clock then stands at that time until the file changes.
"""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

PEOPLE_ZONE = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The present moment, aware, in UTC."""
    scenario = os.environ.get("PINGYI_SCENARIO_CLOCK")
    if scenario:
        return datetime.fromisoformat(Path(scenario).read_text().strip()).astimezone(UTC)
    return datetime.now(UTC)


def today(moment: datetime) -> date:
    """The calendar day that people in the hall would name at this moment."""
    return moment.astimezone(PEOPLE_ZONE).date()
