"""The button: the same fault again, or not."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.review.genealogy.services import decide_kin
from pingyi.review.rectification.queries.lookup import find_problem

NUMBER = re.compile(r"\d{1,18}")


@office_page
@require_POST
def line_decide(request: OfficeRequest, problem_id: int) -> HttpResponse:
    """POST `same` or `different` (numbers of problems, a space between), `page` to come back to the list."""
    problem = find_problem(problem_id)
    is_same = bool(request.POST.get("same"))
    sent = request.POST.get("same" if is_same else "different", "")
    others = [int(one) for one in NUMBER.findall(sent)]
    try:
        decide_kin(actor=request.actor, now=now(), problem=problem, other_ids=others, is_same=is_same)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(
            request,
            Words("定了，是同一个。以前的经过跟着它走。")
            if is_same
            else Words("定了，{count}个都不是同一个，不再提。", count=len(others)),
        )
    page = sent_number(request.POST, "page")
    if page:
        address = reverse("office:line-list", args=[problem.cycle_id])
        return redirect(f"{address}?page={page}#p{problem.pk}")
    return redirect("office:line-show", problem.pk)
