"""The papers of a review that are written as texts: which belong to a meeting, which carry a number."""

from enum import StrEnum


class Kind(StrEnum):
    PLAN = "plan"
    NOTICE = "notice"
    AGENDA = "agenda"
    SCRIPT = "script"
    REPORT = "report"
    CIRCULAR = "circular"


# Official documents with a letterhead; the others are for the hall.
NUMBERED = frozenset({Kind.PLAN, Kind.NOTICE, Kind.REPORT, Kind.CIRCULAR})
OF_MEETING = frozenset({Kind.NOTICE, Kind.AGENDA, Kind.SCRIPT})
