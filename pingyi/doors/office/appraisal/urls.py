"""Pages after the count: results, grades, opinions, letters."""

from django.urls import path

from pingyi.doors.office.appraisal import decide, files, letter_acts, letters, marks, own_letter, results

RESULTS = "cycles/<int:cycle_id>/results/"
LETTERS = "cycles/<int:cycle_id>/letters/"
OWN = "mine/letters/<int:reporter_id>/"
urlpatterns = [
    path(RESULTS, results.show_list, name="result-list"),
    path(f"{RESULTS}snapshot/", results.snapshot, name="result-snapshot"),
    path(f"{RESULTS}marks/", marks.mark_list, name="mark-list"),
    path(f"{RESULTS}decide/", decide.decide_all, name="result-decide"),
    path(f"{RESULTS}file/<str:kind>/", files.download, name="result-file"),
    path(f"{RESULTS}<int:reporter_id>/", results.show_one, name="result-show"),
    path(f"{RESULTS}<int:reporter_id>/decide/", decide.decide_one, name="result-decide-one"),
    path(LETTERS, letters.show_list, name="letter-list"),
    path(f"{LETTERS}issue/", letters.issue_all, name="letter-issue"),
    path(f"{LETTERS}remind/", letter_acts.remind, name="letter-remind"),
    path(f"{LETTERS}files/", letters.all_files, name="letter-files"),
    path(f"{LETTERS}<int:reporter_id>/", letters.edit, name="letter-edit"),
    path(f"{LETTERS}<int:reporter_id>/file/", letters.one_file, name="letter-file"),
    path(f"{LETTERS}<int:reporter_id>/confirm/", letter_acts.confirm, name="letter-confirm"),
    path(f"{LETTERS}<int:reporter_id>/give-back/", letter_acts.give_back, name="letter-give-back"),
    path(f"{LETTERS}<int:reporter_id>/answer/", letter_acts.answer, name="letter-answer"),
    path(OWN, own_letter.show, name="letter-own"),
    path(f"{OWN}statement/", own_letter.state, name="letter-state"),
    path(f"{OWN}file/", own_letter.one_file, name="letter-own-file"),
]
