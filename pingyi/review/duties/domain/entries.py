"""What stands on a responsibility list: whose it is, duties of the year, projects of the year's plan."""

from enum import StrEnum


class Holder(StrEnum):
    """Whose list it is: the secretary as the person first responsible, or a body with its principal responsibility."""

    SECRETARY = "secretary"
    BODY = "body"


class Part(StrEnum):
    DUTY = "duty"
    PROJECT = "project"


class Strand(StrEnum):
    """党建, 思想政治, 意识形态 are planned and pushed together; integrity (廉洁) has duties only."""

    PARTY_BUILDING = "party_building"
    POLITICAL_WORK = "political_work"
    IDEOLOGY = "ideology"
    INTEGRITY = "integrity"


PLAN_STRANDS = (Strand.PARTY_BUILDING, Strand.POLITICAL_WORK, Strand.IDEOLOGY)


class ReportState(StrEnum):
    """Of a duty: nothing said yet, said to be done, found done by a second person."""

    OPEN = "open"
    REPORTED = "reported"
    CONFIRMED = "confirmed"


class NoteKind(StrEnum):
    """What is written down about an entry while its list is in force."""

    PROGRESS = "progress"
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    CHANGED = "changed"
    DROPPED = "dropped"
