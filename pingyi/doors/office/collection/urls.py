"""The collection of a meeting: what is in it, its files, and the reading on phones."""

from django.urls import path

from pingyi.doors.office.collection import files, reading, show

AT = "meetings/<int:meeting_id>/collection/"
urlpatterns = [
    path(AT, show.show, name="collection-show"),
    path(f"{AT}open/", reading.open_room, name="reading-open"),
    path(f"{AT}close/", reading.close_room, name="reading-close"),
    path(f"{AT}notice/", reading.notice, name="reading-notice"),
    path(f"{AT}<slug:kind>/", files.download, name="collection-file"),
    path(f"{AT}<int:reporter_id>/<slug:kind>/", files.download_one, name="brief-file"),
]
