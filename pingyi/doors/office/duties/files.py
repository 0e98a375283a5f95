"""Lists as files: one as .docx in the official layout or as .xlsx, all of a year as .xlsx."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing
from pingyi.core.words import Words
from pingyi.documents.render.files import excel_file, word_file
from pingyi.doors.office.duties.reading import readable_list
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.reading import rendered_answer
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.duties.documents import list_paper, lists_workbook
from pingyi.review.duties.queries import list_board, read_list
from pingyi.review.duties.rules import may_read_lists


@office_page
@require_GET
def duty_file_of(request: OfficeRequest, duty_list_id: int, duty_file: str) -> HttpResponse:
    """`docx` or `xlsx`."""
    duty_list = readable_list(request.actor, duty_list_id)
    day = today(now())
    reading = read_list(duty_list, reckoning_on(day, duty_list.institution_id))
    if duty_file == "docx":
        return rendered_answer(word_file(list_paper(reading, day)))
    if duty_file != "xlsx":
        raise Missing(Words("没有这种文件。请从清单页下载。"), code="file.missing")
    issuer, year = duty_list.organisation.name, duty_list.cycle.year
    return rendered_answer(excel_file(lists_workbook([reading], issuer, year, day)))


@office_page
@require_GET
def duty_workbook(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """All lists in force of the year."""
    cycle = find_cycle(cycle_id)
    if not may_read_lists(request.actor, cycle):
        raise Forbidden(Words("全部责任清单由经办人和领导看。"))
    day = today(now())
    board = list_board(cycle, reckoning_on(day, cycle.institution_id))
    readings = [row.reading for row in board.rows if row.is_issued]
    return rendered_answer(excel_file(lists_workbook(readings, cycle.convenor.name, cycle.year, day)))
