"""All papers of a review: what there is, what went out, the sheets of each meeting."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.words import Words
from pingyi.documents.queries import active_series
from pingyi.documents.queries.register import text_of
from pingyi.doors.office.appraisal.next_step import Bar
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.reading import seen_cycle
from pingyi.review.cycles.queries.meetings import meetings_of
from pingyi.review.papers.domain.kinds import NUMBERED
from pingyi.review.papers.queries import PaperLine, issued_of, paper_lines
from pingyi.review.papers.rules import may_write_papers


@office_page
@require_GET
def show_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    cycle = seen_cycle(request, cycle_id)
    lines, issued, series = paper_lines(cycle), issued_of(cycle), active_series()
    shown = {
        "cycle": cycle,
        "lines": [(line, _number(line)) for line in lines],
        "meetings": meetings_of(cycle),
        "issued": [(row, text_of(row.document_number) if row.document_number else "") for row in issued],
        "out": sum(line.issued is not None for line in lines),
        "bar": _bar(
            cycle.pk, lines, has_series=bool(series), may_write=may_write_papers(request.actor, cycle)
        ),
    }
    return render(request, "office/paper-list.html", shown)


def _number(line: PaperLine) -> str:
    number = line.issued.document_number if line.issued else None
    return text_of(number) if number else ""


def _bar(cycle_id: int, lines: list[PaperLine], *, has_series: bool, may_write: bool) -> Bar:
    """A letterhead first, then the official papers in the order of the year."""
    if not may_write:
        return Bar(Words("公文由经办人写、由经办人发"), Words("发出的公文，这里都能看、能下载。"))
    if not has_series:
        return Bar(
            Words("先加一个机关代字"),
            Words("红头、文号和落款都按它来；以前用过的号也在那里登记。"),
            reverse("office:register-show"),
            Words("去发文登记"),
        )
    open_line = next((one for one in lines if one.kind in NUMBERED and one.issued is None), None)
    if open_line is None:
        return Bar(Words("该编号的公文都发出了"), Words("会上用的议程、主持词，改好就能下载打印。"))
    return Bar(
        Words("看一遍{word}，补齐空白再发", word=open_line.word),
        Words("正文照方案和名单写好了；数据没有的地方空着，一处一处列出来。"),
        reverse("office:paper-show", args=[cycle_id, open_line.kind, open_line.meeting_number]),
        Words("打开{word}", word=open_line.word),
    )
