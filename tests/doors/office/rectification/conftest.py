"""The pages of rectification are tested four days after the meeting, with a data folder of their own."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.factories.world import NOW


@pytest.fixture(autouse=True)
def _four_days_after_the_meeting(settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.write_text((NOW + timedelta(days=4)).isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))
    settings.DATA = tmp_path
