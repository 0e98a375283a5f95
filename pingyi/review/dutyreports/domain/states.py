"""The life of a duty report: draft → submitted → accepted, or back with a reason, as often as needed."""

from enum import StrEnum


class ReportState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class Act(StrEnum):
    SAVE = "save"
    SUBMIT = "submit"
    RETURN = "return"
    ACCEPT = "accept"


# An accepted report may be returned too: what is found late must not stay as it is.
AFTER: dict[tuple[ReportState, Act], ReportState] = {
    (ReportState.DRAFT, Act.SAVE): ReportState.DRAFT,
    (ReportState.DRAFT, Act.SUBMIT): ReportState.SUBMITTED,
    (ReportState.RETURNED, Act.SAVE): ReportState.RETURNED,
    (ReportState.RETURNED, Act.SUBMIT): ReportState.SUBMITTED,
    (ReportState.SUBMITTED, Act.RETURN): ReportState.RETURNED,
    (ReportState.SUBMITTED, Act.ACCEPT): ReportState.ACCEPTED,
    (ReportState.ACCEPTED, Act.RETURN): ReportState.RETURNED,
}


def state_after(state: str, act: Act) -> ReportState | None:
    """The state that the act leads to; None where it cannot be done."""
    return AFTER.get((ReportState(state), act))


def is_writable(state: str) -> bool:
    """Whether its secretary may change the text."""
    return state_after(state, Act.SAVE) is not None


def is_handed_in(state: str) -> bool:
    """Submitted or accepted: it counts among the reports that are in."""
    return state in {ReportState.SUBMITTED, ReportState.ACCEPTED}
