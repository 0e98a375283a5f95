"""Getting Django ready inside a command."""

import os

import django


def set_up_django() -> None:
    """Settings come from the environment, as for the server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pingyi.config.settings")
    django.setup()
