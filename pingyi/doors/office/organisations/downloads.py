"""The workbooks that the register gives out."""

from urllib.parse import quote

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden
from pingyi.core.sheets.writing import write_book, write_template
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.organisations.domain.imports.forms import REGISTER_FORMS
from pingyi.organisations.queries.register import export_lines, load_known
from pingyi.organisations.rules import may_keep_register, may_read_register

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@office_page
@require_GET
def import_template(request: OfficeRequest) -> HttpResponse:
    """The empty workbook to fill in."""
    if not may_keep_register(request.actor):
        raise Forbidden
    return workbook_answer(write_template(REGISTER_FORMS), Words("组织和人员导入模板"))


@office_page
@require_GET
def register_export(request: OfficeRequest) -> HttpResponse:
    """The whole register in the form in which it is imported."""
    if not may_read_register(request.actor):
        raise Forbidden
    content = write_book(REGISTER_FORMS, export_lines(load_known()))
    return workbook_answer(content, Words("组织和人员{isoformat}", isoformat=today(now()).isoformat()))


def workbook_answer(content: bytes, stem: str) -> HttpResponse:
    """A workbook to download under a Chinese name."""
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(stem)}.xlsx"
    return response
