"""The daily assessment of a review: who is how far, and what comes next."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed
from pingyi.doors.office.daily.board_bar import bar_of_board
from pingyi.doors.office.daily.reading import changed_today
from pingyi.doors.office.form_fields import Field
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.organisations.phrases import ORGANISATION_KINDS
from pingyi.review.cycles.domain.decimals import share_text
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.daily.domain.arithmetic import Reason, Sheet
from pingyi.review.daily.phrases import REASONS, base_words, change_words, points_text, sum_text
from pingyi.review.daily.queries.board import Board, BoardRow, board_of
from pingyi.review.daily.queries.sets import SetReading, all_sets
from pingyi.review.daily.rules import may_choose_sets, may_hand_over, may_read_board

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


@dataclass(frozen=True)
class BoardLine:
    """One secretary in words. `gained` of `base` points gave the score; `left_out` points stand in neither.

    `based_on` says so beside the score; `gaps` counts the lines without a number by their reason; `change` says what
    would come out now.
    """

    row: BoardRow
    score: str = ""
    gained: str = ""
    base: str = ""
    left_out: str = ""
    based_on: str = ""
    is_thin: bool = False
    gaps: list[tuple[str, int]] = field(default_factory=list)
    change: str = ""


@office_page
@require_GET
def daily_board(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    return board_page(request, find_cycle(cycle_id), NOT_FAILED)


def board_page(request: OfficeRequest, cycle: "Cycle", failed: Failed) -> HttpResponse:
    actor = request.actor
    if not may_read_board(actor, cycle):
        raise Forbidden(Words("全部日常考核由经办人、领导和计票人看。您单位的在“我的日常考核”。"))
    board, may_choose = board_of(cycle), may_choose_sets(actor, cycle)
    changed = changed_today(board.rows, cycle)
    offered = [one for one in all_sets() if one.indicator_set.state != "draft"]
    shown = {
        "cycle": cycle,
        "board": board,
        "lines": [line_of(row, changed.get(row.reporter.pk)) for row in board.rows],
        "changed": len(changed),
        "asks_if_sure": failed.refusal is not None and failed.refusal.code == "daily.changed",
        "weight": share_text(settings_of(cycle).composite_daily),
        "chosen": [
            (ORGANISATION_KINDS[kind], board.chosen.get(kind), _choice(failed, board, kind, offered))
            for kind in board.kinds
        ],
        "has_offer": bool(offered),
        "may_choose": may_choose,
        "may_hand_over": may_hand_over(actor, cycle) and board.has_weight,
        "bar": bar_of_board(
            board,
            cycle,
            changed=len(changed),
            has_offer=bool(offered),
            may_choose=may_choose,
            may_hand_over=may_hand_over(actor, cycle),
        ),
        "check_href": reverse("office:daily-check-list", args=[cycle.pk]),
        "calculate_href": reverse("office:daily-calculate", args=[cycle.pk]),
        "refusal": failed.loose,
    }
    return render(request, "office/daily-board.html", shown, status=failed.status)


def line_of(row: BoardRow, anew: Sheet | None = None) -> BoardLine:
    """The score with its denominator, and how much no ledger speaks for."""
    if row.score is None:
        return BoardLine(row)
    sheet, exact = row.score.sheet, row.score.score
    reasons: Counter[str] = Counter(line.reason for line in sheet.lines if line.reason is not Reason.COUNTED)
    return BoardLine(
        row,
        "" if exact is None else points_text(exact),
        sum_text(sheet),
        points_text(sheet.base),
        points_text(sheet.left_out) if sheet.left_out else "",
        base_words(sheet),
        sheet.is_thin,
        [(words, reasons[reason]) for reason, words in REASONS.items() if reasons[reason]],
        "" if anew is None else change_words(sheet, anew),
    )


def _choice(failed: Failed, board: Board, kind: str, offered: list[SetReading]) -> Field:
    chosen = board.chosen.get(kind)
    fitting = [one.indicator_set for one in offered if kind in one.indicator_set.kinds]
    options = [
        (str(one.pk), Words("{name}　第{number}版", name=one.name, number=one.number)) for one in fitting
    ]
    state = failed.state("choose", **{f"set-{kind}": str(chosen.pk) if chosen else ""})
    return state.field(
        f"set-{kind}",
        ORGANISATION_KINDS[kind],
        kind="select",
        options=[("", Words("还没有选")), *options] if chosen is None else options,
    )
