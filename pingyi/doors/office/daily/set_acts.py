"""What is done about indicator sets: begun, put in force, taken further, thrown away."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.acting import Failed, act_or_show
from pingyi.doors.office.daily.reading import measure_titles
from pingyi.doors.office.daily.sets import known_measures, list_page, show_page
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_file import sent_list
from pingyi.organisations.phrases import ORGANISATION_KINDS
from pingyi.review.daily.domain.indicators import Gap, Origin
from pingyi.review.daily.domain.samples import SAMPLES
from pingyi.review.daily.queries.sets import find_set
from pingyi.review.daily.services import (
    SetFields,
    begin_set,
    begin_version,
    copy_set,
    discard_set,
    import_set,
    make_set,
    put_in_force,
)

ALL_KINDS = SetFields(tuple(ORGANISATION_KINDS), "", Gap.LEAVE_OUT, Gap.ZERO)


@office_page
@require_POST
def set_make(request: OfficeRequest) -> HttpResponse:
    """POST name: an own set, without a row to begin with."""
    name = request.POST.get("name", "")
    try:
        made = begin_set(actor=request.actor, now=now(), name=name, fields=ALL_KINDS)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return list_page(request, Failed("make", refusal, request.POST.dict()))
    return redirect("office:daily-set-edit", made.pk)


@office_page
@require_POST
def set_sample(request: OfficeRequest, sample_key: str) -> HttpResponse:
    """No fields: the sample as the institution's first draft."""
    sample = SAMPLES.get(sample_key)
    if sample is None:
        raise Missing(Words("没有这套样例。请回到“考核指标”页。"), code="daily_sample.missing")
    return act_or_show(
        request,
        lambda: make_set(
            actor=request.actor,
            now=now(),
            name=sample.name,
            fields=SetFields(sample.kinds, str(sample.source), Gap.ZERO, Gap.ZERO),
            rows=sample.rows,
            measures=known_measures(),
            origin=Origin.PROGRAMME,
        ),
        lambda failed: list_page(request, failed),
        form="sample",
        back=reverse("office:daily-set-list"),
        said=Words("样例放进来了，是草稿。分值照本单位的改，再让它生效。"),
    )


@office_page
@require_POST
def set_upload(request: OfficeRequest) -> HttpResponse:
    """POST name, file (.xlsx in the form of the template): an own set as a draft."""
    try:
        made = import_set(
            actor=request.actor,
            now=now(),
            name=request.POST.get("name", ""),
            content=sent_list(request),
            fields=ALL_KINDS,
            titles=measure_titles(),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return list_page(request, Failed("upload", refusal, request.POST.dict()))
    return redirect("office:daily-set-show", made.pk)


@office_page
@require_POST
def set_in_force(request: OfficeRequest, indicator_set_id: int) -> HttpResponse:
    """No fields."""
    row = find_set(indicator_set_id)
    return act_or_show(
        request,
        lambda: put_in_force(actor=request.actor, now=now(), indicator_set=row, measures=known_measures()),
        lambda failed: show_page(request, row, failed),
        form="in-force",
        back=reverse("office:daily-set-show", args=[row.pk]),
        said=Words("生效了。到“日常考核”里选它。"),
    )


@office_page
@require_POST
def set_version(request: OfficeRequest, indicator_set_id: int) -> HttpResponse:
    """No fields: the next version, or the draft of it that is there."""
    made = begin_version(actor=request.actor, now=now(), indicator_set=find_set(indicator_set_id))
    return redirect("office:daily-set-edit", made.pk)


@office_page
@require_POST
def set_copy(request: OfficeRequest, indicator_set_id: int) -> HttpResponse:
    """POST name."""
    row = find_set(indicator_set_id)
    try:
        made = copy_set(actor=request.actor, now=now(), indicator_set=row, name=request.POST.get("name", ""))
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return show_page(request, row, Failed("copy", refusal, request.POST.dict()))
    return redirect("office:daily-set-edit", made.pk)


@office_page
@require_POST
def set_discard(request: OfficeRequest, indicator_set_id: int) -> HttpResponse:
    """No fields; a draft only."""
    row = find_set(indicator_set_id)
    return act_or_show(
        request,
        lambda: discard_set(actor=request.actor, now=now(), indicator_set=row),
        lambda failed: show_page(request, row, failed),
        form="discard",
        back=reverse("office:daily-set-list"),
        said=Words("草稿撤掉了。"),
    )
