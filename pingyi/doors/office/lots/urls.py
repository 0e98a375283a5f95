from django.urls import path

from pingyi.doors.office.lots import acts, pages

L = "cycles/<int:cycle_id>/reporters/lots/"
M = f"{L}<int:planned_id>/"

urlpatterns = [
    path(L, pages.lot_list, name="lot-list"),
    path(M, pages.lot_show, name="lot-show"),
    path(f"{M}announce/", acts.lot_announce, name="lot-announce"),
    path(f"{M}draw/", acts.lot_draw, name="lot-draw"),
    path(f"{M}confirm/", acts.lot_confirm, name="lot-confirm"),
    path(f"{M}<int:number>/", pages.lot_record, name="lot-record"),
    path(f"{M}<int:number>/record.json", pages.lot_file, name="lot-file"),
]
