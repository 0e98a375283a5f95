from collections import defaultdict
from collections.abc import Iterable
from typing import Any


def by_meeting(rows: Iterable[Any]) -> defaultdict[int, list[Any]]:
    """Rows that carry a meeting, in their order, by the meeting's id."""
    grouped: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.meeting_id].append(row)
    return grouped
