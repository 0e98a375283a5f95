"""A secretary puts a problem on the list that her organisation found itself, or takes it back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.form_fields import Field
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.problem_page import problem_page, readable_problem
from pingyi.doors.office.sent_fields import sent_number
from pingyi.organisations.queries.lookup import find_organisation
from pingyi.review.rectification.queries.self_found import own_places
from pingyi.review.rectification.services import name_own_problem, take_back_own_problem

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Reporter
    from pingyi.review.rectification.models import ProblemItem


@office_page
@require_http_methods(["GET", "POST"])
def problem_own(request: OfficeRequest) -> HttpResponse:
    """POST organisation (may be left out by who answers for one only), text, source_note."""
    if not request.actor.has_role("secretary"):
        raise Forbidden(Words("这一页是各单位书记用的。经办人在问题清单最下面另列问题。"))
    places = own_places(request.actor.organisation_ids)
    if request.method == "GET" or not places:
        return _page(request, places, NOT_FAILED)
    try:
        problem = _name(request, places)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        sent = {name: str(value) for name, value in request.POST.items()}
        return _page(request, places, Failed("own", refusal, sent))
    messages.success(request, Words("列进问题清单了，算已认领。接着列任务：原因、措施、责任人、期限。"))
    return redirect("office:problem-show", problem.pk)


@office_page
@require_POST
def problem_take_back(request: OfficeRequest, problem_id: int) -> HttpResponse:
    """POST nothing. For a problem that this organisation named itself and that has no task yet."""
    problem = readable_problem(request.actor, problem_id)
    return act_or_show(
        request,
        lambda: take_back_own_problem(actor=request.actor, now=now(), problem=problem),
        lambda failed: problem_page(request, problem, failed),
        form="take-back",
        back=reverse("office:home-mine"),
        said=Words("{number}号问题撤下了。", number=problem.number),
    )


def _name(request: OfficeRequest, places: "Sequence[Reporter]") -> "ProblemItem":
    sent = request.POST.get("organisation")
    organisation = (
        places[0].organisation
        if sent is None
        else find_organisation(sent_number(request.POST, "organisation"))
    )
    return name_own_problem(
        actor=request.actor,
        now=now(),
        cycle=places[0].cycle,
        organisation=organisation,
        text=request.POST.get("text", ""),
        source_note=request.POST.get("source_note", ""),
    )


def _page(request: OfficeRequest, places: "Sequence[Reporter]", failed: Failed) -> HttpResponse:
    form = failed.state("own")
    shown = {
        "places": places,
        "refusal": failed.loose,
        "text_field": form.field("text", Words("问题"), hint=Words("一个问题列一次，写清是什么问题、在哪里")),
        "fields": [
            *_which(places, failed),
            form.field("source_note", Words("怎么发现的"), hint=Words("哪次自查、哪份材料，可以空着")),
        ],
    }
    return render(request, "office/problem-own.html", shown, status=failed.status)


def _which(places: "Sequence[Reporter]", failed: Failed) -> list[Field]:
    """Asked only of who answers for several organisations."""
    if len(places) <= 1:
        return []
    choices = [(str(one.organisation_id), one.organisation.name) for one in places]
    return [failed.state("own").field("organisation", Words("单位"), kind="select", options=choices)]
