"""A college on its day, whose clock stands still."""

from collections.abc import Iterator
from typing import Any

import pytest
from django_scopes import scope

from tests.factories.decisions import NOW, College, make_college


@pytest.fixture
def college(db: None, monkeypatch: Any, tmp_path: Any) -> Iterator[College]:
    clock = tmp_path / "clock"
    clock.write_text(NOW.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))
    made = make_college()
    with scope(institution=made.institution):
        yield made
