"""The task lists as Word files: of one organisation, or of all in one parcel."""

from collections.abc import Container
from urllib.parse import quote

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.render.files import word_file
from pingyi.documents.render.packing import pack
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.problem_list import own_only
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.rectification.documents import task_list
from pingyi.review.rectification.queries.papers import task_list_of, task_lists


@office_page
@require_GET
def task_list_document(request: OfficeRequest, cycle_id: int, organisation_id: int) -> HttpResponse:
    """The .docx of one organisation; a secretary gets her own."""
    cycle = find_cycle(cycle_id)
    own = own_only(request.actor, cycle)
    if own is not None and organisation_id not in own:
        raise Forbidden(Words("任务清单由经办人、领导和本单位书记下载。"))
    file = word_file(task_list(task_list_of(cycle, today(now()), organisation_id)))
    return _parcel(file.name, file.media_type, file.content)


@office_page
@require_GET
def task_list_parcel(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """A .zip with one .docx for each organisation; a secretary gets her own."""
    cycle = find_cycle(cycle_id)
    lists = task_lists(cycle, today(now()), own_only(request.actor, cycle))
    files: dict[str, bytes] = {}
    for tasks in lists:
        file = word_file(task_list(tasks))
        files[_free_name(file.name, files)] = file.content
    return _parcel(f"{file_stem(Words('整改任务清单'), cycle.name)}.zip", "application/zip", pack(files))


def _free_name(name: str, taken: Container[str]) -> str:
    """Two organisations may bear one name."""
    stem, _, ending = name.rpartition(".")
    free, number = name, 2
    while free in taken:
        free, number = (
            Words("{stem}（{number}）.{ending}", stem=stem, number=number, ending=ending),
            number + 1,
        )
    return free


def _parcel(name: str, media_type: str, content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer
