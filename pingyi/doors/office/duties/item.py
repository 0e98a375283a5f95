"""One entry of a list: how it stands and why, the tasks that hang on it, its story."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed
from pingyi.doors.office.duties.bars import bar_of_item
from pingyi.doors.office.duties.ledgers import numbers_beside
from pingyi.doors.office.duties.reading import readable_item
from pingyi.doors.office.duties.words import chip_of, whose
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.lines import number_of, task_chip
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.duties.domain.entries import Part, ReportState
from pingyi.review.duties.domain.stages import stage_after, stage_to_undo
from pingyi.review.duties.domain.standing import Standing
from pingyi.review.duties.phrases import PARTS, STAGES, STRANDS
from pingyi.review.duties.queries.readings import entry_of
from pingyi.review.duties.queries.stories import story_of
from pingyi.review.duties.queries.tasks import offered_tasks
from pingyi.review.duties.rules import may_confirm, may_link, may_report

if TYPE_CHECKING:
    from pingyi.organisations.domain.reckoning import Reckoning
    from pingyi.review.duties.models import DutyItem
    from pingyi.review.duties.queries.readings import Entry


@office_page
@require_GET
def duty_item(request: OfficeRequest, duty_item_id: int) -> HttpResponse:
    return item_page(request, readable_item(request.actor, duty_item_id), NOT_FAILED)


def item_page(request: OfficeRequest, item: "DutyItem", failed: Failed) -> HttpResponse:
    """The page, with the form that was refused as it was sent."""
    actor, duty_list = request.actor, item.duty_list
    at = reckoning_on(today(now()), item.institution_id)
    entry = entry_of(item, at)
    is_acted_on = entry.standing is not Standing.DROPPED and duty_list.state == duty_list.State.ISSUED
    reports = is_acted_on and may_report(actor, duty_list)
    confirms = is_acted_on and may_confirm(actor, duty_list)
    links = is_acted_on and may_link(actor, duty_list)
    shown = {
        "cycle": duty_list.cycle,
        "duty_list": duty_list,
        "whose": whose(duty_list),
        "item": item,
        "entry": entry,
        "chip": chip_of(entry.standing),
        "part": PARTS[item.part],
        "strand": STRANDS[item.strand],
        "bar": bar_of_item(entry, may_report=reports, may_confirm=confirms),
        "story": story_of(item),
        "tasks": _tasks(item, at, is_chosen=links),
        "numbers": [one for one in numbers_beside(item) if links or one.is_linked],
        "links": links,
        "reports": reports and item.part == Part.DUTY and item.state == ReportState.OPEN,
        "notes_progress": reports and entry.standing is not Standing.DONE,
        "confirms": confirms and item.state == ReportState.REPORTED,
        "returns": confirms and item.state != ReportState.OPEN,
        "failed": failed,
        "refusal": failed.loose,
        **_stages(entry, may_finish=reports, may_undo=links),
        **_fields(failed),
    }
    return render(request, "office/duty-item.html", shown, status=failed.status)


def _tasks(item: "DutyItem", at: "Reckoning", *, is_chosen: bool) -> list[tuple[object, ...]]:
    """The tasks that hang on the entry; where they may be chosen, also those that could."""
    return [
        (one, number_of(one.task.problem), task_chip(one.task, one.late))
        for one in offered_tasks(item, at)
        if is_chosen or one.is_linked
    ]


def _stages(entry: "Entry", *, may_finish: bool, may_undo: bool) -> dict[str, object]:
    if entry.item.part != Part.PROJECT:
        return {"stages": []}
    upcoming, undone = stage_after(entry.stage), stage_to_undo(entry.stage)
    return {
        "stages": [(word, entry.stage >= stage) for stage, word in STAGES.items()],
        "upcoming": (int(upcoming), STAGES[upcoming]) if upcoming and may_finish else None,
        "undone": STAGES[undone] if undone and may_undo else "",
    }


def _fields(failed: Failed) -> dict[str, object]:
    report, stage = failed.state("report"), failed.state("stage")
    day_hint = Words("空着就是今天")
    return {
        "report_field": report.field("report", Words("做了什么，看什么材料")),
        "report_day": report.field("done_on", Words("哪天做成的"), kind="date", hint=day_hint),
        "progress_field": failed.state("progress").field("progress", Words("做到哪里了")),
        "confirm_field": failed.state("confirm").field("note", Words("核对的话"), hint=Words("可以空着")),
        "return_field": failed.state("return").field("reason", Words("还差什么")),
        "stage_field": stage.field("stage_text", Words("这一步做成了什么")),
        "stage_day": stage.field("done_on", Words("哪天做成的"), kind="date", hint=day_hint),
        "back_field": failed.state("stage-back").field("back_reason", Words("为什么撤回")),
    }
