"""How two versions of the news differ."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.doors.office.news.reading import readable
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import number_in
from pingyi.publishing.queries.news import version_of, versions_of
from pingyi.review.dutyreports.domain.differing import Change, compare


@office_page
@require_GET
def news_compare(request: OfficeRequest, news_id: int) -> HttpResponse:
    """`?old=N&new=M`; left out: the newest beside the one before."""
    item, _ = readable(request, news_id)
    versions = versions_of(item)
    new = version_of(item, number_in(request.GET.get("new", str(item.version))))
    old = version_of(item, number_in(request.GET.get("old", str(max(1, new.number - 1)))))
    paragraphs = compare(f"{old.title}\n{old.text}", f"{new.title}\n{new.text}")
    shown = {
        "item": item,
        "meeting": item.meeting,
        "cycle": item.meeting.cycle,
        "old": old,
        "new": new,
        "versions": versions,
        "paragraphs": paragraphs,
        "tally": {
            change.value: sum(one.change is change for one in paragraphs)
            for change in (Change.CHANGED, Change.ADDED, Change.REMOVED)
        },
        "is_same": all(one.change is Change.SAME for one in paragraphs),
    }
    return render(request, "office/news-compare.html", shown)
