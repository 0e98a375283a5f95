"""Each test has a folder of its own and a clock that stands still."""

from pathlib import Path
from typing import Any

import pytest

from tests.factories.world import NOW


@pytest.fixture(autouse=True)
def _own_clock(monkeypatch: Any, tmp_path: Path, settings: Any) -> None:
    clock = tmp_path / "clock"
    clock.write_text(NOW.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))
    settings.DATA = tmp_path
