"""Pages of the duty reports: the list of a cycle, one report to write, to read and to decide on."""

from django.urls import path

from pingyi.doors.office.dutyreports import (
    autosave,
    begin,
    board,
    claim_words,
    decide,
    examiners,
    outlines,
    reminders,
    show,
    turns,
    upload,
    versions,
)

urlpatterns = [
    path("cycles/<int:cycle_id>/reports/", board.show_list, name="report-list"),
    path("cycles/<int:cycle_id>/reports/outlines/", outlines.outline_list, name="outline-list"),
    path("cycles/<int:cycle_id>/reports/outlines/<str:group>/", outlines.outline_edit, name="outline-edit"),
    path(
        "cycles/<int:cycle_id>/reports/outlines/<str:group>/sample/",
        outlines.outline_take,
        name="outline-take",
    ),
    path("cycles/<int:cycle_id>/reports/examiners/", examiners.examiner_list, name="examiner-list"),
    path(
        "cycles/<int:cycle_id>/reports/examiners/dismiss/",
        examiners.examiner_dismiss,
        name="examiner-dismiss",
    ),
    path("cycles/<int:cycle_id>/reports/reminders/", reminders.reminder_list, name="reminder-list"),
    path("cycles/<int:cycle_id>/reports/reminders/mail/", reminders.mail_again, name="reminder-mail"),
    path("examine/", turns.turn_list, name="report-turns"),
    path("reporters/<int:reporter_id>/report/", begin.begin, name="report-begin"),
    path("reports/<int:report_id>/", show.show, name="report-show"),
    path("reports/<int:report_id>/autosave/", autosave.autosave, name="report-autosave"),
    path("reports/<int:report_id>/upload/", upload.upload, name="report-upload"),
    path("reports/<int:report_id>/upload/<int:upload_id>/", upload.place, name="report-place"),
    path("reports/<int:report_id>/versions/", versions.version_list, name="version-list"),
    path("reports/<int:report_id>/versions/compare/", versions.version_compare, name="version-compare"),
    path(
        "reports/<int:report_id>/versions/<int:number>/restore/",
        versions.version_restore,
        name="version-restore",
    ),
    path("reports/<int:report_id>/claims/", claim_words.say, name="report-claim"),
    path("reports/<int:report_id>/claims/back/", claim_words.take_back, name="report-claim-back"),
    path("reports/<int:report_id>/return/", decide.send_back, name="report-return"),
    path("reports/<int:report_id>/accept/", decide.accept, name="report-accept"),
]
