from django.urls import path

from pingyi.doors.office.home import views

urlpatterns = [
    path("", views.home, name="home-open"),
    path("cycles/<int:cycle_id>/", views.overview, name="home-overview"),
]
