from django.urls import path

from pingyi.doors.office.cycles import (
    classes,
    freeze,
    lists,
    meetings,
    plan,
    reporter_forms,
    reporters,
    settings,
    start,
)

C = "cycles/<int:cycle_id>/"
ONE = f"{C}classes/<int:class_id>/"

urlpatterns = [
    path("cycles/new/", start.cycle_start, name="cycle-start"),
    path("cycles/list-template/", lists.class_template, name="class-template"),
    path(f"{C}plan/", plan.cycle_plan, name="cycle-plan"),
    path(f"{C}plan/name/", plan.cycle_rename, name="cycle-rename"),
    path(f"{C}plan/dates/", plan.cycle_dates, name="cycle-dates"),
    path(f"{C}plan/meetings/", meetings.meeting_add, name="meeting-add"),
    path(f"{C}plan/meetings/<int:planned_id>/", meetings.meeting_edit, name="meeting-edit"),
    path(f"{C}plan/meetings/<int:planned_id>/remove/", meetings.meeting_remove, name="meeting-remove"),
    path(f"{C}reporters/", reporters.reporter_list, name="reporter-list"),
    path(f"{C}reporters/propose/", reporters.reporters_propose, name="reporter-propose"),
    path(f"{C}reporters/order/", reporters.reporter_order, name="reporter-order"),
    path(f"{C}reporters/add/", reporter_forms.reporter_add, name="reporter-add"),
    path(f"{C}reporters/<int:reporter_id>/", reporter_forms.reporter_edit, name="reporter-edit"),
    path(f"{C}reporters/<int:reporter_id>/move/", reporters.reporter_move, name="reporter-move"),
    path(f"{C}reporters/<int:reporter_id>/remove/", reporter_forms.reporter_remove, name="reporter-remove"),
    path(f"{C}classes/", classes.class_list, name="class-list"),
    path(f"{C}classes/add/", classes.class_add, name="class-add"),
    path(f"{C}classes/weights/", classes.class_weights, name="class-weights"),
    path(f"{C}classes/equal/", classes.class_equal, name="class-equal"),
    path(f"{C}classes/decide/", classes.class_decide, name="class-decide"),
    path(ONE, lists.class_show, name="class-show"),
    path(f"{ONE}move/", classes.class_move, name="class-move"),
    path(f"{ONE}merge/", classes.class_merge, name="class-merge"),
    path(f"{ONE}unmerge/", classes.class_unmerge, name="class-unmerge"),
    path(f"{ONE}remove/", lists.class_remove, name="class-remove"),
    path(f"{ONE}take/", lists.class_take, name="class-take"),
    path(f"{ONE}person/", lists.class_person, name="class-person"),
    path(f"{ONE}file/", lists.class_file, name="class-file"),
    path(f"{ONE}unlist/", lists.class_unlist, name="class-unlist"),
    path(f"{C}settings/", settings.setting_list, name="setting-list"),
    path(f"{C}freeze/", freeze.cycle_freeze, name="cycle-freeze"),
    path(f"{C}unfreeze/", freeze.cycle_unfreeze, name="cycle-unfreeze"),
    path(f"{C}freeze/plan.json", freeze.cycle_document, name="cycle-document"),
]
