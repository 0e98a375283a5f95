"""The database from `DATABASE_URL`: an embedded SQLite file by default, PostgreSQL where it is named.

SQLite needs WAL, IMMEDIATE and synchronous FULL: Django's defaults lose votes under a burst (docs/adr/0001).
`secure_delete` overwrites what is deleted, so that a cleaned ballot box leaves nothing behind in free pages.
"""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

BUSY_SECONDS = 20

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-20000",
    f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}",
)


def database_from(url: str | None, folder: Path) -> dict[str, Any]:
    """Django's settings of one database. Unknown schemes are refused, never guessed."""
    if not url:
        return _sqlite(str(folder / "pingyi.sqlite3"))
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path))
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgresql(parts)
    raise ValueError(f"DATABASE_URL 只认 sqlite:// 和 postgresql://，现在是 {parts.scheme}://")


def _sqlite(name: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": BUSY_SECONDS,
            "transaction_mode": "IMMEDIATE",
            "init_command": ";".join(SQLITE_PRAGMAS) + ";",
        },
        "TEST": {"NAME": None},
    }


def _postgresql(parts: Any) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
