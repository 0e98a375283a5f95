"""The sheet of temporary passwords: shown once, taken away as a workbook, kept nowhere."""

import base64
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pingyi.core.words import Words
from pingyi.documents.domain.sheets import Sheet, SheetColumn, Workbook
from pingyi.documents.render import xlsx
from pingyi.organisations.services.open_secretary_accounts import NotOpened, SheetLine

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = (
    SheetColumn(Words("单位"), 28),
    SheetColumn(Words("姓名"), 12),
    SheetColumn(Words("工号"), 16),
    SheetColumn(Words("临时密码"), 20),
)
NOTES = (
    Words("登录地址由组织部门告知。密码连横线一起输入，第一次登录后系统会请您换掉。"),
    Words("剪成条，一人一条，当面交。"),
)


def sheet_page(
    request: HttpRequest, lines: Sequence[SheetLine], not_opened: Sequence[NotOpened] = ()
) -> HttpResponse:
    """Passwords in words exist in this one answer, on the page and in the file that it carries."""
    shown = {"lines": lines, "not_opened": not_opened, "file": _as_link(lines) if lines else ""}
    return render(request, "office/account-sheet.html", shown)


def _as_link(lines: Sequence[SheetLine]) -> str:
    rows = tuple((line.organisation, line.name, line.username, line.temporary_password) for line in lines)
    sheet = Sheet(name=Words("账号"), title=Words("账号和临时密码"), columns=COLUMNS, rows=rows, notes=NOTES)
    content = xlsx.render(Workbook(file_stem=Words("账号"), title=Words("账号和临时密码"), sheets=(sheet,)))
    return f"data:{XLSX};base64,{base64.b64encode(content).decode()}"
