from collections.abc import Iterator

import pytest
from django_scopes import scopes_disabled

from pingyi.doors.phone import guessing


@pytest.fixture(autouse=True)
def nobody_guessed_before() -> Iterator[None]:
    guessing.forget()
    yield
    guessing.forget()


@pytest.fixture
def unscoped() -> Iterator[None]:
    """For preparing and looking; the requests themselves open their own scope."""
    with scopes_disabled():
        yield
