"""Fonts: which typeface is served by what, the files of the school, and the names with characters in trouble."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.documents.domain.glyph_check import Trouble
from pingyi.documents.domain.typefaces import TEXT_ROLES, WORDS, Role, RoleWords
from pingyi.documents.queries.names import check_register
from pingyi.documents.rules import may_see_fonts
from pingyi.documents.typefaces.shelf import OwnFont, shelf
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.organisations.rules import may_keep_register

SHOWN = 200
CHIPS = {
    Trouble.BOX: ("late", "alert-triangle", Words("空框")),
    Trouble.PRIVATE: ("late", "alert-triangle", Words("造字")),
    Trouble.SELECTOR: ("soon", "info-circle", Words("异体")),
}


@dataclass(frozen=True)
class RoleLine:
    """One typeface: the file that serves it, or what stands in."""

    words: RoleWords
    font: OwnFont | None


@office_page
@require_GET
def show(request: OfficeRequest) -> HttpResponse:
    """No parameters. The folder is looked at anew each time."""
    if not may_see_fonts(request.actor):
        raise Forbidden(Words("字体由经办人看。"))
    own = shelf()
    roles = [
        RoleLine(WORDS[role], serving[0][1] if (serving := own.serving(role)) else None)
        for role in (*TEXT_ROLES, Role.RARE)
    ]
    check = check_register()
    shown = {
        "roles": roles,
        "official": len(TEXT_ROLES),
        "served": sum(line.font is not None for line in roles[: len(TEXT_ROLES)]),
        "files": own.files,
        "refused": sum(bool(one.problem) for one in own.files),
        "check": check,
        "found": [(one, *CHIPS[one.lack.trouble]) for one in check.misprinted[:SHOWN]],
        "stood_in": check.stood_in,
        "may_keep": may_keep_register(request.actor),
    }
    return render(request, "office/font-list.html", shown)
