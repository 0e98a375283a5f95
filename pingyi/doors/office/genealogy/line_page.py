"""One fault over the years: every problem of the line, who signed it off, with what, and what was decided by whom."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.words import Words
from pingyi.doors.office.genealogy.line_list import CandidateLine
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.lines import Chip, number_of, problem_chip
from pingyi.doors.office.rectification.problem_page import readable_problem
from pingyi.review.genealogy.queries.chains import Link, Signing, chains_of
from pingyi.review.genealogy.queries.kinship import decisions_about
from pingyi.review.genealogy.queries.proposals import proposals_for
from pingyi.review.genealogy.rules import may_decide_kin, may_read_lines
from pingyi.review.rectification.phrases import SOURCES

if TYPE_CHECKING:
    from pingyi.review.genealogy.models import KinDecision
    from pingyi.review.rectification.models import ProblemItem


@dataclass(frozen=True)
class LinkLine:
    problem: "ProblemItem"
    number: str
    chip: Chip
    source: str
    signings: tuple[Signing, ...]
    is_this: bool


@dataclass(frozen=True)
class DecisionLine:
    """What was decided about this problem and another, and what the other decision would be."""

    row: "KinDecision"
    other: "ProblemItem"
    number: str

    @property
    def words(self) -> str:
        return Words("是同一个") if self.row.is_same else Words("不是同一个")


@office_page
@require_GET
def line_show(request: OfficeRequest, problem_id: int) -> HttpResponse:
    """The clerk and the leaders see all units and the decisions; a secretary her own unit."""
    problem = readable_problem(request.actor, problem_id)
    sees_all = may_read_lines(request.actor, problem)
    may_decide = may_decide_kin(request.actor, problem)
    chain = chains_of([problem])[problem.pk]
    links = chain.links if sees_all else chain.own
    shown = {
        "problem": problem,
        "cycle": problem.cycle,
        "number": number_of(problem),
        "chain": chain,
        "sees_all": sees_all,
        "may_decide": may_decide,
        "links": [_line(link, problem) for link in reversed(links)],
        "years": len({link.problem.cycle_id for link in links}),
        "decisions": [_decision(row, problem) for row in decisions_about(problem.pk)] if sees_all else [],
        "candidates": [CandidateLine.of(one) for one in proposals_for(problem)] if may_decide else [],
    }
    return render(request, "office/line-show.html", shown)


def _line(link: Link, problem: "ProblemItem") -> LinkLine:
    row = link.problem
    return LinkLine(
        row, number_of(row), problem_chip(row), SOURCES[row.source], link.signings, row.pk == problem.pk
    )


def _decision(row: "KinDecision", problem: "ProblemItem") -> DecisionLine:
    other = row.second if row.first_id == problem.pk else row.first
    return DecisionLine(row, other, number_of(other))
