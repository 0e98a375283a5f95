"""Papers of a review, the sheets of a meeting, and the register of document numbers."""

from django.urls import path

from pingyi.doors.office.papers import circulars, copies, issued, listing, register, sheets, writing

PAPERS = "cycles/<int:cycle_id>/papers/"
PAPER = f"{PAPERS}<str:paper_kind>/<int:planned_id>/"
ISSUED = "cycles/<int:cycle_id>/issued-papers/<int:paper_id>/"
OWN = "mine/circulars/<int:paper_id>/"
REGISTER = "register/"
urlpatterns = [
    path(PAPERS, listing.show_list, name="paper-list"),
    path(f"{PAPERS}sheets/<int:planned_id>/<str:sheet_file>", sheets.download, name="paper-sheet"),
    path(PAPER, writing.show, name="paper-show"),
    path(f"{PAPER}edit/", writing.edit, name="paper-edit"),
    path(f"{PAPER}drop/", writing.drop, name="paper-drop"),
    path(f"{PAPER}issue/", writing.issue, name="paper-issue"),
    path(f"{PAPER}file/<str:paper_file>/", writing.draft_file, name="paper-file"),
    path(ISSUED, issued.show, name="paper-issued"),
    path(f"{ISSUED}void/", issued.void, name="paper-void"),
    path(f"{ISSUED}circulate/", circulars.circulate, name="circular-show"),
    path(f"{ISSUED}word/", issued.replace, name="paper-replace"),
    path(f"{ISSUED}file/<str:paper_file>/", issued.one_file, name="paper-issued-file"),
    path(f"{ISSUED}copies/", copies.make, name="copies-make"),
    path(f"{ISSUED}copies/jobs/<int:job_id>/", copies.progress, name="copies-progress"),
    path(f"{ISSUED}copies/jobs/<int:job_id>/cancel/", copies.cancel, name="copies-cancel"),
    path(f"{ISSUED}copies/<int:copies_id>/<str:copies_file>/", copies.download, name="copies-file"),
    path(OWN, circulars.read, name="circular-read"),
    path(f"{OWN}file/<str:paper_file>/", circulars.one_file, name="circular-file"),
    path(REGISTER, register.show, name="register-show"),
    path(f"{REGISTER}series/", register.add_series, name="register-series"),
    path(f"{REGISTER}series/<int:series_id>/close/", register.close, name="register-close"),
    path(f"{REGISTER}series/<int:series_id>/start/", register.start, name="register-start"),
    path(f"{REGISTER}take/", register.take, name="register-take"),
    path(f"{REGISTER}numbers/<int:number_id>/void/", register.void, name="register-void"),
    path(f"{REGISTER}file/", register.year_file, name="register-file"),
]
