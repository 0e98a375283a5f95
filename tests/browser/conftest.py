"""What every test in a browser needs."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import running_chromium
from tests.browser.houses.standing import House, Houses, standing_houses
from tests.browser.people import People
from tests.browser.watching import Watch


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest walk first, else one of two workers does it alone at the end."""
    items.sort(key=lambda item: item.path.name != "test_whole_review.py")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Started once; every test opens contexts of its own."""
    with running_chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Houses]:
    """Started once; every story has a house of its own put there, which its module's fixture `house` chooses."""
    with standing_houses(tmp_path_factory.mktemp("houses")) as houses:
        yield houses


@pytest.fixture
def people(house: House, chromium: Browser) -> Iterator[People]:
    """Whoever comes to the module's house; nothing goes wrong in anybody's browser."""
    people = People(chromium, Watch(house.server.address))
    yield people
    people.leave()
    assert people.watch.faults == []
