"""One activity: what was written, what the rules say, its files, and the way from draft to confirmed."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.orglife.places import LedgerPlace, place_of
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_file import limit_mb, sent_upload
from pingyi.doors.office.stored_file import stored_file_answer
from pingyi.ledgers.kit.domain.lateness import days_after, is_late
from pingyi.ledgers.kit.domain.states import OPEN, State
from pingyi.ledgers.kit.phrases import STATES, VERDICTS
from pingyi.ledgers.kit.queries import lineage_ids
from pingyi.ledgers.kit.queries.history import steps_of
from pingyi.ledgers.kit.rules import may_check_records
from pingyi.ledgers.kit.services import (
    confirm_record,
    file_record,
    remove_evidence,
    return_record,
)
from pingyi.ledgers.orglife.phrases import LENGTHS
from pingyi.ledgers.orglife.queries.activities import evidence_of, find_activity, find_evidence, seats_of
from pingyi.ledgers.orglife.queries.basis import Basis, orglife_rules
from pingyi.ledgers.orglife.queries.each_checks import findings_of_activity
from pingyi.ledgers.orglife.services import add_activity_evidence, remove_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from pingyi.ledgers.orglife.models import Activity


@office_page
@require_GET
def activity_show(request: OfficeRequest, activity_id: int) -> HttpResponse:
    return _page(request, *_seen(request, activity_id), NOT_FAILED)


@office_page
@require_POST
def activity_file(request: OfficeRequest, activity_id: int) -> HttpResponse:
    """POST nothing."""
    activity, place = _seen(request, activity_id)
    return _act(
        request,
        activity,
        place,
        lambda: file_record(actor=request.actor, now=now(), record=activity),
        said=Words("报上去了，等上级确认。"),
    )


@office_page
@require_POST
def activity_confirm(request: OfficeRequest, activity_id: int) -> HttpResponse:
    """POST nothing."""
    activity, place = _seen(request, activity_id)
    return _act(
        request,
        activity,
        place,
        lambda: confirm_record(actor=request.actor, now=now(), record=activity),
        said=Words("确认了。"),
    )


@office_page
@require_POST
def activity_return(request: OfficeRequest, activity_id: int) -> HttpResponse:
    """POST `reason`."""
    activity, place = _seen(request, activity_id)
    return _act(
        request,
        activity,
        place,
        lambda: return_record(
            actor=request.actor, now=now(), record=activity, reason=request.POST.get("reason", "")
        ),
        said=Words("退回了，理由写在上面。"),
        form="return",
    )


@office_page
@require_POST
def activity_remove(request: OfficeRequest, activity_id: int) -> HttpResponse:
    """POST nothing. Only drafts."""
    activity, place = _seen(request, activity_id)
    back = reverse("office:activity-list", args=[place.organisation.pk])
    return _act(
        request,
        activity,
        place,
        lambda: remove_draft(actor=request.actor, now=now(), activity=activity),
        said=Words("草稿删掉了。"),
        back=back,
    )


@office_page
@require_POST
def activity_evidence_add(request: OfficeRequest, activity_id: int) -> HttpResponse:
    """POST `file`, `description`."""
    activity, place = _seen(request, activity_id)

    def add() -> object:
        upload = sent_upload(
            request,
            none=Words("还没有选文件。选一张照片或一份材料再传。"),
            too_large=Words("文件超过{limit} MB，没有上传。请压缩图片再传。", limit=limit_mb()),
        )
        return add_activity_evidence(
            actor=request.actor,
            now=now(),
            activity=activity,
            name=str(upload.name),
            content=bytes(upload.read()),
            description=request.POST.get("description", ""),
        )

    return _act(request, activity, place, add, said=Words("收到了。"), form="evidence")


@office_page
@require_POST
def activity_evidence_remove(request: OfficeRequest, activity_id: int, photo_id: int) -> HttpResponse:
    """POST nothing."""
    activity, place = _seen(request, activity_id)
    evidence = find_evidence(activity, photo_id)
    return _act(
        request,
        activity,
        place,
        lambda: remove_evidence(actor=request.actor, now=now(), record=activity, evidence=evidence),
        said=Words("撤下了，办事记录里留着它来过。"),
    )


@office_page
@require_GET
def activity_evidence_file(request: OfficeRequest, activity_id: int, photo_id: int) -> HttpResponse:
    """The file to keep."""
    activity, _ = _seen(request, activity_id)
    return stored_file_answer(find_evidence(activity, photo_id).file)


def _seen(request: OfficeRequest, activity_id: int) -> "tuple[Activity, LedgerPlace]":
    """The activity, if the actor sees its organisation."""
    activity = find_activity(activity_id)
    return activity, place_of(request, activity.organisation_id)


def _act(
    request: OfficeRequest,
    activity: "Activity",
    place: LedgerPlace,
    act: "Callable[[], object]",
    *,
    said: str,
    form: str = "",
    back: str = "",
) -> HttpResponse:
    return act_or_show(
        request,
        act,
        lambda failed: _page(request, find_activity(activity.pk), place, failed),
        form=form,
        back=back or reverse("office:activity-show", args=[activity.pk]),
        said=said,
    )


def _page(request: OfficeRequest, activity: "Activity", place: LedgerPlace, failed: Failed) -> HttpResponse:
    rulebook, day = orglife_rules(), activity.happened_on
    lineage = lineage_ids(activity.organisation)
    findings = findings_of_activity(activity, rulebook)
    shown = {
        "activity": activity,
        "place": place,
        "kind_words": Basis(rulebook, {}).kind_words(activity.kind, day),
        "state_words": STATES[activity.state],
        "length_words": LENGTHS[activity.length],
        "findings": [(one, VERDICTS[one.verdict]) for one in findings],
        "seats": seats_of(activity),
        "evidence": evidence_of(activity),
        "steps": steps_of(activity),
        "days_after": days_after(day, activity.recorded_on),
        "is_late": is_late(day, activity.recorded_on, rulebook.number("late_after_days", day)),
        "is_open": activity.state in OPEN and place.may_write,
        "may_check": may_check_records(request.actor, lineage, activity.recorded_by_id),
        "waits": activity.state == State.FILED,
        "may_remove": activity.state == State.DRAFT and place.may_write,
        "reason_field": failed.state("return").field("reason", Words("退回的理由")),
        "file_field": failed.state("evidence").field("file", Words("照片或材料")),
        "failed": failed,
    }
    return render(request, "office/activity-show.html", shown, status=failed.status)
