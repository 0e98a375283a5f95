"""Pages of the cards."""

from django.urls import path

from pingyi.doors.office.cards import listing, noting, printing, show

AT = "cycles/<int:cycle_id>/cards/"
urlpatterns = [
    path(AT, listing.show_list, name="card-list"),
    path(f"{AT}print/", printing.print_pdf, name="card-print"),
    path(f"{AT}<int:reporter_id>/", show.show, name="card-show"),
    path(f"{AT}<int:reporter_id>/note/", noting.note, name="card-note"),
]
