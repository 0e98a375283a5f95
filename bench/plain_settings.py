"""The product on SQLite as Django sets it up when nothing is said: the peer of `bench hall`, never for use."""

from pingyi.config.settings import *  # noqa: F403
from pingyi.config.settings import DATA

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(DATA / "pingyi.sqlite3")}}
