"""The ballot pages. No cookie, no session, no account: the slip's code is the only credential."""

from django.urls import path

from pingyi.doors.phone import views

app_name = "phone"
urlpatterns = [
    path("", views.entry, name="entry"),
    path("<slug:public_key>/", views.ballot, name="ballot"),
    path("<slug:public_key>/look", views.look, name="look"),
    path("<slug:public_key>/cast", views.cast, name="cast"),
]
