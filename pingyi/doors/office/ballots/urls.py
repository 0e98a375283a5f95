"""Pages of the ballot: prepare, direct, type in paper, balance, count."""

from django.urls import path

from pingyi.doors.office.ballots import accounts, direct, paper, prepare, result, show, votes

AT = "meetings/<int:meeting_id>/voting/"
urlpatterns = [
    path("votes/", votes.vote_list, name="vote-list"),
    path(AT, show.show, name="voting-show"),
    path(f"{AT}now/", show.fragment, name="voting-now"),
    path(f"{AT}set-up/", prepare.set_up, name="voting-set-up"),
    path(f"{AT}slips/", prepare.print_class, name="voting-print-slips"),
    path(f"{AT}form/<int:box_id>/", prepare.form, name="voting-print-form"),
    path(f"{AT}forms/", prepare.record_forms, name="voting-record-forms"),
    path(f"{AT}handout/", prepare.handout, name="voting-print-handout"),
    path(f"{AT}open/", direct.open_page, name="voting-open"),
    path(f"{AT}void/", direct.void, name="voting-void-slip"),
    path(f"{AT}close/", direct.close_page, name="voting-close"),
    path(f"{AT}clean-up/", direct.clean, name="voting-clean-up"),
    path(f"{AT}enter/<int:box_id>/", paper.enter, name="voting-enter"),
    path(f"{AT}compare/", paper.compare, name="voting-compare"),
    path(f"{AT}correct/", paper.correct, name="voting-correct-entry"),
    path(f"{AT}withdraw/", paper.withdraw, name="voting-withdraw-entry"),
    path(f"{AT}balance/", accounts.show, name="voting-balance"),
    path(f"{AT}hand-count/", accounts.record, name="voting-record-hand-count"),
    path(f"{AT}check/", accounts.check, name="voting-check-hand-count"),
    path(f"{AT}small-box/", accounts.decide, name="voting-decide-box"),
    path(f"{AT}receipts/", result.receipts, name="voting-receipts"),
    path(f"{AT}count/", result.count, name="voting-count"),
    path(f"{AT}counts/", result.counts, name="voting-counts"),
]
