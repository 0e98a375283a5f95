"""The hall screen: an address with a key, no account, no cookie."""

from django.urls import path

from pingyi.doors.hall import views

app_name = "hall"
urlpatterns = [
    path("<slug:key>/", views.show, name="screen-show"),
    path("<slug:key>/now/", views.fragment, name="screen-now"),
]
