"""下回分解: the same fault in other years and units, its line, common faults, and the list of field words."""

from django.urls import path

from pingyi.doors.office.genealogy import deciding, faults, line_list, line_page, words

urlpatterns = [
    path("cycles/<int:cycle_id>/lines/", line_list.line_list, name="line-list"),
    path("cycles/<int:cycle_id>/faults/", faults.fault_list, name="fault-list"),
    path("problems/<int:problem_id>/line/", line_page.line_show, name="line-show"),
    path("problems/<int:problem_id>/line/decide/", deciding.line_decide, name="line-decide"),
    path("field-words/", words.field_words_edit, name="field-words-edit"),
]
