"""Where each door stands."""

from django.urls import include, path
from django.views.generic import RedirectView

from pingyi.doors.health import health

urlpatterns = [
    path("", RedirectView.as_view(url="/office/")),
    path("healthz", health),
    path("office/", include("pingyi.doors.office.urls")),
    path("ballot/", include("pingyi.doors.phone.urls")),
    path("hall/", include("pingyi.doors.hall.urls")),
    path("read/", include("pingyi.doors.reading.urls")),
]

handler400 = "pingyi.doors.office.errors.bad_request"
handler404 = "pingyi.doors.office.errors.not_found"
handler500 = "pingyi.doors.office.errors.server_error"
