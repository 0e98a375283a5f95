"""`found` as the one who installs calls it: an own data folder, a real process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.whole

PARTS = {
    "--code": "example",
    "--name": "示例大学党委组织部",
    "--clerk": "20180412",
    "--clerk-name": "林晓",
}


def found(folder: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    words = {**PARTS, **{f"--{name}": value for name, value in changed.items()}}
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pingyi",
            "found",
            "--json",
            *(part for pair in words.items() for part in pair),
        ],
        env={**environment, "PINGYI_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "pingyi.config.settings"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_an_empty_machine_gets_its_institution_and_first_clerk_once(tmp_path: Path) -> None:
    first, again = found(tmp_path), found(tmp_path, clerk="other")
    told = json.loads(first.stdout)
    assert (told["institution"], told["username"]) == ("示例大学党委组织部", "20180412")
    assert len(told["temporary_password"]) == 14
    assert again.returncode == 2
    assert "代号example已经用过了" in again.stderr
    assert again.stdout == ""
