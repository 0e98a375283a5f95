"""Whole installations for tests: a data folder (and a database) of their own, used through the command line.

python -m tests.installations     furnishes the one of the environment: a closed voting, files, a font
"""

import atexit
import json
import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import psycopg

from tests.halls import ON_SQLITE

ROOT = Path(__file__).resolve().parents[1]
EVIDENCE = {"佐证材料.pdf": b"%PDF-1.7 evidence", "照片.png": b"\x89PNG photograph"}


ONE_AFTER_THE_OTHER = """
import contextlib, io, json, sys
from pingyi.doors.cli.main import main
ended = []
for words in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(words)
    ended.append([code, out.getvalue(), err.getvalue()])
print(json.dumps(ended))
"""


class Ended(NamedTuple):
    """How a command ended and what it said."""

    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Installation:
    """A data folder and what else its processes find in their environment."""

    folder: Path
    changed: Mapping[str, str] = field(default_factory=lambda: ON_SQLITE)

    def run(self, *words: str, program: str = "pingyi") -> subprocess.CompletedProcess[str]:
        """One command line, in a process of its own."""
        return subprocess.run(
            [sys.executable, *(["-m", program] if program != "-c" else ["-c"]), *words],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def run_each(self, *commands: Sequence[str]) -> list[Ended]:
        """Several command lines one after the other in one process: starting it takes the longest."""
        done = self.run(ONE_AFTER_THE_OTHER, json.dumps(commands), program="-c")
        assert done.returncode == 0, done.stderr
        return [Ended(*ended) for ended in json.loads(done.stdout)]

    @property
    def environment(self) -> dict[str, str]:
        usual = {"PINGYI_DATA": str(self.folder), "DJANGO_SETTINGS_MODULE": "pingyi.config.settings"}
        return {**os.environ, **usual, **self.changed}

    @property
    def database(self) -> Path:
        return self.folder / "pingyi.sqlite3"

    def furnish(self) -> "Installation":
        made = self.run(program="tests.installations")
        assert made.returncode == 0, made.stderr
        return self

    def sql(self, statement: str) -> list[Any]:
        """Asks or changes the database past the program."""
        if url := self.changed["DATABASE_URL"]:
            with psycopg.connect(url) as database:
                cursor = database.execute(statement.encode())
                return cursor.fetchall() if cursor.description else []
        with closing(sqlite3.connect(self.database)) as file, file:
            return file.execute(statement).fetchall()

    def connection(self) -> AbstractContextManager[Any]:
        """Somebody else who has the database open."""
        if url := self.changed["DATABASE_URL"]:
            return psycopg.connect(url)
        return closing(sqlite3.connect(self.database))

    def rows(self) -> dict[str, list[str]]:
        """Every row of every table."""
        if self.changed["DATABASE_URL"]:
            names = self.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        else:
            names = self.sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name: sorted(map(repr, self.sql(f'SELECT * FROM "{name}"'))) for (name,) in sorted(names)}

    def files(self) -> dict[str, bytes]:
        """Everything in the data folder but the database."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not path.name.startswith("pingyi.sqlite3")
        }


def copy_of_installation(to: Path) -> Installation:
    """A furnished installation on SQLite, made once in a run."""
    shutil.copytree(_made(), to, dirs_exist_ok=True)
    to.chmod(0o700)
    return Installation(to)


@cache
def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="pingyi-furnished-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Installation(folder).furnish()
    return folder


@contextmanager
def own_database(like: Mapping[str, str] = ON_SQLITE) -> Iterator[dict[str, str]]:
    """Nothing to prepare on SQLite; on the server that the suite runs on, a database that is dropped afterwards.

    It is empty, or holds what the one of `like` holds.
    """
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield dict(ON_SQLITE)
        return
    name = f"pingyi_own_{secrets.token_hex(4)}"
    template = urlsplit(like["DATABASE_URL"]).path[1:] or "template1"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        try:
            yield {"DATABASE_URL": urlsplit(url)._replace(path=f"/{name}").geturl()}
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _furnish() -> None:
    """Runs inside `furnish`'s process."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django_scopes import scopes_disabled

    from pingyi.core.files import store_file
    from pingyi.core.services import record_event
    from pingyi.review.ballots.services.close_voting import close_voting
    from tests.factories.ballots import cast, make_hall, open_hall
    from tests.factories.world import NOW

    call_command("migrate", verbosity=0)
    with scopes_disabled():
        hall = open_hall(make_hall())
        for code in hall.codes["甲"][:5]:
            cast(hall, code, hall.ballot("good", "poor", "average"))
        close_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting)
        for name, content in EVIDENCE.items():
            stored = store_file(
                institution_id=hall.institution.pk,
                name=name,
                content=content,
                stored_by_id=hall.clerk.account_id,
                now=NOW,
            )
            record_event(
                institution_id=hall.institution.pk,
                verb="file.stored",
                actor_id=hall.clerk.account_id,
                subject=stored,
                now=NOW,
                payload={},
            )
    fonts = Path(settings.DATA) / "fonts" / "方正"
    fonts.mkdir(parents=True)
    (fonts / "小标宋.ttf").write_bytes(b"licensed")


if __name__ == "__main__":
    _furnish()
