"""What every test in a browser needs."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import running_chromium
from tests.browser.walk.house import House, furnished


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest walk first, else one of two workers does it alone at the end."""
    items.sort(key=lambda item: item.path.name != "test_whole_review.py")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Started once; every test opens contexts of its own."""
    with running_chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Reviews in every state behind one server, for tests that look at many pages and change little."""
    house = furnished(tmp_path_factory.mktemp("house"))
    yield house
    house.server.stop()
