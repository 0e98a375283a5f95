"""The daily assessment of a review as a workbook, and the workbook to write indicators in."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden
from pingyi.core.sheets.writing import write_template
from pingyi.core.words import Words
from pingyi.documents.render.files import excel_file
from pingyi.doors.office.daily.reading import measure_titles
from pingyi.doors.office.organisations.downloads import workbook_answer
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.reading import rendered_answer
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.daily.documents import board_workbook
from pingyi.review.daily.domain.sheet import indicator_form
from pingyi.review.daily.queries.board import board_of
from pingyi.review.daily.rules import may_keep_sets, may_read_board


@office_page
@require_GET
def board_file(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """Scores with their denominators, and every line of the arithmetic, as of the ledgers that were read."""
    cycle = find_cycle(cycle_id)
    if not may_read_board(request.actor, cycle):
        raise Forbidden(Words("全部日常考核由经办人、领导和计票人看。"))
    board = board_of(cycle)
    day = board.newest.row.last if board.newest else today(now())
    return rendered_answer(excel_file(board_workbook(board, cycle, day)))


@office_page
@require_GET
def set_template(request: OfficeRequest) -> HttpResponse:
    """The empty workbook for an own indicator set."""
    if not may_keep_sets(request.actor):
        raise Forbidden(Words("考核指标由经办人定，您的账号只能看。"))
    return workbook_answer(write_template((indicator_form(measure_titles()),)), Words("考核指标导入模板"))
