"""Who is late, what she was told when, and whether the mail arrived."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words, listed
from pingyi.doors.office.dutyreports.bars import Bar
from pingyi.doors.office.dutyreports.words import late_words
from pingyi.doors.office.home.own_words import CHIPS, Chip
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import number_in
from pingyi.notices.queries import mail_standing
from pingyi.notices.services import send_again
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.dutyreports.queries import Board, BoardLine, report_board
from pingyi.review.dutyreports.queries.reminders import reminders_of
from pingyi.review.dutyreports.rules import may_list_reports, may_set_reports
from pingyi.review.dutyreports.services import Reminded, remind_late

if TYPE_CHECKING:
    from datetime import datetime

    from pingyi.notices.models import Notice
    from pingyi.review.cycles.models import Cycle

MAIL_CHIPS = {
    "waiting": Chip(Words("邮件等着寄"), "soon", "hourglass"),
    "sending": Chip(Words("邮件正在寄"), "info", "send"),
    "sent": Chip(Words("邮件寄出了"), "ok", "mail"),
    "failed": Chip(Words("邮件没寄到"), "late", "alert-triangle"),
}


@dataclass(frozen=True)
class LateRow:
    line: BoardLine
    chip: Chip
    late: str
    notices: "tuple[Notice, ...]"
    mail: Chip | None
    is_told_today: bool


@office_page
@require_http_methods(["GET", "POST"])
def reminder_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST reminds all who are late; with `reporter` (may come several times) only those."""
    cycle = find_cycle(cycle_id)
    if not may_list_reports(request.actor, cycle):
        raise Forbidden(Words("谁迟了，经办人和领导看。您自己的报告在“我的述职和整改”里。"))
    moment = now()
    if request.method == "POST":
        chosen = frozenset(number_in(text) for text in request.POST.getlist("reporter"))
        try:
            told = remind_late(actor=request.actor, now=moment, cycle=cycle, reporter_ids=chosen or None)
        except Forbidden:
            raise
        except Refused as refusal:
            return _page(request, cycle, moment, refusal)
        messages.success(request, _told_words(told))
        return redirect("office:reminder-list", cycle_id)
    return _page(request, cycle, moment)


@office_page
@require_POST
def mail_again(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """No fields: every mail that did not arrive is tried once more."""
    if not may_set_reports(request.actor, find_cycle(cycle_id)):
        raise Forbidden(Words("催报告由经办人办。"))
    count = send_again(actor=request.actor, now=now())
    messages.success(
        request,
        Words("{count}封邮件排上了，再寄一次。", count=count) if count else Words("没有要重寄的邮件。"),
    )
    return redirect("office:reminder-list", cycle_id)


def _page(
    request: OfficeRequest, cycle: "Cycle", moment: "datetime", refusal: Refused | None = None
) -> HttpResponse:
    board = report_board(cycle, moment)
    told = reminders_of(cycle)
    rows = [_row(line, tuple(told.get(line.reporter.pk, ())), moment) for line in board.overdue]
    may_set = may_set_reports(request.actor, cycle)
    shown = {
        "cycle": cycle,
        "board": board,
        "rows": rows,
        "bar": _bar(board, rows, may_set=may_set),
        "fresh": sum(not row.is_told_today for row in rows),
        "may_set": may_set,
        "mail": mail_standing(),
        "refusal": refusal,
        "told": [notice for notices in told.values() for notice in notices],
    }
    return render(request, "office/reminder-list.html", shown, status=refusal.status if refusal else 200)


def _row(line: BoardLine, notices: "tuple[Notice, ...]", moment: "datetime") -> LateRow:
    newest = notices[0] if notices else None
    mail = getattr(newest, "mail", None) if newest else None
    return LateRow(
        line,
        CHIPS[line.state],
        late_words(line.days_over),
        notices,
        MAIL_CHIPS[mail.state] if mail else None,
        is_told_today=newest is not None and newest.day == today(moment),
    )


def _bar(board: Board, rows: list[LateRow], *, may_set: bool) -> Bar:
    whole = len(board.lines)
    if not rows:
        left = Words("已交{handed_in} / {whole}份。", handed_in=board.handed_in, whole=whole)
        return Bar(Words("没有迟交的"), Words("{left}截止前几天自动提醒，在“规则”里定。", left=left))
    fresh = sum(not row.is_told_today for row in rows)
    if not fresh:
        return Bar(
            Words("今天都催过了，{rows} / {rows}位", rows=len(rows)),
            Words("同一天不催两次，明天还没交可以再催。"),
        )
    said = Words("通知马上出现在本人首页上；配了邮件、有邮箱的，同时寄一封。同一天不催两次。")
    return Bar(
        Words("催迟交的{fresh} / {whole}位", fresh=fresh, whole=whole)
        if may_set
        else Words("{fresh} / {whole}位迟了，等经办人催", fresh=fresh, whole=whole),
        said,
    )


def _told_words(told: Reminded) -> str:
    words = [
        Words("催了{reporters}位，本人首页上就有通知。", reporters=told.reporters)
        if told.reporters
        else Words("没有要再催的。")
    ]
    if told.mails:
        words.append(Words("{mails}封邮件排上了。", mails=told.mails))
    if told.without_address:
        words.append(
            Words("{without_address}位没有登记邮箱，只有首页上的通知。", without_address=told.without_address)
        )
    if told.already:
        words.append(Words("{already}位今天已经催过，没有再催。", already=told.already))
    if told.nobody:
        words.append(Words("{nobody}没有能登录的书记账号，要另外告诉。", nobody=listed(told.nobody)))
    return "".join(words)
