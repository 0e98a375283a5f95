from django.urls import path

from pingyi.doors.office.orglife import entry, lists, matrix, overview, show

PLACE = "orglife/<int:organisation_id>/"
RECORD = "orglife/records/<int:activity_id>/"
FILE = f"{RECORD}evidence/<int:photo_id>/"

urlpatterns = [
    path("orglife/", overview.overview, name="orglife-overview"),
    path(PLACE, matrix.matrix, name="orglife-matrix"),
    path(f"{PLACE}excuse/", matrix.excuse, name="orglife-excuse"),
    path(f"{PLACE}records/", lists.activity_list, name="activity-list"),
    path(f"{PLACE}check/", lists.year_show, name="orglife-check"),
    path(f"{PLACE}members/", lists.member_list, name="party-member-list"),
    path(f"{PLACE}members/keep/", lists.member_keep, name="party-member-keep"),
    path(f"{PLACE}new/", entry.activity_new, name="activity-new"),
    path(RECORD, show.activity_show, name="activity-show"),
    path(f"{RECORD}edit/", entry.activity_edit, name="activity-edit"),
    path(f"{RECORD}file/", show.activity_file, name="activity-file"),
    path(f"{RECORD}confirm/", show.activity_confirm, name="activity-confirm"),
    path(f"{RECORD}return/", show.activity_return, name="activity-return"),
    path(f"{RECORD}remove/", show.activity_remove, name="activity-remove"),
    path(f"{RECORD}evidence/", show.activity_evidence_add, name="activity-evidence-add"),
    path(FILE, show.activity_evidence_file, name="activity-evidence-file"),
    path(f"{FILE}remove/", show.activity_evidence_remove, name="activity-evidence-remove"),
]
