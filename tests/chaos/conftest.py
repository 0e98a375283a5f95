"""A real server process over a data folder of its own; on PostgreSQL over a database of its own."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from bench.stage import Server, Stage, prepare
from tests.halls import ON_SQLITE, copy_of_hall


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str]]]:
    """The data folder and what its processes find in their environment."""
    folder = tmp_path_factory.mktemp("hall")
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield folder, ON_SQLITE
        return
    name = f"pingyi_chaos_{secrets.token_hex(4)}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield folder, {"DATABASE_URL": urlsplit(url)._replace(path=f"/{name}").geturl()}
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def stage(surroundings: tuple[Path, dict[str, str]]) -> Stage:
    folder, changed = surroundings
    return prepare(folder, changed) if changed["DATABASE_URL"] else copy_of_hall(folder)


@pytest.fixture
def server(surroundings: tuple[Path, dict[str, str]], stage: Stage) -> Iterator[Server]:
    folder, changed = surroundings
    running = Server(folder, changed).start()
    yield running
    running.stop()
