"""What is done to a letter beside writing it: the leader's word, reminders, the committee's answer."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words, listed
from pingyi.doors.office.appraisal.letters import one_page, seen_cycle
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import number_in
from pingyi.review.appraisal.queries.letters import letter_rows
from pingyi.review.appraisal.services import (
    answer_statement,
    confirm_opinion,
    give_opinion_back,
    remind_unread,
)
from pingyi.review.cycles.queries.lookup import find_reporter


@office_page
@require_POST
def confirm(request: OfficeRequest, cycle_id: int, reporter_id: int) -> HttpResponse:
    """Fields: version. Then the next opinion that waits, or the list."""
    cycle = seen_cycle(request, cycle_id)
    reporter = find_reporter(cycle, reporter_id)
    seen = number_in(request.POST.get("version", ""))
    try:
        confirm_opinion(actor=request.actor, now=now(), reporter=reporter, seen_version=seen)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return one_page(request, cycle, reporter, refusal=refusal)
    messages.success(request, Words("{organisation}的意见确认了。", organisation=reporter.organisation.name))
    waiting = [row for row in letter_rows(cycle) if row.opinion is not None and row.verdict is None]
    if not waiting:
        return redirect("office:letter-list", cycle_id)
    return redirect("office:letter-edit", cycle_id, waiting[0].reporter.pk)


@office_page
@require_POST
def give_back(request: OfficeRequest, cycle_id: int, reporter_id: int) -> HttpResponse:
    """Fields: version, note."""
    cycle = seen_cycle(request, cycle_id)
    reporter = find_reporter(cycle, reporter_id)
    sent = request.POST.dict()
    try:
        give_opinion_back(
            actor=request.actor,
            now=now(),
            reporter=reporter,
            seen_version=number_in(sent.get("version", "")),
            note=sent.get("note", ""),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return one_page(request, cycle, reporter, sent, refusal)
    messages.success(
        request, Words("{organisation}的意见退给经办人了。", organisation=reporter.organisation.name)
    )
    return redirect("office:letter-list", cycle_id)


@office_page
@require_POST
def remind(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """No fields: a notice to everybody whose letter is out and not opened."""
    cycle = seen_cycle(request, cycle_id)

    def act() -> None:
        done = remind_unread(actor=request.actor, now=now(), cycle=cycle)
        said = Words("催了{told}个账号", told=done.told)
        if done.already:
            said += Words("，{already}个今天已经催过", already=done.already)
        if done.nobody:
            said += Words("；没有账号的：{nobody}", nobody=listed(done.nobody))
        messages.success(request, said + Words("。"))

    return act_and_return(request, act, reverse("office:letter-list", args=[cycle_id]))


@office_page
@require_POST
def answer(request: OfficeRequest, cycle_id: int, reporter_id: int) -> HttpResponse:
    """Fields: answer."""
    cycle = seen_cycle(request, cycle_id)
    reporter = find_reporter(cycle, reporter_id)
    statement = next(row for row in letter_rows(cycle) if row.reporter.pk == reporter.pk).statement
    if statement is None:
        raise Missing(Words("还没有本人意见，没有可以答复的。"), code="statement.missing")
    sent = request.POST.dict()
    try:
        answer_statement(actor=request.actor, now=now(), statement=statement, text=sent.get("answer", ""))
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return one_page(request, cycle, reporter, sent, refusal)
    messages.success(request, Words("答复好了，书记现在看得到。"))
    return redirect("office:letter-edit", cycle_id, reporter_id)
