from django.urls import path

from pingyi.doors.office.home import mine, views

urlpatterns = [
    path("", views.home, name="home-open"),
    path("mine/", mine.mine, name="home-mine"),
    path("cycles/<int:cycle_id>/", views.overview, name="home-overview"),
]
