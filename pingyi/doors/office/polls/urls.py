"""Satisfaction polls on rectification. A poll is a small plan of its own: `poll_id` is the number of that plan."""

from django.urls import path

from pingyi.doors.office.polls import listing, one

urlpatterns = [
    path("cycles/<int:cycle_id>/polls/", listing.poll_list, name="poll-list"),
    path("cycles/<int:cycle_id>/polls/start/", listing.poll_start, name="poll-start"),
    path("polls/<int:poll_id>/", one.poll_show, name="poll-show"),
    path("polls/<int:poll_id>/change/", one.poll_change, name="poll-change"),
    path("polls/<int:poll_id>/drop/", one.poll_drop, name="poll-drop"),
    path("polls/<int:poll_id>/calculate/", one.poll_calculate, name="poll-calculate"),
]
