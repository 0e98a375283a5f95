"""How lists and their entries are shown: chips, whose list it is."""

from typing import TYPE_CHECKING

from pingyi.core.words import Words
from pingyi.doors.office.rectification.lines import Chip
from pingyi.review.duties.domain.standing import Standing
from pingyi.review.duties.phrases import STANDINGS, STRANDS

if TYPE_CHECKING:
    from pingyi.review.duties.models import DutyList
    from pingyi.review.duties.queries.readings import Entry, ListReading

_LOOKS: dict[Standing, tuple[str, str]] = {
    Standing.DONE: ("ok", "circle-check"),
    Standing.WAITING: ("info", "hourglass"),
    Standing.AGAIN: ("soon", "refresh"),
    Standing.LATE: ("late", "alert-triangle"),
    Standing.OPEN: ("line", "circle-dashed"),
    Standing.DROPPED: ("line", "x"),
}


def chip_of(standing: Standing) -> Chip:
    look, icon = _LOOKS[standing]
    return Chip(STANDINGS[standing], look, icon)


def whose(duty_list: "DutyList") -> str:
    """For a heading: the organisation with its first responsible person, or the body's name."""
    if duty_list.body is not None:
        return str(duty_list.body.name)
    return Words(
        "{organisation}　{person}",
        organisation=duty_list.organisation.name,
        person=duty_list.person.name if duty_list.person else "",
    )


Line = tuple["Entry", Chip]
Section = tuple[str, list[Line]]


def duty_sections(reading: "ListReading") -> list[Section]:
    return [(STRANDS[strand], _lines(entries)) for strand, entries in reading.duties]


def plan_sections(reading: "ListReading") -> list[Section]:
    return [(STRANDS[strand], _lines(entries)) for strand, entries in reading.plan]


def _lines(entries: "tuple[Entry, ...]") -> list[Line]:
    return [(entry, chip_of(entry.standing)) for entry in entries]
