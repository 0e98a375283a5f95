from django.urls import path

from pingyi.doors.office.guide import views

urlpatterns = [
    path("guide/", views.guide_show, name="guide-show"),
    path("guide/<slug:name>/", views.guide_read, name="guide-read"),
]
