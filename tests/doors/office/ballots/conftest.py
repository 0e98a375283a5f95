from collections.abc import Iterator

import pytest
from django_scopes import scopes_disabled


@pytest.fixture(autouse=True)
def unscoped() -> Iterator[None]:
    """For preparing and looking; requests open the scope of the one who is signed in."""
    with scopes_disabled():
        yield
