"""What every test in a browser needs."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import running_chromium


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Started once; every test opens contexts of its own."""
    with running_chromium() as browser:
        yield browser
