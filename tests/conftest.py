"""What holds for every test: markers that follow from what a test uses, and a browser suite that is asked for."""

import importlib.util
from pathlib import Path

import pytest

BROWSER = Path(__file__).parent / "browser"
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_serialized_rollback"}

# Without Playwright the browser suite cannot even be read; `run.py test --browser` installs it.
collect_ignore = [] if importlib.util.find_spec("playwright") else [str(BROWSER)]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests of the database `db` and tests below tests/browser `browser`, so that nobody can forget it."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or fixtures & DATABASE_FIXTURES:
            item.add_marker(pytest.mark.db)
        if BROWSER in item.path.parents:
            item.add_marker(pytest.mark.browser)
