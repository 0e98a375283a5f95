from django.urls import path

from pingyi.doors.office.ledgers import burden, imports, settings

LEDGER = "ledgers/<slug:ledger>/"
JOB = f"{LEDGER}import/<int:ledger_job_id>/"

urlpatterns = [
    path("ledgers/burden/", burden.burden, name="ledger-burden"),
    path(f"{LEDGER}import/", imports.upload, name="ledger-import-upload"),
    path(f"{LEDGER}import/template/", imports.template, name="ledger-import-template"),
    path(JOB, imports.show, name="ledger-import-show"),
    path(f"{JOB}progress/", imports.progress, name="ledger-import-progress"),
    path(f"{JOB}confirm/", imports.confirm, name="ledger-import-confirm"),
    path(f"{JOB}cancel/", imports.cancel, name="ledger-import-cancel"),
    path(f"{LEDGER}export/", imports.export, name="ledger-export"),
    path(f"{LEDGER}settings/", settings.setting_list, name="ledger-setting-list"),
    path(f"{LEDGER}settings/<str:key>/", settings.setting_edit, name="ledger-setting-edit"),
]
