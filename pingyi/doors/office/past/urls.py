from django.urls import path

from pingyi.doors.office.past import enter, show

urlpatterns = [
    path("past/", show.past_list, name="past-list"),
    path("past/new/", enter.past_new, name="past-new"),
    path("past/<int:past_id>/", show.past_show, name="past-show"),
]
