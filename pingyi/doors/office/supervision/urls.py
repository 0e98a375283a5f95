from django.urls import path

from pingyi.doors.office.supervision import (
    board_pages,
    circular_pages,
    ladder_pages,
    look_back_pages,
    mine_pages,
)

CYCLE = "cycles/<int:cycle_id>/"
CIRCULAR = f"{CYCLE}supervision/<int:circular_id>/"

urlpatterns = [
    path(f"{CYCLE}board/", board_pages.board_show, name="board-show"),
    path(f"{CYCLE}deadlines/", board_pages.deadline_show, name="deadline-show"),
    path(f"{CYCLE}deadlines/file/", board_pages.deadline_file, name="deadline-file"),
    path(f"{CYCLE}ladder/", ladder_pages.ladder_show, name="ladder-show"),
    path(f"{CYCLE}ladder/tell/", ladder_pages.ladder_tell, name="ladder-tell"),
    path(f"{CYCLE}look-backs/", look_back_pages.look_back_list, name="look-back-list"),
    path("tasks/<int:task_id>/look-back/", look_back_pages.look_back_record, name="look-back-record"),
    path(f"{CYCLE}supervision/", circular_pages.supervision_list, name="supervision-list"),
    path(f"{CYCLE}supervision/issue/", circular_pages.supervision_issue, name="supervision-issue"),
    path(CIRCULAR, circular_pages.supervision_show, name="supervision-show"),
    path(f"{CIRCULAR}file/", circular_pages.supervision_file, name="supervision-file"),
    path("mine/tasks/", mine_pages.task_mine, name="task-mine"),
    path("mine/tasks/<int:task_id>/report/", mine_pages.task_mine_report, name="task-mine-report"),
]
