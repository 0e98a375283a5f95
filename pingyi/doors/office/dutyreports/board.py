"""The reports of one cycle: who has handed in, who has not, which wait to be looked at."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.dutyreports.bars import board_bar
from pingyi.doors.office.dutyreports.words import counting_words, late_words
from pingyi.doors.office.home.own_words import CHIPS, Chip
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.cycles.rules import may_prepare
from pingyi.review.dutyreports.domain.levels import level_names, place_in
from pingyi.review.dutyreports.queries import Board, BoardLine, report_board
from pingyi.review.dutyreports.rules import may_list_reports, may_set_reports

ALL, WAITING, MISSING, LATE, ACCEPTED = "all", "waiting", "missing", "late", "accepted"


@dataclass(frozen=True)
class Row:
    line: BoardLine
    chip: Chip
    late: str
    # Which of several levels has the report: 联系部门，2 / 3级.
    level: str = ""


@dataclass(frozen=True)
class Choice:
    """One of the lists to look at, with how many are on it."""

    key: str
    words: str
    count: int
    is_chosen: bool


@office_page
@require_GET
def show_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """All reports, or with `?only=waiting|missing|late|accepted` some of them."""
    cycle = find_cycle(cycle_id)
    if not may_list_reports(request.actor, cycle):
        raise Forbidden(Words("述职报告的进度，经办人和领导看。您自己的报告在“我的述职和整改”里。"))
    moment = now()
    board = report_board(cycle, moment)
    lists = _lists(board)
    chosen = request.GET.get("only", ALL)
    chosen = chosen if chosen in lists else ALL
    shown = {
        "cycle": cycle,
        "board": board,
        "bar": board_bar(board, cycle, moment, may_review=may_prepare(request.actor, cycle)),
        "rows": [_row(line, board) for line in lists[chosen]],
        "may_set": may_set_reports(request.actor, cycle),
        "counting_words": counting_words(board.settings),
        "choices": [
            Choice(key, WORDS[key], len(lines), is_chosen=key == chosen) for key, lines in lists.items()
        ],
    }
    return render(request, "office/report-list.html", shown)


WORDS = {
    ALL: Words("全部"),
    WAITING: Words("等着审"),
    MISSING: Words("没交"),
    LATE: Words("迟了没交"),
    ACCEPTED: Words("通过"),
}


def _lists(board: Board) -> dict[str, list[BoardLine]]:
    return {
        ALL: list(board.lines),
        WAITING: board.waiting,
        MISSING: board.missing,
        LATE: board.overdue,
        ACCEPTED: [line for line in board.lines if line.state == "accepted"],
    }


def _row(line: BoardLine, board: Board) -> Row:
    if line.is_overdue and line.is_returned:
        late = late_words(line.days_over)
    else:
        late = late_words(line.days_late) if line.is_late else ""
    return Row(line, CHIPS[line.state], late, _level(line, board))


def _level(line: BoardLine, board: Board) -> str:
    names = level_names(board.settings.report_levels)
    if len(names) == 1 or not line.is_waiting or line.report is None:
        return ""
    place = place_in(names, line.report.level)
    return Words("{names}，{place} / {names_2}级", names=names[place], place=place + 1, names_2=len(names))
