from django.urls import path

from pingyi.doors.office.duties import edit, files, item, item_acts, listing, mine, show, template

CYCLE = "cycles/<int:cycle_id>/duties/"
LIST = "duties/<int:duty_list_id>/"
ITEM = "duties/items/<int:duty_item_id>/"

urlpatterns = [
    path(CYCLE, listing.duty_list, name="duty-list"),
    path(f"{CYCLE}begin/", listing.duty_begin, name="duty-begin"),
    path(f"{CYCLE}begin-body/", listing.duty_begin_body, name="duty-begin-body"),
    path(f"{CYCLE}issue/", listing.duty_issue_ready, name="duty-issue-ready"),
    path(f"{CYCLE}file/", files.duty_workbook, name="duty-workbook"),
    path(f"{CYCLE}template/<str:duty_holder>/", template.duty_template, name="duty-template"),
    path(LIST, show.duty_show, name="duty-show"),
    path(f"{LIST}edit/", edit.duty_edit, name="duty-edit"),
    path(f"{LIST}issue/", show.duty_issue, name="duty-issue"),
    path(f"{LIST}discard/", show.duty_discard, name="duty-discard"),
    path(f"{LIST}hand-over/", show.duty_hand_over, name="duty-hand-over"),
    path(f"{LIST}file/<str:duty_file>/", files.duty_file_of, name="duty-file"),
    path(ITEM, item.duty_item, name="duty-item"),
    path(f"{ITEM}report/", item_acts.duty_report, name="duty-report"),
    path(f"{ITEM}progress/", item_acts.duty_progress, name="duty-progress"),
    path(f"{ITEM}confirm/", item_acts.duty_confirm, name="duty-confirm"),
    path(f"{ITEM}return/", item_acts.duty_return, name="duty-return"),
    path(f"{ITEM}stage/", item_acts.duty_stage, name="duty-stage"),
    path(f"{ITEM}stage-back/", item_acts.duty_stage_back, name="duty-stage-back"),
    path(f"{ITEM}tasks/", item_acts.duty_tasks, name="duty-tasks"),
    path(f"{ITEM}numbers/", item_acts.duty_numbers, name="duty-numbers"),
    path("mine/duties/", mine.duty_mine, name="duty-mine"),
]
