"""The papers that lie with a topic and with a meeting: added, read, taken back."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.doors.office.acting import act_or_show
from pingyi.doors.office.decisions.meeting_page import meeting_page
from pingyi.doors.office.decisions.reading import readable_meeting, readable_topic
from pingyi.doors.office.decisions.topic_page import topic_page
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_file import limit_mb, sent_upload
from pingyi.doors.office.stored_file import stored_file_answer
from pingyi.ledgers.decisions.queries.lookup import (
    find_meeting_evidence,
    find_topic_evidence,
    record_of,
)
from pingyi.ledgers.decisions.services import (
    add_meeting_evidence,
    add_topic_evidence,
    remove_topic_evidence,
)
from pingyi.ledgers.kit.services import remove_evidence

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.models import DecisionMeeting, MeetingRecord

_ADDED = Words("收到了。")
_REMOVED = Words("撤下了，办事记录里留着它来过。")


@office_page
@require_POST
def topic_evidence_add(request: OfficeRequest, topic_id: int) -> HttpResponse:
    """POST `file`, `description`."""
    topic = readable_topic(request.actor, topic_id)
    return act_or_show(
        request,
        lambda: add_topic_evidence(actor=request.actor, now=now(), topic=topic, **_sent(request)),
        lambda failed: topic_page(request, topic, failed),
        form="evidence",
        back=f"{reverse('office:topic-show', args=[topic_id])}#evidence",
        said=_ADDED,
    )


@office_page
@require_POST
def topic_evidence_remove(request: OfficeRequest, topic_id: int, topic_paper_id: int) -> HttpResponse:
    """POST nothing."""
    topic = readable_topic(request.actor, topic_id)
    evidence = find_topic_evidence(topic, topic_paper_id)
    return act_or_show(
        request,
        lambda: remove_topic_evidence(actor=request.actor, now=now(), topic=topic, evidence=evidence),
        lambda failed: topic_page(request, topic, failed),
        form="evidence",
        back=f"{reverse('office:topic-show', args=[topic_id])}#evidence",
        said=_REMOVED,
    )


@office_page
@require_GET
def topic_evidence_file(request: OfficeRequest, topic_id: int, topic_paper_id: int) -> HttpResponse:
    """The file to keep."""
    topic = readable_topic(request.actor, topic_id)
    return stored_file_answer(find_topic_evidence(topic, topic_paper_id).file)


@office_page
@require_POST
def meeting_evidence_add(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """POST `file`, `description`."""
    meeting = readable_meeting(request.actor, decision_meeting_id)
    record = _record(meeting)
    return act_or_show(
        request,
        lambda: add_meeting_evidence(actor=request.actor, now=now(), record=record, **_sent(request)),
        lambda failed: meeting_page(request, meeting, failed),
        form="evidence",
        back=f"{reverse('office:decision-meeting-show', args=[decision_meeting_id])}#evidence",
        said=_ADDED,
    )


@office_page
@require_POST
def meeting_evidence_remove(
    request: OfficeRequest, decision_meeting_id: int, meeting_paper_id: int
) -> HttpResponse:
    """POST nothing."""
    meeting = readable_meeting(request.actor, decision_meeting_id)
    evidence, record = find_meeting_evidence(meeting, meeting_paper_id), _record(meeting)
    return act_or_show(
        request,
        lambda: remove_evidence(actor=request.actor, now=now(), record=record, evidence=evidence),
        lambda failed: meeting_page(request, meeting, failed),
        form="evidence",
        back=f"{reverse('office:decision-meeting-show', args=[decision_meeting_id])}#evidence",
        said=_REMOVED,
    )


@office_page
@require_GET
def meeting_evidence_file(
    request: OfficeRequest, decision_meeting_id: int, meeting_paper_id: int
) -> HttpResponse:
    """The file to keep."""
    meeting = readable_meeting(request.actor, decision_meeting_id)
    return stored_file_answer(find_meeting_evidence(meeting, meeting_paper_id).file)


def _sent(request: OfficeRequest) -> Mapping[str, Any]:
    upload = sent_upload(
        request,
        none=Words("还没有选文件。选一张照片或一份材料再传。"),
        too_large=Words("文件超过{limit} MB，没有上传。请压缩图片再传。", limit=limit_mb()),
    )
    return {
        "name": str(upload.name),
        "content": bytes(upload.read()),
        "description": request.POST.get("description", ""),
    }


def _record(meeting: "DecisionMeeting") -> "MeetingRecord":
    record = record_of(meeting)
    if record is None:
        raise Missing(Words("会开了以后，再传会上的材料。"), code="meeting.not_begun")
    return record
