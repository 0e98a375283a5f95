"""Files of a calculation: the summary workbook, and what repeats the calculation elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.documents.render.files import excel_file
from pingyi.doors.office.appraisal.reading import seen_cycle
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import number_in
from pingyi.review.appraisal.documents import results_summary
from pingyi.review.appraisal.domain.kept import answer_file, input_file
from pingyi.review.appraisal.domain.parse import parse
from pingyi.review.appraisal.domain.snapshot import canonical_rules
from pingyi.review.appraisal.queries.snapshots import find_snapshot, latest_snapshots
from pingyi.review.appraisal.queries.summary import summary_of

if TYPE_CHECKING:
    from pingyi.review.appraisal.models import AppraisalSnapshot
    from pingyi.review.cycles.models import Cycle

JSON = "application/json"


@office_page
@require_GET
def download(request: OfficeRequest, cycle_id: int, kind: str) -> HttpResponse:
    """`kind` is summary, input, rules or answer. ?snapshot= one calculation, ?meeting= the newest of a meeting."""
    cycle = seen_cycle(request, cycle_id)
    if kind not in FILES:
        raise Missing(Words("没有这种文件。请回到“结果与等次”页再下载。"), code="file.missing")
    return FILES[kind](_chosen(request, cycle))


def _chosen(request: OfficeRequest, cycle: Cycle) -> AppraisalSnapshot:
    named = number_in(request.GET.get("snapshot", ""))
    if named:
        return find_snapshot(cycle, named)
    latest = latest_snapshots(cycle)
    meeting = number_in(request.GET.get("meeting", ""))
    found = latest.get(meeting) if meeting else next(iter(latest.values()), None)
    if found is None:
        raise Missing(Words("还没有算分，没有文件可下载。计票以后先算分。"), code="snapshot.missing")
    return found


def _summary(kept: AppraisalSnapshot) -> HttpResponse:
    file = excel_file(results_summary(summary_of(kept)))
    return file_answer(file.content, file.name.removesuffix(".xlsx"), "xlsx", file.media_type)


def _input(kept: AppraisalSnapshot) -> HttpResponse:
    return file_answer(
        input_file(kept.input), Words("计分输入_第{sequence}次", sequence=kept.sequence), "json", JSON
    )


def _rules(kept: AppraisalSnapshot) -> HttpResponse:
    rules, _ = parse(kept.input)
    return file_answer(
        canonical_rules(rules), Words("计分规则_第{sequence}次", sequence=kept.sequence), "json", JSON
    )


def _answer(kept: AppraisalSnapshot) -> HttpResponse:
    rules, _ = parse(kept.input)
    return file_answer(
        answer_file(kept.output, rules),
        Words("计分结果_第{sequence}次", sequence=kept.sequence),
        "json",
        JSON,
    )


FILES: dict[str, Callable[[AppraisalSnapshot], HttpResponse]] = {
    "summary": _summary,
    "input": _input,
    "rules": _rules,
    "answer": _answer,
}
