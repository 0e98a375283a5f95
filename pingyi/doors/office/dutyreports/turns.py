"""The reports that wait for one examiner by name."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now
from pingyi.core.words import Words
from pingyi.doors.office.dutyreports.bars import Bar
from pingyi.doors.office.dutyreports.words import handed_in_words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.notices.queries import unread_notices
from pingyi.review.dutyreports.queries import turns_of


@office_page
@require_GET
def turn_list(request: OfficeRequest) -> HttpResponse:
    """Everybody sees only what waits for herself: no permission is asked for."""
    moment, turns = now(), turns_of(request.actor.account_id)
    if turns:
        first = turns[0][0]
        title = Words(
            "审{organisation}的报告，{turns}份等您审",
            organisation=first.reporter.organisation.name,
            turns=len(turns),
        )
        bar = Bar(
            title,
            Words("先交的先审。退回要写理由，书记改好再交。"),
            Words("审这一份"),
            f"/office/reports/{first.pk}/",
        )
    else:
        bar = Bar(
            Words("现在没有等您审的报告"), Words("书记交了报告，轮到您这一级，这里就有，首页也有通知。")
        )
    shown = {
        "bar": bar,
        "notices": unread_notices(request.actor.account_id),
        "lines": [
            (report, stage, handed_in_words(report, report.reporter.cycle, moment)) for report, stage in turns
        ],
    }
    return render(request, "office/report-turns.html", shown)
