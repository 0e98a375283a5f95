"""What surrounds the content of an office page: the person, the cycle in view, the navigation.

Costs two queries per page, whatever it shows: the cycles of the institution and their meetings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pingyi.doors.office.navigation import Group, navigation_for
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.queries.places import CyclePlace, cycle_places
from pingyi.review.appraisal.rules import may_see_progress


@dataclass(frozen=True)
class Shell:
    actor: Actor
    cycle: CyclePlace | None
    poll: CyclePlace | None
    cycles: tuple[CyclePlace, ...]
    groups: tuple[Group, ...]
    may_open_cycles: bool


def shell_of(actor: Actor, *, here: str, named: Mapping[str, Any], shown: Mapping[str, Any]) -> Shell:
    """`named` are the numbers in the address, `shown` what the view hands to its template."""
    cycles = cycle_places()
    cycle, poll = _in_view(cycles, named, shown)
    groups = navigation_for(
        actor,
        here=here,
        cycle_id=cycle.cycle_id if cycle else None,
        meetings=[(meeting.meeting_id, meeting.name) for meeting in cycle.meetings] if cycle else [],
        poll=(poll.cycle_id, poll.meetings[0].meeting_id, poll.name) if poll else None,
    )
    return Shell(actor, cycle, poll, tuple(cycles), tuple(groups), may_see_progress(actor))


def _in_view(
    cycles: list[CyclePlace], named: Mapping[str, Any], shown: Mapping[str, Any]
) -> tuple[CyclePlace | None, CyclePlace | None]:
    """The review that the address names, or the one of the row on the page, or the newest; with it the poll on its
    rectification, where the address names that."""
    cycle_id = named.get("poll_id") or named.get("cycle_id") or getattr(shown.get("cycle"), "pk", None)
    for word in ("meeting", "reporter", "problem"):
        cycle_id = cycle_id or getattr(shown.get(word), "cycle_id", None)
    meeting_id = named.get("meeting_id")
    for cycle in cycles:
        poll = next((one for one in cycle.polls if one.holds(cycle_id, meeting_id)), None)
        if poll or cycle.holds(cycle_id, meeting_id):
            return cycle, poll
    return (cycles[0] if cycles else None), None
