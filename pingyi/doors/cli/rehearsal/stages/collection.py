"""The reports bound and printed, and read on a phone before anybody votes."""

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.doors.cli.rehearsal.office import Stuck, Visitor
from pingyi.doors.cli.rehearsal.play import Play

FOLDER = "材料汇编"
FILES = ("collection-pdf", "collection-docx", "briefs-pdf", "briefs-docx")


def bind_reports(play: Play) -> None:
    """The collection and the briefs as Word and PDF."""
    for kind in FILES:
        play.download(FOLDER, play.as_("clerk"), f"{play.meeting}collection/{kind}/")


def open_reading(play: Play) -> None:
    """The clerk opens the reading until the meeting begins; somebody without an account reads one report."""
    place = f"{play.meeting}collection/"
    until = play.scenario.held_at.astimezone(PEOPLE_ZONE).strftime("%Y-%m-%dT%H:%M")
    shown = play.as_("clerk").post(f"{place}open/", {"until": until})
    play.download(FOLDER, play.as_("clerk"), f"{place}notice/")
    reader = Visitor(play.server.address)
    listed = reader.get(shown.find(r"(/read/\w+/)<"))
    if "看全文" not in listed.html or "Set-Cookie" in listed.headers:
        raise Stuck("the reading shows no report, or follows who reads")
    reader.get(f"{listed.address}1/")
