"""The topics of the units that one sees: next step, alarms."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.doors.office.decisions.reading import units_seen
from pingyi.doors.office.decisions.words import ALARMS, MOVES
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.ledgers.decisions.phrases import BODIES, MAJORS, STATES, SUBJECTS
from pingyi.ledgers.decisions.queries.board import Show, TopicLine, topic_board

if TYPE_CHECKING:
    from collections.abc import Mapping


@office_page
@require_GET
def topic_list(request: OfficeRequest) -> HttpResponse:
    """GET show (open|alarm|over), organisation, page."""
    units = units_seen(request.actor)
    wanted = sent_number(request.GET, "organisation")
    chosen = [one.pk for one in units if wanted in (0, one.pk)]
    asked = request.GET.get("show", "")
    show = Show(asked) if asked in list(Show) else Show.OPEN
    day = today(now())
    board = topic_board(chosen, day, show=show, page=sent_number(request.GET, "page"))
    shown = {
        "board": board,
        "lines": [_shown(line) for line in board.lines],
        "show": show.value,
        "wanted": wanted,
        "units": units,
        "year": day.year,
        "may_write": request.actor.has_role("clerk", "secretary"),
    }
    return render(request, "office/topic-list.html", shown)


def _shown(line: TopicLine) -> "Mapping[str, object]":
    topic = line.topic
    return {
        "topic": topic,
        "kind": MAJORS[topic.major] if topic.major else SUBJECTS[topic.subject],
        "decides": BODIES[topic.decides],
        "state": STATES[topic.state],
        "next": MOVES[line.move] if line.move else "",
        "alarm": ALARMS[line.alarm] if line.alarm else "",
    }
