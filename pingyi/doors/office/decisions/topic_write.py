"""Writing a topic down, and changing it while it is a draft."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.faults import Gathered
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed
from pingyi.doors.office.decisions.reading import (
    choices,
    may_write,
    people_choices,
    readable_topic,
    sent_amount,
    units_seen,
)
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_day, sent_number
from pingyi.ledgers.decisions.domain.amounts import typed_amount
from pingyi.ledgers.decisions.domain.matters import TopicKind
from pingyi.ledgers.decisions.phrases import AUTHORITIES, KINDS, MAJORS, SUBJECTS
from pingyi.ledgers.decisions.queries.people import people_of
from pingyi.ledgers.decisions.services import Wish, change_topic, draft_topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pingyi.doors.office.form_fields import Field, FormState
    from pingyi.ledgers.decisions.models import Topic
    from pingyi.organisations.models import Organisation


@office_page
@require_http_methods(["GET", "POST"])
def topic_draft(request: OfficeRequest) -> HttpResponse:
    """GET organisation. POST organisation and the fields of a topic."""
    wanted = sent_number(request.POST or request.GET, "organisation")
    writable = [one for one in units_seen(request.actor) if may_write(request.actor, one)]
    organisation = next(
        (one for one in writable if one.pk == wanted), writable[0] if len(writable) == 1 else None
    )
    if organisation is None:
        return render(request, "office/topic-unit.html", {"units": writable})
    if request.method == "GET":
        return _page(request, organisation, None, NOT_FAILED)
    try:
        topic = _all_at_once(
            request,
            lambda wish: draft_topic(actor=request.actor, now=now(), organisation=organisation, wish=wish),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, organisation, None, _failed(request, refusal))
    messages.success(request, Words("记下了。归哪个会议，系统按规则算好了；接着报送。"))
    return redirect("office:topic-show", topic.pk)


@office_page
@require_http_methods(["GET", "POST"])
def topic_change(request: OfficeRequest, topic_id: int) -> HttpResponse:
    """POST the fields of a topic."""
    topic = readable_topic(request.actor, topic_id)
    if request.method == "GET":
        return _page(request, topic.organisation, topic, NOT_FAILED)
    try:
        held = topic
        _all_at_once(
            request, lambda wish: change_topic(actor=request.actor, now=now(), topic=held, wish=wish)
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, topic.organisation, topic, _failed(request, refusal))
    messages.success(request, Words("改好了。"))
    return redirect("office:topic-show", topic.pk)


def _all_at_once(request: OfficeRequest, act: "Callable[[Wish], Topic]") -> "Topic":
    """Does it, or tells what cannot be read together with what the rules refuse. What cannot be read is handed on as
    nothing that a topic could have, so the act is refused too.
    """
    sent, found = request.POST, Gathered()
    amount = found.read(lambda: sent_amount(sent.get("amount", "")))
    proposed_on = found.read(lambda: sent_day(sent, "proposed_on"))
    is_amount = amount is not None or not sent.get("amount", "").strip()
    wish = replace(_sent_wish(sent), amount=amount if is_amount else -1, proposed_on=proposed_on)
    try:
        return act(wish)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        raise found.with_also(refusal) from refusal


def _sent_wish(sent: "Mapping[str, str]") -> Wish:
    return Wish(
        title=sent.get("title", ""),
        subject=sent.get("subject", ""),
        presenter_id=sent_number(sent, "presenter"),
        proposed_on=None,
        summary=sent.get("summary", ""),
        major=sent.get("major", ""),
        authority=sent.get("authority", ""),
        kind=sent.get("kind", TopicKind.DECISION),
        proposer_id=sent_number(sent, "proposer"),
    )


def _failed(request: OfficeRequest, refusal: Refused) -> Failed:
    return Failed("topic", refusal, {name: str(value) for name, value in request.POST.items()})


def _page(
    request: OfficeRequest, organisation: "Organisation", topic: "Topic | None", failed: Failed
) -> HttpResponse:
    form = failed.state("topic", **_stored(topic))
    shown = {
        "organisation": organisation,
        "topic": topic,
        "refusal": failed.loose,
        "title_field": form.field(
            "title", Words("议题"), hint=Words("要办的事，一句话。一个议题一件事。"), is_required=True
        ),
        "summary_field": form.field("summary", Words("要会议定什么"), hint=Words("可以空着。")),
        "fields": _fields(form, organisation),
    }
    return render(request, "office/topic-draft.html", shown, status=failed.status)


def _stored(topic: "Topic | None") -> dict[str, str]:
    if topic is None:
        return {"proposed_on": today(now()).isoformat(), "subject": "other", "kind": "decision"}
    return {
        "title": topic.title,
        "summary": topic.summary,
        "kind": topic.kind,
        "proposer": str(topic.proposer_id or ""),
        "subject": topic.subject,
        "major": topic.major,
        "authority": topic.authority,
        "presenter": str(topic.presenter_id),
        "proposed_on": topic.proposed_on.isoformat(),
        "amount": typed_amount(topic.amount),
    }


def _fields(form: "FormState", organisation: "Organisation") -> "list[Field]":
    people = people_choices(people_of(organisation))
    return [
        form.field(
            "kind",
            Words("类别"),
            kind="select",
            options=choices(KINDS),
            hint=Words("决策类要表决；汇报类、学习类只听取。"),
        ),
        form.field("proposer", Words("谁提出"), kind="select", options=people),
        form.field("subject", Words("属于哪方面"), kind="select", options=choices(SUBJECTS)),
        form.field("major", Words("三重一大"), kind="select", options=choices(MAJORS)),
        form.field("amount", Words("金额（万元）"), hint=Words("没有就空着。")),
        form.field("authority", Words("干部管理权限"), kind="select", options=choices(AUTHORITIES)),
        form.field(
            "presenter",
            Words("分管负责人"),
            kind="select",
            options=people,
            hint=Words("会上由谁汇报。"),
        ),
        form.field("proposed_on", Words("哪天提出"), kind="date", is_required=True),
    ]
