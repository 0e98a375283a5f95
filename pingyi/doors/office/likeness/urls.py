"""Pages about passages that are alike: for the author, for who examines, and the list of a cycle."""

from django.urls import path

from pingyi.doors.office.likeness import board, show

urlpatterns = [
    path("reports/<int:report_id>/likeness/", show.show, name="likeness-show"),
    path("reports/<int:report_id>/likeness/compare/", show.compare, name="likeness-compare"),
    path("reports/<int:report_id>/likeness/notes/", show.keep_notes, name="likeness-note"),
    path("cycles/<int:cycle_id>/reports/likeness/", board.show_list, name="likeness-list"),
    path("cycles/<int:cycle_id>/reports/likeness/start/", board.start, name="likeness-start"),
    path(
        "cycles/<int:cycle_id>/reports/likeness/<int:job_id>/progress/",
        board.progress,
        name="likeness-progress",
    ),
    path("cycles/<int:cycle_id>/reports/likeness/<int:job_id>/cancel/", board.cancel, name="likeness-cancel"),
]
