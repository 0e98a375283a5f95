"""The responsibility list beside the duty report: what the secretary had to do this year, and how it stands."""

from typing import TYPE_CHECKING

from pingyi.core.clock import now, today
from pingyi.doors.office.duties.words import Section, duty_sections, plan_sections
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.duties.queries import list_of_secretary
from pingyi.review.duties.rules import may_read_list

if TYPE_CHECKING:
    from pingyi.organisations.actor import Actor
    from pingyi.review.cycles.models import Reporter
    from pingyi.review.duties.queries.readings import ListReading


def list_beside(actor: "Actor", reporter: "Reporter") -> "tuple[ListReading, list[Section]] | None":
    """The list in force of the reporter's organisation with its sections, for whoever may read it."""
    at = reckoning_on(today(now()), reporter.institution_id)
    reading = list_of_secretary(reporter.cycle, reporter.organisation, at)
    if reading is None or not may_read_list(actor, reading.duty_list):
        return None
    plan = [(title, lines) for title, lines in plan_sections(reading) if lines]
    return reading, [*duty_sections(reading), *plan]
