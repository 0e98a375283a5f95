"""Pages of a running meeting: console, agenda, desks, comments, speech."""

from django.urls import path

from pingyi.doors.office.meetings import agenda, comments, control, desk, homes, speech

AT = "meetings/<int:meeting_id>/"
urlpatterns = [
    path("meetings/", control.show_list, name="meeting-list"),
    path(f"{AT}control/", control.show, name="meeting-control"),
    path(f"{AT}control/now/", control.fragment, name="meeting-control-now"),
    path(f"{AT}open/", control.open_hall, name="meeting-open"),
    path(f"{AT}start/", control.start, name="meeting-start-item"),
    path(f"{AT}stop/", control.stop, name="meeting-stop-item"),
    path(f"{AT}end/", control.end, name="meeting-end"),
    path(f"{AT}reopen/", control.reopen, name="meeting-reopen"),
    path(f"{AT}network/", control.network, name="meeting-network"),
    path(f"{AT}agenda/", agenda.show, name="agenda-show"),
    path(f"{AT}agenda/move/", agenda.move, name="agenda-move"),
    path(f"{AT}agenda/skip/", agenda.skip, name="agenda-skip"),
    path(f"{AT}agenda/restore/", agenda.restore, name="agenda-restore"),
    path(f"{AT}agenda/insert/", agenda.insert, name="agenda-insert"),
    path(f"{AT}agenda/reporter/", agenda.add_reporter, name="agenda-add-reporter"),
    path(f"{AT}desk/", desk.show_all, name="desk-all"),
    path(f"{AT}desk/<int:class_id>/", desk.show_class, name="desk-class"),
    path(f"{AT}desk/arrive/", desk.arrive, name="desk-arrive"),
    path(f"{AT}desk/undo/", desk.undo, name="desk-undo"),
    path(f"{AT}comments/", comments.show_list, name="comment-list"),
    path(f"{AT}comments/homes/", homes.show, name="sentence-list"),
    path(f"{AT}comments/homes/rest/", homes.settle_rest, name="sentence-settle-rest"),
    path(f"{AT}comments/homes/<int:sentence_id>/", homes.settle, name="sentence-settle"),
    path(f"{AT}comments/<int:reporter_id>/", comments.write, name="comment-write"),
    path(f"{AT}comments/<int:reporter_id>/reopen/", comments.reopen, name="comment-reopen"),
    path(f"{AT}speech/", speech.write, name="speech-write"),
]
