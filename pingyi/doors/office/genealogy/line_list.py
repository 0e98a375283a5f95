"""The problems of a year, each beside what it may be again: asked here, decided by a person."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.lines import Chip, number_of, problem_chip
from pingyi.doors.office.sent_fields import sent_number
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.genealogy.queries.proposals import Asked, Candidate, Proposals, proposals
from pingyi.review.genealogy.rules import may_decide_kin, may_read_lines

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle
    from pingyi.review.rectification.models import ProblemItem


@dataclass(frozen=True)
class Bar:
    title: str
    effect: str
    href: str = ""
    button: str = ""


@dataclass(frozen=True)
class CandidateLine:
    problem: "ProblemItem"
    number: str
    chip: Chip
    percent: int
    more: int

    @classmethod
    def of(cls, one: Candidate) -> "CandidateLine":
        return cls(one.problem, number_of(one.problem), problem_chip(one.problem), one.percent, one.line - 1)


@dataclass(frozen=True)
class AskedLine:
    """`all_ids`: what the button “none of them” sends."""

    problem: "ProblemItem"
    number: str
    same: int
    candidates: tuple[CandidateLine, ...]

    @property
    def all_ids(self) -> str:
        return " ".join(str(one.problem.pk) for one in self.candidates)

    @classmethod
    def of(cls, one: Asked) -> "AskedLine":
        lines = tuple(CandidateLine.of(candidate) for candidate in one.candidates)
        return cls(one.problem, number_of(one.problem), one.same, lines)


@office_page
@require_GET
def line_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """GET page. Twenty problems at a time, in the order of the units."""
    cycle = find_cycle(cycle_id)
    if not may_read_lines(request.actor, cycle):
        raise Forbidden(Words("各单位的老问题由经办人和领导看。本单位的，在问题页上看。"))
    found = proposals(cycle, sent_number(request.GET, "page") or 1)
    may_decide = may_decide_kin(request.actor, cycle)
    shown = {
        "cycle": cycle,
        "found": found,
        "rows": [AskedLine.of(one) for one in found.asked],
        "may_decide": may_decide,
        "bar": _bar(cycle, found, may_decide=may_decide),
    }
    return render(request, "office/line-list.html", shown)


def _bar(cycle: "Cycle", found: Proposals, *, may_decide: bool) -> Bar:
    faults = reverse("office:fault-list", args=[cycle.pk])
    if not found.page.total:
        problems = reverse("office:problem-list", args=[cycle.pk])
        return Bar(
            Words("等问题列进清单"),
            Words("点评定稿以后，每个问题都在这里和往年的、别的单位的比一比。"),
            problems,
            Words("看问题清单"),
        )
    if found.open_questions and may_decide:
        return Bar(
            Words("本页{count}个问题，看是不是老问题", count=found.open_questions),
            Words("系统只按用词提出来，同一个还是两回事，由您定。定过的一对不再提。"),
        )
    if found.page.after:
        return Bar(
            Words("接着看下一页"),
            Words("本页没有要定的了。"),
            f"?page={found.page.after}",
            Words("第{page}页", page=found.page.after),
        )
    return Bar(
        Words("看共性问题，写进下一轮方案"),
        Words("几个单位都有、几年都有的问题，归在一起，带着分母。"),
        faults,
        Words("共性问题"),
    )
