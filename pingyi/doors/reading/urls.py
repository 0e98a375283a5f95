"""Reports on phones before the ballot: an address with a key, no account, no cookie, nothing kept about readers."""

from django.urls import path

from pingyi.doors.reading import views

app_name = "reading"
urlpatterns = [
    path("<slug:key>/", views.show_list, name="list"),
    path("<slug:key>/<int:place>/", views.show_report, name="report"),
    path("<slug:key>/<int:place>/brief/", views.show_brief, name="brief"),
]
