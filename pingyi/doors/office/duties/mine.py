"""A secretary's own lists, on the phone too: what is late, what is open, one tap to the entry."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.duties.words import duty_sections, plan_sections, whose
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.duties.phrases import STAGES
from pingyi.review.duties.queries import own_lists


@office_page
@require_GET
def duty_mine(request: OfficeRequest) -> HttpResponse:
    """The lists in force of her organisations, of the newest year."""
    if not request.actor.has_role("secretary"):
        raise Forbidden(Words("这一页是书记看自己单位责任清单的。"))
    at = reckoning_on(today(now()), request.actor.institution_id)
    readings = own_lists(request.actor.organisation_ids, at)
    shown = {
        "cycle": readings[0].duty_list.cycle if readings else None,
        "lists": [(one, whose(one.duty_list), duty_sections(one), plan_sections(one)) for one in readings],
        "stages": STAGES.items(),
    }
    return render(request, "office/duty-mine.html", shown)
