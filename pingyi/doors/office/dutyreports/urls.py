"""Pages of the duty reports: the list of a cycle, one report to write, to read and to decide on."""

from django.urls import path

from pingyi.doors.office.dutyreports import autosave, begin, board, decide, show

urlpatterns = [
    path("cycles/<int:cycle_id>/reports/", board.show_list, name="report-list"),
    path("reporters/<int:reporter_id>/report/", begin.begin, name="report-begin"),
    path("reports/<int:report_id>/", show.show, name="report-show"),
    path("reports/<int:report_id>/autosave/", autosave.autosave, name="report-autosave"),
    path("reports/<int:report_id>/return/", decide.send_back, name="report-return"),
    path("reports/<int:report_id>/accept/", decide.accept, name="report-accept"),
]
