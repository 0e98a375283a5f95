"""The notices of whoever is signed in."""

from django.urls import path

from pingyi.doors.office.notices import views

urlpatterns = [
    path("notices/", views.notice_list, name="notice-list"),
    path("notices/read/", views.notice_read, name="notice-read"),
]
