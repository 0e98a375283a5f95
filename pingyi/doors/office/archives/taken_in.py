"""Reviews held elsewhere that were taken in from their packages: hand one in, look at it."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from pingyi.archives.queries import find_taken_in, taken_in
from pingyi.archives.queries.inside import member_of, table_of
from pingyi.archives.rules import may_read_taken_in, may_take_in
from pingyi.archives.services import take_in
from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_file import limit_mb, sent_upload
from pingyi.review.appraisal.phrases import GRADE_WORDS, MODE_WORDS
from pingyi.review.rectification.phrases import PROBLEM_STATES

if TYPE_CHECKING:
    from pingyi.archives.models import ImportedArchive

# Whatever it is: the browser saves it and opens nothing.
BYTES = "application/octet-stream"
SHOWN_FOLDERS = ("documents/", "evidence/", "data/")


@office_page
def show_list(request: OfficeRequest) -> HttpResponse:
    """POST `file`, a package. It is checked and taken in whole, or nothing is changed."""
    if not may_read_taken_in(request.actor):
        raise Forbidden
    if request.method != "POST":
        return _list(request)
    try:
        archive, is_new = _take(request)
    except Forbidden:
        raise
    except Refused as refusal:
        return _list(request, refusal)
    if is_new:
        messages.success(request, Words("导入了，只供查阅。没有销号的问题列进了那一年的清单。"))
    else:
        messages.info(request, Words("这一份以前导入过了，什么都没有改。"))
    return redirect("office:taken-in-show", archive.pk)


@office_page
@require_GET
def show(request: OfficeRequest, archive_id: int) -> HttpResponse:
    """Who reported, what was decided, which problems stayed open, and every file of the package."""
    archive = _archive(request, archive_id)
    decided = {_said(row, "reporter"): _said(row, "decided_grade") for row in table_of(archive, "decisions")}
    shown = {
        "archive": archive,
        "origin": archive.manifest["origin"],
        "people": [_person(row, decided) for row in table_of(archive, "reporters")],
        "problems": [
            {**row, "state_word": _word(PROBLEM_STATES, _said(row, "state"))}
            for row in table_of(archive, "problems")
        ],
        "names": [
            one["name"] for one in archive.manifest["members"] if one["name"].startswith(SHOWN_FOLDERS)
        ],
    }
    return render(request, "office/taken-in-show.html", shown)


@office_page
@require_GET
def download(request: OfficeRequest, archive_id: int) -> HttpResponse:
    """?name= one file of the package, hashed again before it is given out. Always to be saved, never shown."""
    archive = _archive(request, archive_id)
    name = request.GET.get("name", "")
    content = member_of(archive, name)
    stem, _, ending = name.rsplit("/", 1)[-1].rpartition(".")
    return file_answer(content, stem or ending, ending if stem else "bin", BYTES)


def _archive(request: OfficeRequest, archive_id: int) -> "ImportedArchive":
    archive = find_taken_in(archive_id)
    if not may_read_taken_in(request.actor):
        raise Forbidden
    return archive


def _take(request: OfficeRequest) -> "tuple[ImportedArchive, bool]":
    if not may_take_in(request.actor):
        raise Forbidden(Words("归档包由经办人导入。"))
    upload = sent_upload(
        request,
        none=Words("还没有选文件。选归档包（.zip）再导入。"),
        too_large=Words(
            "文件超过 {limit} MB。请管理员在服务器上用 import-archive 命令导入。", limit=limit_mb()
        ),
    )
    with tempfile.TemporaryDirectory(prefix=".packing-", dir=settings.DATA) as folder:
        package = Path(folder) / "handed-in.zip"
        with package.open("wb") as target:
            for chunk in upload.chunks():
                target.write(chunk)
        return take_in(actor=request.actor, now=now(), package=package, name=str(upload.name))


def _list(request: OfficeRequest, refusal: Refused | None = None) -> HttpResponse:
    shown = {
        "rows": taken_in(),
        "may_take_in": may_take_in(request.actor),
        "refusal": refusal,
        "limit": limit_mb(),
    }
    return render(request, "office/taken-in-list.html", shown, status=refusal.status if refusal else 200)


def _person(row: dict[str, Any], decided: dict[str, str]) -> dict[str, str]:
    return {
        "organisation": _said(row, "organisation"),
        "person": _said(row, "person"),
        "mode": _word(MODE_WORDS, _said(row, "mode")),
        "grade": _word(GRADE_WORDS, decided.get(_said(row, "id"), "")),
    }


def _said(row: dict[str, Any], name: str) -> str:
    """What stands in this column. A package may come from another version: a column that it lacks is empty."""
    value = row.get(name)
    return "" if value is None else str(value)


def _word(words: Mapping[str, str], value: str) -> str:
    return words.get(value, value)
