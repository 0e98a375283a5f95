"""What is done with a topic before a meeting decides it. A refusal is shown at its form."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.acting import act_or_show
from pingyi.doors.office.decisions.reading import readable_meeting, readable_topic
from pingyi.doors.office.decisions.topic_page import topic_page
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_day, sent_number
from pingyi.ledgers.decisions.services import (
    Form,
    file_topic,
    mark_urgent,
    place_topic,
    record_talk,
    sign_form,
)

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.models import Topic


@office_page
@require_POST
def topic_file(request: OfficeRequest, topic_id: int) -> HttpResponse:
    """POST filed_on, characters, minutes, signed_on (the last three may be empty)."""
    sent = request.POST

    def act(topic: "Topic") -> None:
        file_topic(
            actor=request.actor,
            now=now(),
            topic=topic,
            filed_on=sent_day(sent, "filed_on"),
            form=Form(
                characters=_count(sent, "characters"),
                minutes=_count(sent, "minutes"),
                signed_on=sent_day(sent, "signed_on"),
            ),
        )

    return _done(request, topic_id, "file", act, Words("报送了。接着记书记和行政正职的会前协调。"))


@office_page
@require_POST
def topic_sign(request: OfficeRequest, topic_id: int) -> HttpResponse:
    """POST signed_on."""

    def act(topic: "Topic") -> None:
        sign_form(actor=request.actor, now=now(), topic=topic, signed_on=sent_day(request.POST, "signed_on"))

    return _done(request, topic_id, "sign", act, Words("记下了。"))


@office_page
@require_POST
def topic_urgent(request: OfficeRequest, topic_id: int) -> HttpResponse:
    """POST urgent_on, urgent_note."""

    def act(topic: "Topic") -> None:
        mark_urgent(
            actor=request.actor,
            now=now(),
            topic=topic,
            urgent_on=sent_day(request.POST, "urgent_on"),
            note=request.POST.get("urgent_note", ""),
        )

    return _done(request, topic_id, "urgent", act, Words("记下了。尽快上会追认。"))


@office_page
@require_POST
def topic_talk(request: OfficeRequest, topic_id: int) -> HttpResponse:
    """POST kind, person or who, happened_on, answer, note."""
    sent = request.POST

    def act(topic: "Topic") -> None:
        record_talk(
            actor=request.actor,
            now=now(),
            topic=topic,
            kind=sent.get("kind", ""),
            happened_on=sent_day(sent, "happened_on"),
            answer=sent.get("answer", ""),
            person_id=sent_number(sent, "person"),
            who=sent.get("who", ""),
            note=sent.get("note", ""),
        )

    return _done(request, topic_id, "talk", act, Words("记下了。"))


@office_page
@require_POST
def topic_place(request: OfficeRequest, topic_id: int) -> HttpResponse:
    """POST meeting."""

    def act(topic: "Topic") -> None:
        number = sent_number(request.POST, "meeting")
        if not number:
            raise Refused(Words("选一次会。没有的，先安排会议。"), code="form.meeting")
        place_topic(
            actor=request.actor, now=now(), meeting=readable_meeting(request.actor, number), topic=topic
        )

    return _done(request, topic_id, "place", act, Words("列入议程了。"))


def _count(sent: Mapping[str, str], field: str) -> int | None:
    """A whole number as typed, None for nothing; -1, which is refused, for what is no number."""
    text = sent.get(field, "").strip()
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _done(
    request: OfficeRequest, topic_id: int, form: str, act: "Callable[[Topic], None]", said: str
) -> HttpResponse:
    topic = readable_topic(request.actor, topic_id)
    return act_or_show(
        request,
        lambda: act(topic),
        lambda failed: topic_page(request, topic, failed),
        form=form,
        back=reverse("office:topic-show", args=[topic_id]),
        said=said,
    )
