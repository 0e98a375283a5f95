"""A secretary's own page: her report, the problems and tasks of her organisations, and what comes first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.home.own_lines import (
    bar_of,
    circular_lines,
    follow_up_lines,
    letter_lines,
    problem_lines,
    report_lines,
    task_lines,
)
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.notices.queries import unread_notices
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.appraisal.queries.letters import own_letters
from pingyi.review.appraisal.queries.own import own_work
from pingyi.review.papers.queries import circulars_for


@office_page
@require_GET
def mine(request: OfficeRequest) -> HttpResponse:
    """Only what the actor answers for; others have no own page."""
    if not request.actor.has_role("secretary"):
        raise Forbidden(Words("这一页是各单位书记用的。您要办的事在总览里。"))
    at = reckoning_on(today(now()), request.actor.institution_id)
    work = own_work(request.actor.organisation_ids, at)
    if work is None:
        return render(request, "office/home-mine.html")
    shown = {
        "cycle": work.cycle,
        "notices": unread_notices(request.actor.account_id),
        "bar": bar_of(work, at),
        "duties": len(work.duties),
        "late": sum(one.late(at) is not None for one in work.duties),
        "sections": [
            (Words("述职报告"), "file-text", report_lines(work, at.day), ""),
            (
                Words("问题"),
                "list-check",
                problem_lines(work),
                Words("点评时记为问题的，会出现在这里等认领。"),
            ),
            (
                Words("整改任务"),
                "gavel",
                task_lines(work, at),
                Words("认领问题后，给每个问题列任务，写清措施、责任人和期限。"),
            ),
            (Words("讲话要求"), "microphone", follow_up_lines(work), ""),
            (Words("反馈意见"), "mail", letter_lines(own_letters(request.actor.organisation_ids)), ""),
            (Words("结果通报"), "file-text", circular_lines(circulars_for(request.actor)), ""),
        ],
    }
    return render(request, "office/home-mine.html", shown)
