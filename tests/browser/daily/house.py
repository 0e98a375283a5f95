"""An installation with a review whose daily part counts: indicators chosen, a ledger with a year of committee meetings.

python -m tests.browser.daily.house     furnishes the installation of the environment
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.stage import ROOT, Server, environment
from tests.halls import ON_SQLITE

CLOCK = "2026-01-16T14:30:00+08:00"


@dataclass
class House:
    """`sessions`: sign-ins by role; `cycle`: the number of the review."""

    server: Server
    sessions: dict[str, str]
    cycle: int


def furnished(folder: Path) -> House:
    """The server answers; the year under review is over."""
    clock = folder / "clock"
    clock.write_text(CLOCK)
    changed = {**ON_SQLITE, "PINGYI_SCENARIO_CLOCK": str(clock)}
    words = [sys.executable, "-m", "tests.browser.daily.house"]
    made = subprocess.run(
        words, env=environment(folder, changed), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return House(Server(folder, changed).start(), **json.loads(made.stdout.splitlines()[-1]))


def _furnish() -> dict[str, Any]:
    """Runs inside `furnished`'s process."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction
    from django_scopes import scope

    call_command("migrate", verbosity=0)

    from pingyi.ledgers.kit.services import file_record
    from pingyi.ledgers.orglife.domain.kinds import Kind
    from pingyi.ledgers.orglife.services import ActivityContent, record_activity
    from tests.doors.office.people import browser_of
    from tests.factories.daily import make_daily
    from tests.factories.world import NOW, make_organisation

    with transaction.atomic():
        daily = make_daily(1)
        branch = make_organisation(
            daily.institution, "教工第一党支部", parent=daily.reporter.organisation, kind="branch"
        )
        for month in range(1, 10):
            with scope(institution=daily.institution):
                held = record_activity(
                    actor=daily.secretary,
                    now=NOW,
                    organisation=branch,
                    content=ActivityContent(
                        kind=Kind.COMMITTEE, happened_on=date(2025, month, 6), topic="研究本月工作"
                    ),
                )
                file_record(actor=daily.secretary, now=NOW, record=held)
        daily.chosen()
        daily.give_weight()
        people = {"secretary": daily.secretary, "clerk": daily.clerk, "leader": daily.leader}
        sessions = {role: str(browser_of(actor).session.session_key) for role, actor in people.items()}
    return {"sessions": sessions, "cycle": daily.cycle.pk}


if __name__ == "__main__":
    print(json.dumps(_furnish()))
