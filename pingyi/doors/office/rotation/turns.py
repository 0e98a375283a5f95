"""Whose turn it is to report on site this year: the proposal with its reasons, and the decision."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rotation.next_step import bar_of_turns
from pingyi.doors.office.rotation.turn_lines import TurnLine, turn_lines, years_of
from pingyi.doors.office.rotation.words import say_rule
from pingyi.doors.office.sent_fields import Sent, faults_of, rows_in
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.rotation.domain.standing import Turn
from pingyi.review.rotation.queries.board import TurnBoard, turn_board
from pingyi.review.rotation.rules import may_decide_turns, may_read_turns
from pingyi.review.rotation.services import decide_turns

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle

ON_SITE, WRITTEN = "on_site", "written"


@dataclass(frozen=True)
class DecisionLine:
    """One reporter on the page: what is (to be) decided, and whether the chosen part of the list shows her."""

    turn: TurnLine
    mode: str
    reason: str
    fault: str
    is_shown: bool

    @property
    def proposed(self) -> str:
        return ON_SITE if self.turn.row.line.is_proposed else WRITTEN


@dataclass(frozen=True)
class ComingYear:
    """A year of the plan with the names of whose turn it is."""

    year: int
    names: tuple[str, ...]
    missed: tuple[str, ...]


@office_page
def turn_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """`?show=turn|all|otherwise`. POST `seen`, and for each reporter `mode-ID`=on_site|written, `reason-ID`.

    Whoever has no `mode-ID` is taken as proposed.
    """
    cycle = find_cycle(cycle_id)
    if request.method != "POST":
        return _page(request, cycle)
    try:
        board = decide_turns(
            actor=request.actor,
            now=now(),
            cycle=cycle,
            seen=request.POST.get("seen", ""),
            modes=rows_in(request.POST, "mode"),
            reasons=rows_in(request.POST, "reason"),
        )
    except Refused as refusal:
        return _page(request, cycle, refusal)
    words = Words(
        "定了：现场{on_site}位，书面{rows}位。", on_site=board.on_site, rows=len(board.rows) - board.on_site
    )
    if board.otherwise:
        words += Words("其中{otherwise}位和建议不同，理由记下了。", otherwise=board.otherwise)
    messages.success(request, words)
    return redirect("office:turn-list", cycle_id)


def _page(request: OfficeRequest, cycle: "Cycle", refusal: Refused | None = None) -> HttpResponse:
    if not may_read_turns(request.actor, cycle):
        raise Forbidden
    board = turn_board(cycle)
    # Upon a proposal that changed meanwhile the page starts anew; otherwise it keeps what was typed.
    sent = request.POST if refusal and refusal.code != "turns.stale" else {}
    show = request.GET.get("show", "turn")
    lines = _lines(board, sent, faults_of(refusal), show)
    may_edit = may_decide_turns(request.actor, cycle) and cycle.state == "draft"
    shown = {
        "cycle": cycle,
        "board": board,
        "rotation": board.rotation,
        "lines": lines,
        "years": years_of(board),
        "counts": {turn.value: board.rotation.counted(turn) for turn in Turn},
        "on_site": sum(line.mode == ON_SITE for line in lines),
        "show": show,
        "shows": _shows(board),
        "is_empty_part": not any(line.is_shown for line in lines),
        "coming": _coming(board),
        "rule": say_rule(board.rotation.rules),
        "may_edit": may_edit,
        "bar": bar_of_turns(board, may_edit=may_edit),
        "refusal": refusal,
        "tab": "turns",
    }
    return render(request, "office/turn-list.html", shown, status=refusal.status if refusal else 200)


def _coming(board: TurnBoard) -> list[ComingYear]:
    """The years of the plan up to the last in which it is anybody's turn."""
    names = {row.reporter.pk: row.reporter.organisation.name for row in board.rows}
    years = [
        ComingYear(one.year, tuple(names[pk] for pk in one.ids), tuple(names[pk] for pk in one.missed))
        for one in board.rotation.years
    ]
    filled = [place for place, one in enumerate(years) if one.names or one.missed]
    return years[: max(filled, default=0) + 1]


def _lines(board: TurnBoard, sent: Sent, faults: dict[str, str], show: str) -> list[DecisionLine]:
    # Before anybody chose anything the page offers the proposal; afterwards it shows what is.
    is_open = not any(row.decision for row in board.rows) and not board.on_site
    return [_line(turn, is_open, sent, faults, show) for turn in turn_lines(board).values()]


def _line(turn: TurnLine, is_open: bool, sent: Sent, faults: dict[str, str], show: str) -> DecisionLine:
    row = turn.row
    pk = row.reporter.pk
    mode = (ON_SITE if row.line.is_proposed else WRITTEN) if is_open else row.reporter.mode
    fault = faults.get(f"reason-{pk}") or faults.get(f"mode-{pk}") or ""
    return DecisionLine(
        turn=turn,
        mode=sent.get(f"mode-{pk}", mode),
        reason=sent.get(f"reason-{pk}", row.reason),
        fault=fault,
        is_shown=bool(fault) or show == "all" or _belongs(turn, show, is_open),
    )


def _belongs(turn: TurnLine, show: str, is_open: bool) -> bool:
    row = turn.row
    if show == "otherwise":
        return row.is_otherwise and not is_open
    is_asked = row.line.standing.turn == Turn.DUE or row.line.is_proposed
    return is_asked or row.is_on_site


def _shows(board: TurnBoard) -> list[tuple[str, str, int]]:
    is_open = not any(row.decision for row in board.rows) and not board.on_site
    parts = (("turn", Words("轮到的")), ("all", Words("全部")), ("otherwise", Words("和建议不同")))
    lines = turn_lines(board).values()
    return [
        (
            key,
            words,
            len(board.rows) if key == "all" else sum(_belongs(line, key, is_open) for line in lines),
        )
        for key, words in parts
    ]
