"""What the ledgers of one made-up college state of 2025: the ground on which sentences of reports are judged."""

from datetime import date

from pingyi.organisations.domain.facts import Fact, Span

YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))
# code: value, out of how many.
STATED: dict[str, tuple[int, int | None]] = {
    "orglife.committee.done": (158, 168),
    "orglife.committee.records": (161, None),
    "orglife.members_meeting.done": (56, 56),
    "orglife.members_meeting.records": (58, None),
    "orglife.group.done": (300, 300),
    "orglife.group.records": (300, None),
    "orglife.party_class.done": (52, 56),
    "orglife.party_class.records": (60, None),
    "orglife.theme_day.done": (166, 168),
    "orglife.theme_day.records": (170, None),
    "orglife.life_meeting.done": (14, 14),
    "orglife.life_meeting.records": (14, None),
    "orglife.appraisal.done": (14, 14),
    "orglife.appraisal.records": (14, None),
    "orglife.secretaries.held": (7, None),
    "orglife.secretary_class.held": (2, None),
    "orglife.hours.reached": (297, 312),
    "orglife.members": (312, None),
    "orglife.branches": (14, None),
    "orglife.late_entries": (12, 560),
    "problems.closed": (2, 3),
    "problems.overdue": (1, 3),
    "problems.reopened": (0, 3),
    "tasks.done": (7, 8),
    "decisions.decided": (23, None),
    "decisions.party_first": (9, 9),
    "decisions.party_meetings": (11, None),
    "decisions.joint_meetings": (17, None),
    "decisions.overdue": (1, 19),
}
FACTS = tuple(Fact(YEAR, 1, code, value, f"台账 {code}", out_of) for code, (value, out_of) in STATED.items())
