"""What holds for every test: markers that follow from what a test uses, and a browser suite that is asked for."""

import gc
import importlib.util
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.test.client import ClientHandler
from hypothesis import settings

from tests.counting import counting, pause_counting
from tests.flushing import allow_flushing_append_only_tables
from tests.numbering import begin_numbers_anew

BROWSER = Path(__file__).parent / "browser"
# Here the product is tried as a whole and papers are drawn: no proof of a single rule, and far slower while counting.
NOT_COUNTED = {"chaos", "doors", "load", "render", "school", "security", "tools"}
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_serialized_rollback"}

# The same examples on every run, so that a red suite is red for everybody; `run.py test --long` looks for new ones.
settings.register_profile("steady", deadline=None, database=None, derandomize=True)
settings.register_profile("long", deadline=None, database=None, max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

# Without Playwright the browser suite cannot even be read; `run.py test --browser` installs it.
collect_ignore = [] if importlib.util.find_spec("playwright") else [str(BROWSER)]


def pytest_configure(config: pytest.Config) -> None:
    allow_flushing_append_only_tables()


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: the collector need not walk through it again and again."""
    pause_counting()
    gc.collect()
    gc.freeze()


def pytest_sessionstart(session: pytest.Session) -> None:
    """pytest's own log handlers obey the rule for every handler: no line about a ballot (else no voting opens)."""
    from pingyi.doors.security import NoBallotLines

    logging_plugin = session.config.pluginmanager.get_plugin("logging-plugin")
    for name in ("caplog_handler", "report_handler", "log_cli_handler", "log_file_handler"):
        handler = getattr(logging_plugin, name, None)
        if handler is not None:
            handler.addFilter(NoBallotLines())


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what follows from where a test lies and what it uses, so that nobody can forget it.

    `db` for tests of the database, `browser` below tests/browser, `whole` for walks. Rules are pure: their branches
    are counted in tests without a database, and `uncounted` marks all others.
    """
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or fixtures & DATABASE_FIXTURES:
            item.add_marker(pytest.mark.db)
        if BROWSER in item.path.parents:
            item.add_marker(pytest.mark.browser)
        if item.get_closest_marker("walk"):
            item.add_marker(pytest.mark.whole)
        folders = set(item.path.parts)
        if item.get_closest_marker("db") or folders & NOT_COUNTED or {"review", "documents"} <= folders:
            item.add_marker(pytest.mark.uncounted)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """With its fixtures, but not those of a test that does not count."""
    if item.get_closest_marker("uncounted"):
        return (yield)
    with counting():
        return (yield)


@pytest.fixture(autouse=True)
def _rules_forget_what_uncounted_tests_asked(request: pytest.FixtureRequest) -> Iterator[None]:
    """A rule's cached answer would hide its lines from the count of branches in the next test."""
    yield
    if request.node.get_closest_marker("uncounted"):
        for cached in _cached_rules(len(sys.modules)):
            cached.cache_clear()


@pytest.fixture(autouse=True)
def _numbers_begin_anew(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("django_db"):
        begin_numbers_anew()


@pytest.fixture(scope="session", autouse=True)
def _clients_share_one_chain_of_middleware() -> Iterator[None]:
    """Each test client would load it anew, and with it the list of all static files."""
    load, first = ClientHandler.load_middleware, ClientHandler()

    def share(handler: Any, is_async: bool = False) -> None:
        if first._middleware_chain is None:  # type: ignore[attr-defined]
            load(first)
        handler._middleware_chain = first._middleware_chain  # type: ignore[attr-defined]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ClientHandler, "load_middleware", share)
        yield


@cache
def _cached_rules(_modules: int) -> list[Any]:
    """The functions of all domain/ modules that keep their answers; looked up again when more modules are there."""
    modules = [
        module for name, module in sys.modules.items() if name.startswith("pingyi.") and ".domain." in name
    ]
    return [value for module in modules for value in vars(module).values() if hasattr(value, "cache_clear")]
