"""Daily assessment: indicator sets, the board of a review, one secretary's arithmetic, her self-assessment."""

from django.urls import path

from pingyi.doors.office.daily import acts, board, check, files, own, score_page, set_acts, set_edit, sets

SETS = "daily-sets/"
SET = f"{SETS}<int:indicator_set_id>/"
BOARD = "cycles/<int:cycle_id>/daily/"
OWN = "mine/daily/"

urlpatterns = [
    path(SETS, sets.set_list, name="daily-set-list"),
    path(f"{SETS}new/", set_acts.set_make, name="daily-set-make"),
    path(f"{SETS}sample/<str:sample_key>/", set_acts.set_sample, name="daily-set-sample"),
    path(f"{SETS}template/", files.set_template, name="daily-set-template"),
    path(f"{SETS}upload/", set_acts.set_upload, name="daily-set-upload"),
    path(SET, sets.set_show, name="daily-set-show"),
    path(f"{SET}edit/", set_edit.set_edit, name="daily-set-edit"),
    path(f"{SET}compare/", sets.set_compare, name="daily-set-compare"),
    path(f"{SET}in-force/", set_acts.set_in_force, name="daily-set-in-force"),
    path(f"{SET}version/", set_acts.set_version, name="daily-set-version"),
    path(f"{SET}copy/", set_acts.set_copy, name="daily-set-copy"),
    path(f"{SET}discard/", set_acts.set_discard, name="daily-set-discard"),
    path(BOARD, board.daily_board, name="daily-board"),
    path(f"{BOARD}choose/", acts.daily_choose, name="daily-choose"),
    path(f"{BOARD}calculate/", acts.daily_calculate, name="daily-calculate"),
    path(f"{BOARD}hand-over/", acts.daily_hand_over, name="daily-hand-over"),
    path(f"{BOARD}file/", files.board_file, name="daily-file"),
    path(f"{BOARD}check/", check.check_list, name="daily-check-list"),
    path("self-assessments/<int:self_assessment_id>/check/", check.check_one, name="daily-check"),
    path("self-assessments/<int:self_assessment_id>/return/", check.return_one, name="daily-return"),
    path("self-evidence/<int:self_evidence_id>/", own.evidence_file, name="daily-evidence-file"),
    path("self-evidence/<int:self_evidence_id>/remove/", own.evidence_remove, name="daily-evidence-remove"),
    path("daily-scores/<int:reporter_id>/", score_page.score_show, name="daily-score"),
    path(OWN, own.daily_mine, name="daily-mine"),
    path(f"{OWN}<int:reporter_id>/<int:daily_indicator_id>/", own.assess, name="daily-assess"),
]
