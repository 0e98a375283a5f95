from collections.abc import Iterator

import pytest
from django_scopes import scopes_disabled


@pytest.fixture(autouse=True)
def unscoped() -> Iterator[None]:
    """Tests look at rows of any institution; that the doors open a scope is tested at the doors."""
    with scopes_disabled():
        yield
