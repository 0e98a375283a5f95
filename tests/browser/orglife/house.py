"""An installation with a college of two branches at the beginning of February: nobody has written anything down yet.

python -m tests.browser.orglife.house     furnishes the installation of the environment
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
    """`sessions`: sign-ins by role."""

    server: Server
    sessions: dict[str, str]


def furnished(folder: Path) -> House:
    """The server answers; it is the third of February."""
    clock = folder / "clock"
    clock.write_text("2026-02-03T10:00:00+08:00")
    changed = {**ON_SQLITE, "PINGYI_SCENARIO_CLOCK": str(clock)}
    words = [sys.executable, "-m", "tests.browser.orglife.house"]
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
    from tests.doors.office.people import browser_of
    from tests.factories.orglife import make_ledger_world

    with transaction.atomic():
        world = make_ledger_world()
        sessions = {
            role: str(browser_of(actor).session.session_key)
            for role, actor in (("secretary", world.branch_secretary), ("clerk", world.clerk))
        }
    return {"sessions": sessions}


if __name__ == "__main__":
    print(json.dumps(_furnish()))
