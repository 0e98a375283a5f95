from django.urls import path

from pingyi.doors.office.archives import packing, taken_in

urlpatterns = [
    path("cycles/<int:cycle_id>/archive/", packing.show_list, name="archive-list"),
    path("cycles/<int:cycle_id>/archive/make/", packing.make, name="archive-make"),
    path("cycles/<int:cycle_id>/archive/jobs/<int:job_id>/", packing.progress, name="archive-progress"),
    path("cycles/<int:cycle_id>/archive/jobs/<int:job_id>/cancel/", packing.cancel, name="archive-cancel"),
    path("cycles/<int:cycle_id>/archive/<int:number>/file/", packing.download, name="archive-file"),
    path("taken-in/", taken_in.show_list, name="taken-in-list"),
    path("taken-in/<int:archive_id>/", taken_in.show, name="taken-in-show"),
    path("taken-in/<int:archive_id>/file/", taken_in.download, name="taken-in-file"),
]
