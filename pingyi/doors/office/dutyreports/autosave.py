"""Where the page of a report sends what is written while it is written, and asks what stands there now.

The answers are read by `report-autosave.js`. Whoever is not signed in is sent to the sign-in page as everywhere: the
script sees that the answer is none of these and keeps the text.
"""

import json
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.drawing.dates import say_moment, say_time
from pingyi.doors.office.dutyreports.bars import writer_bar
from pingyi.doors.office.dutyreports.checks import checks_of
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.speaking import spoken_json
from pingyi.review.dutyreports.queries import find_report, read_report, stage_of
from pingyi.review.dutyreports.queries.versions import as_it_stands, texts_of
from pingyi.review.dutyreports.rules import may_write_report
from pingyi.review.dutyreports.services import Draft, Outcome, autosave_report

MOST_FIELDS = 500


@office_page
@require_http_methods(["GET", "POST"])
def autosave(request: OfficeRequest, report_id: int) -> HttpResponse:
    """GET: account, token of the form, version and texts as they stand.

    POST, JSON: `{"account", "version", "fields": {name: {"base", "text"}}}`, names as in the form. Answers with what
    became of each text, and with all texts when somebody else saved since that version.
    """
    try:
        if request.method == "POST":
            return _keep(request, report_id)
        return _tell(request, report_id)
    except Refused as refusal:
        answer = {"code": refusal.code, "words": refusal.message, "account": request.actor.account_id}
        return spoken_json(answer, refusal.status)


def _tell(request: OfficeRequest, report_id: int) -> HttpResponse:
    report = find_report(report_id)
    if not may_write_report(request.actor, report.reporter):
        raise Forbidden(Words("述职报告由述职的书记本人写。"))
    return spoken_json(
        {
            "account": request.actor.account_id,
            "token": get_token(request),
            "version": report.version,
            "texts": texts_of(as_it_stands(report)),
            "by": report.saved_by.display_name if report.saved_by else "",
            "before": say_moment(report.saved_at) if report.saved_at else "",
        }
    )


def _keep(request: OfficeRequest, report_id: int) -> HttpResponse:
    report = find_report(report_id)
    if not may_write_report(request.actor, report.reporter):
        raise Forbidden(Words("述职报告由述职的书记本人写。"))
    sent = _sent(request)
    if sent.get("account") != request.actor.account_id:
        raise Refused(
            Words("现在登录的是另一个账号，没有保存。请换回写报告的账号。"), code="report.other_account"
        )
    moment = now()
    done = autosave_report(actor=request.actor, now=moment, report=report, drafts=_drafts(sent.get("fields")))
    answer = {
        "account": request.actor.account_id,
        "version": done.report.version,
        "at": say_time(moment),
        "outcomes": {name: _told(outcome) for name, outcome in done.outcomes.items()},
        "by": done.saved_before_by,
        "before": say_moment(done.saved_before_at) if done.saved_before_at else "",
        "aside": done.kept_aside.number if done.kept_aside else None,
    }
    if done.version_before != done.report.version:
        answer |= _how_far(request, report_id, moment)
    if done.version_before != sent.get("version"):
        answer["texts"] = done.texts
    return spoken_json(answer)


def _how_far(request: OfficeRequest, report_id: int, moment: datetime) -> dict[str, str]:
    """The checks and the sentence of the bar as they are after this save, for the page that is open."""
    report = find_report(report_id)
    reading = read_report(report)
    checks = checks_of(reading, moment, is_writing=True)
    shown = {
        "report": report,
        "checks": checks,
        "unmet": sum(not check.is_met for check in checks),
        "is_writer": True,
        "can_write": True,
        "sees_likeness": True,
    }
    todo = writer_bar(reading, moment, stage_of(report, reading.settings)).effect
    return {"checks": render_to_string("office/_report-now.html", shown, request), "todo": todo}


def _told(outcome: Outcome) -> dict[str, str]:
    return {"fate": outcome.fate, "text": outcome.text, "both": outcome.both, "words": outcome.words}


def _sent(request: OfficeRequest) -> dict[str, Any]:
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        sent = None
    if not isinstance(sent, dict):
        raise _unreadable()
    return sent


def _drafts(fields: Any) -> dict[str, Draft]:
    if not isinstance(fields, dict) or len(fields) > MOST_FIELDS:
        raise _unreadable()
    return {name: _draft(found) for name, found in fields.items()}


def _draft(found: Any) -> Draft:
    if not isinstance(found, dict):
        raise _unreadable()
    base, text = found.get("base"), found.get("text")
    if not isinstance(base, str) or not isinstance(text, str):
        raise _unreadable()
    return Draft(base, text)


def _unreadable() -> Refused:
    return Refused(Words("这次自动保存没有传完整，没有保存。"), code="report.unreadable")
