"""Pages of the office. Each area keeps its own urls beside its views; one line here for each."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "office"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("pingyi.doors.office.home.urls")),
    path("", include("pingyi.doors.office.accounts.urls")),
    path("", include("pingyi.doors.office.guide.urls")),
    path("", include("pingyi.doors.office.events.urls")),
    path("", include("pingyi.doors.office.notices.urls")),
    path("", include("pingyi.doors.office.webhooks.urls")),
    path("", include("pingyi.doors.office.organisations.urls")),
    path("", include("pingyi.doors.office.meetings.urls")),
    path("", include("pingyi.doors.office.cards.urls")),
    path("", include("pingyi.doors.office.collection.urls")),
    path("", include("pingyi.doors.office.ballots.urls")),
    path("", include("pingyi.doors.office.appraisal.urls")),
    path("", include("pingyi.doors.office.daily.urls")),
    path("", include("pingyi.doors.office.papers.urls")),
    path("", include("pingyi.doors.office.cycles.urls")),
    path("", include("pingyi.doors.office.dutyreports.urls")),
    path("", include("pingyi.doors.office.duties.urls")),
    path("", include("pingyi.doors.office.likeness.urls")),
    path("", include("pingyi.doors.office.past.urls")),
    path("", include("pingyi.doors.office.archives.urls")),
    path("", include("pingyi.doors.office.news.urls")),
    path("", include("pingyi.doors.office.rectification.urls")),
    path("", include("pingyi.doors.office.genealogy.urls")),
    path("", include("pingyi.doors.office.supervision.urls")),
    path("", include("pingyi.doors.office.polls.urls")),
    path("", include("pingyi.doors.office.layouts.urls")),
    path("", include("pingyi.doors.office.rotation.urls")),
    path("", include("pingyi.doors.office.lots.urls")),
    path("", include("pingyi.doors.office.decisions.urls")),
    path("", include("pingyi.doors.office.ledgers.urls")),
    path("", include("pingyi.doors.office.orglife.urls")),
]
