from django.urls import path

from pingyi.doors.office.events import views

urlpatterns = [
    path("events/", views.event_list, name="event-list"),
    path("events/check/", views.event_check, name="event-check"),
]
