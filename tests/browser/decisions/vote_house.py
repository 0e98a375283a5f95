"""An installation with a college whose meeting sits: one item is to be voted on in secret, in the ballot box.

python -m tests.browser.decisions.vote_house     furnishes the installation of the environment
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.stage import ROOT, Server, environment
from tests.halls import ON_SQLITE


@dataclass
class House:
    """`sessions`: sign-ins by role; `numbers`: the rows that addresses name."""

    server: Server
    sessions: dict[str, str]
    numbers: dict[str, int]


def furnished(folder: Path) -> House:
    """The server answers; people are recorded as there, it is four in the afternoon."""
    clock = folder / "clock"
    clock.write_text("2025-12-18T16:00:00+08:00")
    changed = {**ON_SQLITE, "PINGYI_SCENARIO_CLOCK": str(clock)}
    words = [sys.executable, "-m", "tests.browser.decisions.vote_house"]
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

    call_command("migrate", verbosity=0)
    from django_scopes import scope

    from tests.doors.office.people import browser_of
    from tests.factories.box_votes import sitting_table
    from tests.factories.decisions import make_college

    with transaction.atomic():
        college = make_college()
        with scope(institution=college.institution):
            table = sitting_table(college)
        people = {"clerk": college.clerk, "secretary": college.secretary, **table.desk}
        sessions = {role: str(browser_of(actor).session.session_key) for role, actor in people.items()}
    return {"sessions": sessions, "numbers": {"item": table.item.pk, "meeting": table.item.meeting_id}}


if __name__ == "__main__":
    print(json.dumps(_furnish()))
