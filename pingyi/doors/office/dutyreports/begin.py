"""Where a secretary begins the report of the year; others see that nobody has begun."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.dutyreports.words import counting_words, until_words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.cycles.queries import settings_of
from pingyi.review.dutyreports.domain.levels import level_names
from pingyi.review.dutyreports.queries import find_reporter, outline_of
from pingyi.review.dutyreports.rules import may_list_reports, may_read_report, may_write_report
from pingyi.review.dutyreports.services import begin_report
from pingyi.review.genealogy.queries.carried import open_chains_before


@office_page
@require_http_methods(["GET", "POST"])
def begin(request: OfficeRequest, reporter_id: int) -> HttpResponse:
    """GET explains, or leads to the report that there is; POST (no fields) begins it."""
    reporter = find_reporter(reporter_id)
    if not may_read_report(request.actor, reporter):
        raise Forbidden(Words("这一页是述职书记本人用的。您要办的事在首页。"))
    if request.method == "POST":
        report = begin_report(actor=request.actor, now=now(), reporter=reporter)
        return redirect("office:report-show", report.pk)
    begun = getattr(reporter, "report", None)
    if begun is not None:
        return redirect("office:report-show", begun.pk)
    organisation = reporter.organisation
    settings = settings_of(reporter.cycle)
    shown = {
        "cycle": reporter.cycle,
        "reporter": reporter,
        "is_open": reporter.cycle.state == "frozen",
        "may_list": may_list_reports(request.actor, reporter.cycle),
        "may_write": may_write_report(request.actor, reporter),
        "until": until_words(reporter.cycle, now()),
        "sections": outline_of(reporter.cycle, organisation),
        "problems": [
            (problem, chain.history) for problem, chain in open_chains_before(reporter.cycle, organisation)
        ],
        "settings": settings,
        "counting_words": counting_words(settings),
        "first_level": level_names(settings.report_levels)[0],
    }
    return render(request, "office/report-begin.html", shown)
