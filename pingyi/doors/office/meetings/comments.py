"""Comments on the on-site reporters: the list, and one comment sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.meetings.comment_form import CommentForm, form_of_post, form_of_sentences
from pingyi.doors.office.meetings.console import homes_of
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.meetings.domain.agenda import ItemState
from pingyi.review.meetings.phrases import PARTS, TAGS
from pingyi.review.meetings.queries import find_review_meeting, sitting_of
from pingyi.review.meetings.queries.comments import (
    BoardRow,
    comment_board,
    comment_of,
    find_reporter,
    is_meeting_over,
    sentences_of,
)
from pingyi.review.meetings.rules import may_read_comment, may_read_words, may_record_words
from pingyi.review.meetings.services import reopen_comment, write_comment

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Reporter


@office_page
@require_GET
def show_list(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Every on-site reporter with how far the comment is."""
    meeting = find_review_meeting(meeting_id)
    if not may_read_words(request.actor, meeting):
        raise Forbidden(Words("点评由经办人记录，领导可以看。书记在会后看自己的点评。"))
    rows = comment_board(meeting)
    shown = {
        "meeting": meeting,
        "sitting": sitting_of(meeting),
        "rows": rows,
        "spoken": [row for row in rows if row.report_state in {ItemState.RUNNING, ItemState.DONE}],
        "finished": sum(row.is_finished for row in rows),
        "next": _next(rows),
        "homes": homes_of(rows),
        "may_record": may_record_words(request.actor, meeting),
    }
    return render(request, "office/comment-list.html", shown)


@office_page
@require_http_methods(["GET", "POST"])
def write(request: OfficeRequest, meeting_id: int, reporter_id: int) -> HttpResponse:
    """One comment: written by the clerk, read by leaders and, after the meeting, by its own secretary."""
    reporter = find_reporter(find_review_meeting(meeting_id), reporter_id)
    if request.method == "POST":
        return _save(request, reporter)
    is_over = is_meeting_over(reporter.meeting)
    if not may_read_comment(request.actor, reporter, is_meeting_over=is_over):
        raise Forbidden(Words("这份点评，本单位书记在会议结束后可以看。"))
    return _page(request, reporter)


@office_page
@require_POST
def reopen(request: OfficeRequest, meeting_id: int, reporter_id: int) -> HttpResponse:
    reporter = find_reporter(find_review_meeting(meeting_id), reporter_id)
    return act_and_return(
        request,
        lambda: reopen_comment(actor=request.actor, now=now(), reporter=reporter),
        _here(reporter),
        Words("撤回了定稿，可以改了。"),
    )


def _save(request: OfficeRequest, reporter: Reporter) -> HttpResponse:
    form = form_of_post(request.POST)
    try:
        comment = write_comment(
            actor=request.actor,
            now=now(),
            reporter=reporter,
            sentences=form.sentences,
            seen_version=form.version,
            is_final=form.is_final,
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return _page(request, reporter, form, refusal)
    name, count = reporter.organisation.name, form.problem_count
    if comment.is_finished:
        messages.success(
            request, Words("{name}的点评定稿了，{count}个问题列在问题清单上。", name=name, count=count)
        )
        return redirect("office:comment-list", reporter.meeting_id)
    messages.success(
        request,
        Words("存好了，{sentences}句，其中问题{count}个。", sentences=len(form.sentences), count=count),
    )
    return redirect(_here(reporter))


def _page(
    request: OfficeRequest,
    reporter: Reporter,
    form: CommentForm | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    comment = comment_of(reporter)
    if (
        comment is not None
        and not comment.is_finished
        and not may_read_words(request.actor, reporter.meeting)
    ):
        comment = None
    present = sentences_of(comment)
    is_changed = refusal is not None and refusal.code == "comment.changed_meanwhile"
    if form is None:
        form = form_of_sentences(comment, present)
    else:
        form.recognise(present)
    if is_changed and comment is not None:
        # Who has seen what stands there now may save over it.
        form.version = comment.version
    shown = {
        "meeting": reporter.meeting,
        "reporter": reporter,
        "comment": comment,
        "sentences": present,
        "form": form,
        "is_changed": is_changed,
        "refusal": refusal,
        "parts": PARTS,
        "tags": TAGS,
        "may_record": may_record_words(request.actor, reporter.meeting),
    }
    return render(request, "office/comment-write.html", shown, status=refusal.status if refusal else 200)


def _here(reporter: Reporter) -> str:
    return reverse("office:comment-write", args=[reporter.meeting_id, reporter.pk])


def _next(rows: list[BoardRow]) -> BoardRow | None:
    """The first who spoke (or speaks) and has no finished comment."""
    spoken = (row for row in rows if row.report_state in {ItemState.RUNNING, ItemState.DONE})
    return next((row for row in spoken if not row.is_finished), None)
