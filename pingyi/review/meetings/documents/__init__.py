"""Papers of one meeting: what the chair says, the agenda, sheets to sign."""

from pingyi.review.meetings.documents.agenda_paper import agenda_paper
from pingyi.review.meetings.documents.attendance_sheets import (
    SignClass,
    SignSheets,
    sign_form,
    sign_papers,
    sign_workbook,
)
from pingyi.review.meetings.documents.facts import AgendaLine, MeetingAgenda
from pingyi.review.meetings.documents.host_script import host_script

__all__ = [
    "AgendaLine",
    "MeetingAgenda",
    "SignClass",
    "SignSheets",
    "agenda_paper",
    "host_script",
    "sign_form",
    "sign_papers",
    "sign_workbook",
]
