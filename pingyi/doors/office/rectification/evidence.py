"""Evidence of a task: handed in, handed out, taken back."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.doors.office.acting import act_or_show
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.reading import handed_in
from pingyi.doors.office.rectification.task_pages import here, readable_task, task_page
from pingyi.doors.office.sent_fields import sent_day
from pingyi.doors.office.stored_file import stored_file_answer
from pingyi.review.rectification.queries.lookup import find_evidence
from pingyi.review.rectification.services import add_evidence, remove_evidence


@office_page
@require_POST
def evidence_add(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST note, happened_on (today, if empty), file (may be left out)."""
    task = readable_task(request.actor, task_id)
    return act_or_show(
        request,
        lambda: add_evidence(
            actor=request.actor,
            now=now(),
            task=task,
            note=request.POST.get("note", ""),
            happened_on=sent_day(request.POST, "happened_on"),
            file=handed_in(request),
        ),
        lambda failed: task_page(request, task, failed),
        form="evidence",
        back=f"{here(task)}#evidence",
        said=Words("佐证收到了。"),
    )


@office_page
@require_POST
def evidence_remove(request: OfficeRequest, task_id: int, evidence_id: int) -> HttpResponse:
    """POST nothing."""
    task = readable_task(request.actor, task_id)
    evidence = find_evidence(task, evidence_id)
    return act_or_show(
        request,
        lambda: remove_evidence(actor=request.actor, now=now(), evidence=evidence),
        lambda failed: task_page(request, task, failed),
        form="remove",
        back=f"{here(task)}#evidence",
        said=Words("佐证撤下了，办事记录里留着它来过。"),
    )


@office_page
@require_GET
def evidence_file(request: OfficeRequest, task_id: int, evidence_id: int) -> HttpResponse:
    """The file to keep."""
    stored = find_evidence(readable_task(request.actor, task_id), evidence_id).file
    if stored is None:
        raise Missing(Words("这份佐证没有文件，只有说明。"), code="evidence.no_file")
    return stored_file_answer(stored)
