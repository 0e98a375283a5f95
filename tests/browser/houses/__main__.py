"""python -m tests.browser.houses     furnishes the installation of the environment

The name of a module comes in, a line for a house; its sign-ins and numbers go out.
"""

import json
import sys
from importlib import import_module

import django
from django.conf import settings


def main() -> None:
    # No house outlives a power cut, so nothing waits for the disk.
    settings.DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    from tests.doors.office.people import browser_of

    call_command("migrate", verbosity=0)
    print("migrated", flush=True)
    for line in sys.stdin:
        plan = import_module(line.strip())
        with transaction.atomic():
            people, numbers = plan.furnish()
            sessions = {role: browser_of(actor).session.session_key for role, actor in people.items()}
        print(json.dumps({"sessions": sessions, "numbers": numbers}), flush=True)


if __name__ == "__main__":
    main()
