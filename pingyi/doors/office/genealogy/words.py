"""The list of words of the field that mean the same: shown, and written anew by the clerk."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.genealogy.domain.field_words import START_LIST, read_groups
from pingyi.review.genealogy.queries.field_words import field_word_list
from pingyi.review.genealogy.rules import may_write_field_words
from pingyi.review.genealogy.services import write_field_words


@office_page
@require_http_methods(["GET", "POST"])
def field_words_edit(request: OfficeRequest) -> HttpResponse:
    """POST text (one group a line)."""
    if not may_write_field_words(request.actor):
        raise Forbidden(Words("近义词表由经办人改。"))
    if request.method != "POST":
        return _page(request)
    text = request.POST.get("text", "")
    try:
        row = write_field_words(actor=request.actor, now=now(), text=text)
    except Forbidden:
        raise
    except Refused as refusal:
        return _page(request, text, refusal)
    messages.success(request, Words("存了，{count}组近义词。", count=len(read_groups(row.text))))
    return redirect("office:field-words-edit")


def _page(request: OfficeRequest, text: str | None = None, refusal: Refused | None = None) -> HttpResponse:
    row = field_word_list()
    present = START_LIST if row is None else row.text
    shown = {
        "row": row,
        "groups": len(read_groups(present)),
        "text": present if text is None else text,
        "refusal": refusal,
    }
    return render(request, "office/field-words-edit.html", shown, status=refusal.status if refusal else 200)
