"""Which person opens which pages. Every page of the office that has a template of its own is opened by somebody."""

from tests.browser.houses.every_page import DECIDED, FRESH, PLANNED, VOTING, WRITTEN

# "Review person" → names of the addresses.
OPENED: dict[str, tuple[str, ...]] = {
    f"{DECIDED} clerk": (
        *(
            "home-overview",
            "account-show",
            "account-password",
            "account-list",
            "account-create",
            "account-edit",
        ),
        *(
            "guide-show",
            "guide-read",
            "event-list",
            "notice-list",
            "organisation-list",
            "organisation-create",
        ),
        *("import-upload", "import-show", "body-show", "organisation-show", "person-list", "person-create"),
        *(
            "person-show",
            "post-edit",
            "meeting-list",
            "meeting-control",
            "agenda-show",
            "desk-all",
            "desk-class",
        ),
        *("comment-list", "sentence-list", "comment-write", "speech-write", "voting-receipts"),
        *("letter-list", "letter-edit"),
        *(
            "paper-show",
            "paper-edit",
            "paper-issued",
            "circular-show",
            "register-show",
            "cycle-start",
            "past-list",
            "past-new",
        ),
        *("board-show", "deadline-show", "ladder-show", "look-back-list", "webhook-list"),
        *("supervision-list", "supervision-show"),
        *("past-show", "problem-list", "task-list", "follow-up-list", "problem-show", "task-show"),
        *("follow-up-show", "template-list", "template-show", "font-list", "lot-list"),
        *("line-list", "line-show", "fault-list", "field-words-edit"),
        *("news-list", "news-show", "news-edit", "news-readers", "news-compare", "news-rules"),
        *("duty-list", "duty-template", "duty-show", "duty-edit", "duty-item"),
        *("three-lists", "calendar-list", "calendar-show"),
        *("topic-list", "topic-show", "decision-meeting-list", "decision-meeting-show"),
        *("agenda-item-vote", "vote-list"),
        *("archive-list", "taken-in-list", "taken-in-show"),
        *(
            "orglife-overview",
            "orglife-matrix",
            "orglife-check",
            "activity-list",
            "activity-new",
            "activity-show",
        ),
        *("activity-edit", "party-member-list", "ledger-import-upload", "ledger-import-show"),
        *("ledger-setting-list", "ledger-setting-edit", "ledger-burden"),
        *("poll-list", "poll-show"),
        *("decision-meeting-times", "decision-systems"),
        *("daily-set-list", "daily-set-show", "daily-set-edit", "daily-set-compare"),
        *("daily-board", "daily-check-list", "daily-score"),
    ),
    f"{DECIDED} leader": (
        *("home-overview", "voting-counts", "result-list", "mark-list", "result-decide", "result-show"),
    ),
    f"{DECIDED} secretary": (
        "circular-read",
        *("duty-mine", "duty-show", "duty-item"),
        *("home-mine", "task-mine", "letter-own", "report-show", "report-place", "problem-show", "task-show"),
        *("follow-up-show", "lot-show", "problem-own", "supervision-show"),
        *("topic-draft", "decision-meeting-plan", "daily-mine"),
    ),
    f"{PLANNED} clerk": (
        *("home-overview", "cycle-plan", "reporter-list", "reporter-add", "reporter-edit", "class-list"),
        *("class-show", "setting-list", "cycle-freeze", "paper-list", "outline-list", "outline-edit"),
        *("examiner-list", "reminder-list", "turn-list", "earlier-turn-list", "lot-show"),
        *("lot-record", "voting-show"),
    ),
    f"{WRITTEN} clerk": (
        *("report-list", "report-show", "version-list", "likeness-list", "collection-show"),
        *("card-list", "card-show"),
    ),
    f"{WRITTEN} secretary": (
        *("home-mine", "report-show", "report-upload", "version-list", "version-compare", "likeness-show"),
    ),
    f"{WRITTEN} examiner": ("report-turns",),
    f"{WRITTEN} beginner": ("report-begin",),
    f"{FRESH} clerk": ("home-open",),
    f"{FRESH} leader": ("home-open",),
    f"{VOTING} clerk": ("home-overview", "voting-show", "news-draft"),
    f"{VOTING} scrutineer": (
        "voting-show",
        "voting-open",
        "voting-close",
        "voting-compare",
        "voting-balance",
    ),
    f"{VOTING} counter": ("voting-show", "voting-enter", "voting-compare", "voting-balance", "result-list"),
}
# Only a form leads there: test_pages_behind_a_form_have_no_fault goes through them.
BEHIND_A_FORM = {"account-sheet", "past-check", "past-facts"}
# Templates that stand at the address of another: before there is a review, a voting; the desks of a meeting.
AT_ANOTHER_ADDRESS = {"home-start", "home-waiting", "voting-empty", "desk-show", "topic-unit"}
# Frames of pages, pages of errors, and the page of the sign-in, which nobody has to sign in for.
FRAMES = {"base", "solo", "error", "account-sign-in"}
