"""The judgement runs what the README tells people to run."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "command",
    [
        "python3 run.py demo",
        "python3 run.py test",
        "python3 run.py test --whole --browser --pg",
        "python3 run.py lint",
    ],
)
def test_the_commands_of_the_readme_are_those_of_the_judgement(command: str) -> None:
    line = re.compile(rf"^    {re.escape(command)}(\s{{2,}}#.*)?$", re.MULTILINE)

    for twin in ("README.md", "README.zh.md"):
        assert line.search((ROOT / twin).read_text("utf-8"))
    assert re.search(rf"{re.escape(command)}(?![\w-])", (ROOT / ".ci" / "run").read_text("utf-8"))
