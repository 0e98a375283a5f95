from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class TaskCount:
    """How far the tasks of a problem are; `next_due` is the nearest day of those still open."""

    total: int = 0
    closed: int = 0
    next_due: date | None = None
