"""The page that a slip opens, and the two requests that it makes."""

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from pingyi.core.errors import Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.language import asked_language, in_asked_language
from pingyi.doors.phone.answers import Answer, BadRequest, json_answer, text_of
from pingyi.doors.phone.guessing import note_wrong_code
from pingyi.doors.phone.page_words import page_words
from pingyi.review.ballots.domain.receipt import CastId, read_cast_id
from pingyi.review.ballots.queries.phone import page_of, slip_view
from pingyi.review.ballots.services.cast_ballot import cast_ballot

MOST_ROWS = 1_000
PAGE_SECONDS = 10


@require_safe
@in_asked_language
def entry(request: HttpRequest) -> HttpResponse:
    """Somebody typed the address without the last part."""
    return render(request, "phone/entry.html")


@require_safe
@in_asked_language
def ballot(request: HttpRequest, public_key: str) -> HttpResponse:
    """The whole page, the same for every voter: the slip's code stays behind # and never comes here.

    Two hundred phones load it within minutes: it is drawn anew every few seconds only.
    """
    try:
        html = cache.get_or_set(
            f"ballot-page-{asked_language(request)}-{public_key.upper()}",
            lambda: _drawn(public_key),
            PAGE_SECONDS,
        )
    except Missing as missing:
        return _not_found(request, missing)
    return HttpResponse(html)


def _drawn(public_key: str) -> str:
    page = page_of(public_key)
    shown = {"page": page, "said": page_words(page.occasion)}
    return render_to_string("phone/ballot.html", shown)


@json_answer
def look(body: Answer, public_key: str) -> Answer:
    """{code} → what this slip may do: {state, class_name, own_rows}."""
    code = text_of(body, "code")
    try:
        slip = slip_view(public_key=public_key, code=code)
    except Refused as refused:
        _note(refused)
        raise
    return {"state": slip.state, "class_name": slip.class_name, "own_rows": list(slip.own_rows)}


@json_answer
def cast(body: Answer, public_key: str) -> Answer:
    """{code, cast_id, grades: {reporter id: grade}} → {receipt}."""
    code, cast_id, marks = text_of(body, "code"), _cast_id(body), _marks(body)
    try:
        receipt = cast_ballot(public_key=public_key, code=code, cast_id=cast_id, marks=marks)
    except Refused as refused:
        _note(refused)
        raise
    return {"receipt": receipt.word}


def _note(refused: Refused) -> None:
    if refused.code == "slip.unknown":
        note_wrong_code()


def _cast_id(body: Answer) -> CastId:
    cast_id = read_cast_id(body.get("cast_id"))
    if cast_id is None:
        raise BadRequest(Words("发来的内容不全，什么都没有改。请刷新这一页再试。"), code="request.incomplete")
    return cast_id


def _marks(body: Answer) -> dict[int, str]:
    grades = body.get("grades")
    if not isinstance(grades, dict) or len(grades) > MOST_ROWS:
        raise BadRequest(Words("发来的内容不全，什么都没有改。请刷新这一页再试。"), code="request.incomplete")
    marks = {
        int(row): grade
        for row, grade in grades.items()
        if row.isascii() and row.isdigit() and len(row) < 19 and isinstance(grade, str)
    }
    if len(marks) != len(grades):
        raise BadRequest(Words("发来的票读不懂，什么都没有改。请刷新这一页再试。"), code="request.unreadable")
    return marks


def _not_found(request: HttpRequest, missing: Missing) -> HttpResponse:
    response = render(request, "phone/entry.html", {"missing": missing}, status=404)
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response
