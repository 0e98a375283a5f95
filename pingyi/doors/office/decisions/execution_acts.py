"""What becomes of a decision: tasks, progress, supervision, evaluation."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.doors.office.acting import act_or_show
from pingyi.doors.office.decisions.reading import readable_execution, readable_topic
from pingyi.doors.office.decisions.topic_page import topic_page
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_day, sent_number
from pingyi.ledgers.decisions.services import (
    assign_execution,
    evaluate_execution,
    finish_execution,
    note_progress,
    supervise_execution,
)

_NOTES: dict[str, Callable[..., Any]] = {
    "progress": note_progress,
    "supervise": supervise_execution,
    "evaluate": evaluate_execution,
}


@office_page
@require_POST
def execution_assign(request: OfficeRequest, topic_id: int) -> HttpResponse:
    """POST task, responsible, due_on."""
    topic = readable_topic(request.actor, topic_id)
    return act_or_show(
        request,
        lambda: assign_execution(
            actor=request.actor,
            now=now(),
            topic=topic,
            task=request.POST.get("task", ""),
            responsible_id=sent_number(request.POST, "responsible"),
            due_on=sent_day(request.POST, "due_on"),
        ),
        lambda failed: topic_page(request, topic, failed),
        form="assign",
        back=reverse("office:topic-show", args=[topic_id]),
        said=Words("任务定下了，到期没有办完会提醒。"),
    )


@office_page
@require_POST
def execution_note(request: OfficeRequest, execution_id: int) -> HttpResponse:
    """POST act (progress|finish|supervise|evaluate), text, done_on (for finish)."""
    execution = readable_execution(request.actor, execution_id)
    sent = request.POST

    def act() -> None:
        asked: dict[str, Any] = {"actor": request.actor, "now": now(), "execution": execution}
        if sent.get("act") == "finish":
            finish_execution(**asked, text=sent.get("text", ""), done_on=sent_day(sent, "done_on"))
        elif sent.get("act") in _NOTES:
            _NOTES[sent["act"]](**asked, text=sent.get("text", ""))
        else:
            raise Missing

    topic = readable_topic(request.actor, execution.topic_id)
    return act_or_show(
        request,
        act,
        lambda failed: topic_page(request, topic, failed),
        form=f"execution-{execution_id}",
        back=reverse("office:topic-show", args=[execution.topic_id]),
        said=Words("记下了。"),
    )
