from collections.abc import Iterator
from pathlib import Path

import pytest
from django_scopes import scopes_disabled

from tests.factories.results import LATER


@pytest.fixture(autouse=True)
def unscoped() -> Iterator[None]:
    """For preparing and looking; requests open the scope of the one who is signed in."""
    with scopes_disabled():
        yield


@pytest.fixture(autouse=True)
def _four_days_after_the_meeting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.write_text(LATER.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))
