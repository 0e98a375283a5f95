from collections.abc import Iterator

import pytest
from django_scopes import scope

from tests.factories.plans import PlanWorld, make_ready_plan


@pytest.fixture
def world(db: None) -> Iterator[PlanWorld]:
    """A plan without gaps, with its institution in scope."""
    ready = make_ready_plan()
    with scope(institution=ready.institution):
        yield ready
