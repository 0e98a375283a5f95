from django.urls import path

from pingyi.doors.office.rotation import earlier, turns

T = "cycles/<int:cycle_id>/reporters/turns/"

urlpatterns = [
    path(T, turns.turn_list, name="turn-list"),
    path(f"{T}earlier/", earlier.earlier_turn_list, name="earlier-turn-list"),
    path(f"{T}earlier/file/", earlier.earlier_turn_import, name="earlier-turn-import"),
    path(f"{T}earlier/sheet/", earlier.earlier_turn_sheet, name="earlier-turn-sheet"),
]
