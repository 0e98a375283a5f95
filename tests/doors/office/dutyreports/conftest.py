from datetime import timedelta
from pathlib import Path

import pytest

from tests.factories.reports import DUE


@pytest.fixture(autouse=True)
def _three_days_before_the_deadline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    clock = tmp_path / "clock"
    clock.write_text((DUE - timedelta(days=3)).isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))
    return clock
