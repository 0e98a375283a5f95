"""Before the meeting: boxes, printed forms, slips, the sheet for counting by hand."""

from urllib.parse import urlsplit

from pingyi.documents.render.packing import unpack
from pingyi.doors.cli.rehearsal.office import Page, Stuck
from pingyi.doors.cli.rehearsal.play import Play, VoterClass

# In mode code a class of this size has one voter whose phone fails; in mode paper one who spoils a form.
LARGE_ENOUGH = 10
SPARE_FORMS = 3


def prepare_voting(play: Play) -> None:
    """The clerk prepares a box for every class and prints what is handed out."""
    clerk, voting = play.as_("clerk"), f"{play.meeting}voting/"
    shown = clerk.post(f"{voting}set-up/")
    for voter_class in play.classes:
        voter_class.box_id = _box_of(shown, voter_class)
        play.download("测评表", clerk, f"{voting}form/{voter_class.box_id}/")
        if play.mode == "code":
            _print_slips(play, voter_class)
        _record_forms(play, voter_class)
    play.download("测评表", clerk, f"{voting}handout/")


def _box_of(page: Page, voter_class: VoterClass) -> int:
    return int(page.find(rf'<tr id="class-(\d+)"><th scope="row">{voter_class.code}类'))


def _print_slips(play: Play, voter_class: VoterClass) -> None:
    """The codes leave the system once: as a list, and beside it as sheets to cut apart where documents are wanted."""
    fields: dict[str, str | int] = {
        "box": voter_class.box_id,
        "address": play.printed_address or play.server.address,
        "format": "list" if play.out is None else "both",
    }
    printed = play.as_("clerk").post(f"{play.meeting}voting/slips/", fields)
    parts = {printed.file_name: printed.content} if play.out is None else unpack(printed.content)
    for name, content in parts.items():
        if name.endswith(".txt"):
            links = [urlsplit(line.split("\t")[1]) for line in content.decode().splitlines()]
            voter_class.codes = [link.fragment for link in links]
            play.public_key = links[0].path.split("/")[2]
        else:
            play.keep_file("票条", name, content)
    if len(voter_class.codes) < voter_class.coming:
        raise Stuck(f"{voter_class.code}: fewer slips than voters")


def _record_forms(play: Play, voter_class: VoterClass) -> None:
    is_large = voter_class.coming >= LARGE_ENOUGH
    if play.mode == "paper":
        voter_class.exchanged = 1 if is_large else 0
        voter_class.forms = voter_class.coming + voter_class.exchanged + SPARE_FORMS
    elif is_large:
        voter_class.exchanged, voter_class.forms = 1, SPARE_FORMS
    if voter_class.forms:
        fields = {"box": voter_class.box_id, "copies": voter_class.forms}
        play.as_("clerk").post(f"{play.meeting}voting/forms/", fields)
