"""Where the problems named at the meeting go: a draft task each, or a word why not."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.meetings.domain.homes import NOTHING_SAID
from pingyi.review.meetings.phrases import HOMES
from pingyi.review.meetings.queries import find_review_meeting, sitting_of
from pingyi.review.meetings.queries.homes import find_problem_sentence, homes_by_reporter, is_answered
from pingyi.review.meetings.rules import may_read_words, may_record_words
from pingyi.review.meetings.services import decline_task, draft_rest, draft_task


@office_page
@require_GET
def show(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    return _page(request, meeting_id)


@office_page
@require_POST
def settle(request: OfficeRequest, meeting_id: int, sentence_id: int) -> HttpResponse:
    """POST home (task: words in task_draft; none: words in no_task_reason)."""
    meeting = find_review_meeting(meeting_id)
    sentence = find_problem_sentence(meeting, sentence_id)
    is_task = request.POST.get("home") != "none"
    typed = request.POST.get("task_draft" if is_task else "no_task_reason", "")
    try:
        if is_task:
            draft_task(actor=request.actor, now=now(), sentence=sentence, text=typed)
        else:
            decline_task(actor=request.actor, now=now(), sentence=sentence, reason=typed)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, meeting_id, sentence_id, typed, refusal)
    messages.success(
        request, Words("列为任务草案了。") if is_task else Words("记下了，不列任务，理由跟着这一句。")
    )
    return redirect(f"{_here(meeting_id)}#sentence-{sentence_id}")


@office_page
@require_POST
def settle_rest(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """POST nothing. All that have no home become draft tasks in their own words."""
    meeting = find_review_meeting(meeting_id)
    return act_and_return(
        request,
        lambda: draft_rest(actor=request.actor, now=now(), meeting=meeting),
        _here(meeting_id),
        Words("都列为任务草案了。散会以后发给单位认领。"),
    )


def _page(
    request: OfficeRequest,
    meeting_id: int,
    sentence_id: int | None = None,
    typed: str = "",
    refusal: Refused | None = None,
) -> HttpResponse:
    meeting = find_review_meeting(meeting_id)
    if not may_read_words(request.actor, meeting):
        raise Forbidden(Words("问题的去向由经办人定，领导可以看。"))
    groups = homes_by_reporter(meeting)
    shown = {
        "meeting": meeting,
        "sitting": sitting_of(meeting),
        "groups": [
            (group, [(row, home, HOMES[home], is_answered(row.problem)) for row, home in group.sentences])
            for group in groups
            if group.sentences
        ],
        "count": sum((group.count for group in groups), NOTHING_SAID),
        "may_record": may_record_words(request.actor, meeting),
        "refused_id": sentence_id,
        "typed": typed,
        "refusal": refusal,
    }
    return render(request, "office/sentence-list.html", shown, status=refusal.status if refusal else 200)


def _here(meeting_id: int) -> str:
    return reverse("office:sentence-list", args=[meeting_id])
