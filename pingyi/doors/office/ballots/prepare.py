"""The clerk's part: boxes, slips, forms, the sheet for counting by hand."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.documents.render import pdf
from pingyi.documents.render.packing import pack
from pingyi.doors.office.ballots.reading import box_in, file_answer, find_voting, whole_number
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.ballots.queries.printing import form_tree, handout_tree, slip_tree
from pingyi.review.ballots.queries.votings import find_box
from pingyi.review.ballots.rules import may_see_voting
from pingyi.review.ballots.services.print_slips import print_slips
from pingyi.review.ballots.services.record_printed_forms import record_printed_forms
from pingyi.review.ballots.services.set_up_voting import set_up_voting
from pingyi.review.meetings.queries import find_meeting

PDF = "application/pdf"
ZIP = "application/zip"


@office_page
@require_POST
def set_up(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """No fields."""
    meeting = find_meeting(meeting_id)
    return act_and_return(
        request,
        lambda: set_up_voting(actor=request.actor, now=now(), meeting=meeting),
        reverse("office:voting-show", args=[meeting_id]),
        Words("票箱准备好了，一类一个。"),
    )


@office_page
@require_POST
def print_class(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Fields: box, address, format (pdf; list: one line per slip with code and link, for label printers; both: zip).

    The codes leave the system here and never again.
    """
    voting = find_voting(meeting_id)
    box = box_in(request, voting)
    address = request.POST.get("address", "")
    printed = print_slips(actor=request.actor, now=now(), box=box, address=address)
    tree = slip_tree(box, printed.codes, printed.address)
    lines = "".join(f"{card.code}\t{card.link}\n" for card in tree.cards).encode()
    wanted = request.POST.get("format")
    if wanted == "list":
        return file_answer(lines, tree.file_stem, "txt", "text/plain; charset=utf-8")
    if wanted == "both":
        both = {f"{tree.file_stem}.pdf": pdf.render(tree), f"{tree.file_stem}.txt": lines}
        return file_answer(pack(both), tree.file_stem, "zip", ZIP)
    return file_answer(pdf.render(tree), tree.file_stem, "pdf", PDF)


@office_page
@require_GET
def form(request: OfficeRequest, meeting_id: int, box_id: int) -> HttpResponse:
    """The blank form of one class; it may be printed as often as needed, the number is noted apart."""
    voting = find_voting(meeting_id)
    if not may_see_voting(request.actor, voting):
        raise Forbidden
    tree = form_tree(find_box(voting, box_id))
    return file_answer(pdf.render(tree), tree.file_stem, "pdf", PDF)


@office_page
@require_POST
def record_forms(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Fields: box, copies (all forms of this class that were printed, together)."""
    voting = find_voting(meeting_id)

    def act() -> None:
        box = box_in(request, voting)
        copies = whole_number(request, "copies", Words("印了几张"))
        record_printed_forms(actor=request.actor, now=now(), box=box, copies=copies)

    return act_and_return(
        request, act, reverse("office:voting-show", args=[meeting_id]), Words("张数记下了。"), place="boxes"
    )


@office_page
@require_GET
def handout(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """The sheet on which papers are counted by hand."""
    voting = find_voting(meeting_id)
    if not may_see_voting(request.actor, voting):
        raise Forbidden
    tree = handout_tree(voting)
    return file_answer(pdf.render(tree), tree.file_stem, "pdf", PDF)
