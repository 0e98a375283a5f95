"""Django's own commands, for developers: `python -m pingyi.manage makemigrations`."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pingyi.config.settings")
    execute_from_command_line(["pingyi.manage", *sys.argv[1:]])


if __name__ == "__main__":
    main()
