"""The labelled news texts: made up for the tests, each beside what it says. A key that is absent is not said."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("news")


def labelled(which: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, text and label of every text: `tuned` were looked at while the rules were written, `heldout` were not."""
    for path in sorted((FOLDER / which).glob("*.txt")):
        yield (
            path.stem,
            path.read_text(encoding="utf-8"),
            json.loads(path.with_suffix(".json").read_text("utf-8")),
        )
