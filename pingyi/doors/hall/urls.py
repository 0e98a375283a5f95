"""The hall screen: an address with a key, no account, no cookie."""

from django.urls import path

from pingyi.doors.hall import lots, views

app_name = "hall"
urlpatterns = [
    path("lot/<slug:key>/", lots.show, name="lot-show"),
    path("lot/<slug:key>/now/", lots.fragment, name="lot-now"),
    path("<slug:key>/", views.show, name="screen-show"),
    path("<slug:key>/now/", views.fragment, name="screen-now"),
]
