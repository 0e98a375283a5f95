"""The counters' part: type paper forms, compare the two readings, correct one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words, listed
from pingyi.doors.office.ballots.entry_form import EntryRow, keys_of, marks_in
from pingyi.doors.office.ballots.reading import box_in, find_voting, whole_number
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.ballots.domain.grades import BallotGrade
from pingyi.review.ballots.phrases import grade_words, row_name
from pingyi.review.ballots.queries.entries import comparison_pages, entry_progress
from pingyi.review.ballots.queries.papers import paper_of, rows_of
from pingyi.review.ballots.queries.votings import find_box
from pingyi.review.ballots.rules import may_check_hand_count, may_enter_paper
from pingyi.review.ballots.services.paper_entry import correct_entry, enter_paper_form, withdraw_entry

if TYPE_CHECKING:
    from pingyi.review.ballots.models import Box


@office_page
@require_http_methods(["GET", "POST"])
def enter(request: OfficeRequest, meeting_id: int, box_id: int) -> HttpResponse:
    """GET: an empty form, nothing of what others typed; POST: fields of `entry_form`."""
    voting = find_voting(meeting_id)
    box = find_box(voting, box_id)
    if not may_enter_paper(request.actor, box):
        raise Forbidden(Words("纸质票由计票人录。"))
    if request.method == "GET":
        return _entry_page(request, box)
    try:
        number = whole_number(request, "number", Words("表上的编号"))
        marks = marks_in(request.POST, paper_of(box))
        enter_paper_form(actor=request.actor, now=now(), box=box, number=number, marks=marks)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _entry_page(request, box, refusal)
    messages.success(
        request,
        Words(
            "{number}号表录好了：{summary}。",
            number=number,
            summary=_summary(marks, len(paper_of(box).rows), grade_words(voting.meeting)),
        ),
    )
    return redirect("office:voting-enter", meeting_id, box_id)


@office_page
@require_GET
def compare(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Where the two readings differ."""
    voting = find_voting(meeting_id)
    if not may_check_hand_count(request.actor, voting):
        raise Forbidden(Words("两遍录入的比对，计票席才能看。"))
    pages = comparison_pages(voting, request.actor.account_id)
    shown = {
        "meeting": voting.meeting,
        "voting": voting,
        "pages": pages,
        "left": sum(len(page.differences) for page in pages),
        "grades": [(grade.value, word) for grade, word in grade_words(voting.meeting).items()],
        "may_enter": may_enter_paper(request.actor, voting),
    }
    return render(request, "office/voting-compare.html", shown)


@office_page
@require_POST
def correct(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Fields: box, number, row (reporter id), grade (good … unknown, or blank)."""
    voting = find_voting(meeting_id)

    def act() -> None:
        correct_entry(
            actor=request.actor,
            now=now(),
            box=box_in(request, voting),
            number=whole_number(request, "number", Words("表上的编号")),
            row=whole_number(request, "row", Words("行")),
            grade=_chosen(request),
        )

    return act_and_return(
        request, act, reverse("office:voting-compare", args=[meeting_id]), Words("改好了。")
    )


@office_page
@require_POST
def withdraw(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Fields: box, number. Takes the actor's own reading back."""
    voting = find_voting(meeting_id)

    def act() -> None:
        number = whole_number(request, "number", Words("表上的编号"))
        withdraw_entry(actor=request.actor, now=now(), box=box_in(request, voting), number=number)

    return act_and_return(
        request, act, reverse("office:voting-compare", args=[meeting_id]), Words("您录的那一遍撤了。")
    )


def _entry_page(request: OfficeRequest, box: Box, refusal: Refused | None = None) -> HttpResponse:
    progress = entry_progress(box, request.actor.account_id)
    wrong = refusal.field if refusal else None
    rows = [
        EntryRow(
            reporter_id=row.pk,
            place=place,
            organisation=row_name(box.voting.meeting, row)[0],
            person=row_name(box.voting.meeting, row)[1],
            typed=request.POST.get(f"row-{row.pk}", ""),
            is_wrong=wrong == f"row-{row.pk}",
        )
        for place, row in enumerate(rows_of(box.voting), start=1)
    ]
    shown = {
        "meeting": box.voting.meeting,
        "voting": box.voting,
        "box": box,
        "rows": rows,
        "keys": keys_of(paper_of(box), grade_words(box.voting.meeting)),
        "most": len(paper_of(box).grades),
        "progress": progress,
        "number": request.POST.get("number", progress.next_number),
        "refusal": refusal,
    }
    return render(request, "office/voting-enter.html", shown, status=422 if refusal else 200)


def _chosen(request: OfficeRequest) -> str | None:
    """The grade that was read on the paper; None for a blank row. Nothing is chosen for anybody."""
    grade = request.POST.get("grade", "")
    if not grade:
        raise Refused(Words("看着表选一项，再改。"), code="paper.grade", field="grade")
    return None if grade == "blank" else grade


def _summary(marks: dict[int, str], rows: int, words: Mapping[BallotGrade, str]) -> str:
    """What one form says in sum, so that a slip of the finger shows at once."""
    counted = [
        Words(
            "{grade_words}{number}",
            grade_words=words[grade],
            number=sum(mark == grade for mark in marks.values()),
        )
        for grade in BallotGrade
        if grade in marks.values()
    ]
    blank = [Words("空{rows}", rows=rows - len(marks))] if len(marks) < rows else []
    return listed([*counted, *blank], "，")
