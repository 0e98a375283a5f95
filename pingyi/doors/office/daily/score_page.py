"""One secretary's arithmetic: every number with its denominator, its source and the page of its ledger."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.daily.reading import stated_about
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.fingerprint import spoken
from pingyi.review.daily.domain.arithmetic import Line, Part, is_same
from pingyi.review.daily.phrases import (
    base_words,
    change_words,
    equation_text,
    exact_text,
    line_words,
    points_text,
    sum_text,
)
from pingyi.review.daily.queries.anew import sheets_now
from pingyi.review.daily.queries.own import find_reporter_anywhere
from pingyi.review.daily.queries.scores import ScoreReading, daily_marks, scores_of
from pingyi.review.daily.queries.sets import read_set
from pingyi.review.daily.rules import answers_for, may_choose_sets, may_hand_over, may_read_score
from pingyi.review.daily.sources import source_words

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Reporter

# Where the numbers of a ledger are looked up, by the beginning of their code.
_LEDGERS: dict[str, tuple[str, Callable[["Reporter"], str]]] = {
    "orglife": (
        Words("看组织生活台账"),
        lambda one: reverse("office:orglife-matrix", args=[one.organisation_id]),
    ),
    "decisions": (Words("看议题与决策"), lambda one: reverse("office:topic-list")),
    "problems": (Words("看问题清单"), lambda one: reverse("office:problem-list", args=[one.cycle_id])),
    "tasks": (Words("看整改任务"), lambda one: reverse("office:task-list", args=[one.cycle_id])),
}
# These pages are not for secretaries; her own problems stand on her own page.
_NOT_HERS = ("problems", "tasks")


@dataclass(frozen=True)
class SumLine:
    """One line as it is read. `gained` / `points`, in words `said`; `source` says where the number is from."""

    text: str
    said: str
    gained: str
    points: str
    source: str
    href: str
    link: str
    is_left_out: bool
    is_missing: bool


@office_page
@require_GET
def score_show(request: OfficeRequest, reporter_id: int) -> HttpResponse:
    """The newest calculation, what it would come to now, and when the earlier ones were made."""
    reporter = find_reporter_anywhere(reporter_id)
    if not may_read_score(request.actor, reporter):
        raise Forbidden(Words("日常考核怎样算出来的，经办人、领导、计票人可以看，书记只看自己的。"))
    scores = scores_of(reporter)
    newest = scores[0] if scores else None
    is_own = answers_for(request.actor, reporter) and not request.actor.has_role("clerk", "leader", "counter")
    shown = {
        "reporter": reporter,
        "cycle": reporter.cycle,
        "is_own": is_own,
        "newest": newest,
        "groups": _groups(newest, reporter, request.actor) if newest else [],
        "total": _total(newest) if newest else None,
        "change": _change(newest, reporter) if newest else "",
        "may_calculate": may_choose_sets(request.actor, reporter.cycle),
        "earlier": [(one, "" if one.score is None else points_text(one.score)) for one in scores[1:]],
        "fingerprint": spoken(newest.row.set_fingerprint) if newest else "",
        "mark": daily_marks(reporter.cycle).get(reporter.pk) if not is_own else None,
        "may_hand_over": may_hand_over(request.actor, reporter.cycle),
    }
    return render(request, "office/daily-score.html", shown)


def _change(score: ScoreReading, reporter: "Reporter") -> str:
    """Empty as long as the score holds, and once nothing can be calculated any more."""
    if reporter.cycle.state == "archived":
        return ""
    stated = stated_about([reporter], reporter.cycle.year, today(now()))
    anew = sheets_now([(reporter, read_set(score.row.indicator_set))], stated)[reporter.pk]
    return "" if is_same(score.sheet, anew) else change_words(score.sheet, anew)


def sum_lines(
    score: ScoreReading, reporter: "Reporter", actor: Actor | None = None
) -> list[tuple[str, SumLine]]:
    """Every line with the heading of its indicator."""
    titles = score.row.titles
    return [(line.indicator.heading, _line(line, titles, reporter, actor)) for line in score.sheet.lines]


def _groups(score: ScoreReading, reporter: "Reporter", actor: Actor) -> list[tuple[str, list[SumLine]]]:
    groups: list[tuple[str, list[SumLine]]] = []
    for heading, line in sum_lines(score, reporter, actor):
        if not groups or groups[-1][0] != heading:
            groups.append((heading, []))
        groups[-1][1].append(line)
    return groups


def _line(line: Line, titles: dict[str, str], reporter: "Reporter", actor: Actor | None) -> SumLine:
    measure = line.indicator.measure
    title = Words(titles.get(measure, measure))
    link, href = "", ""
    if line.part is Part.COMPUTED and actor is not None:
        link, href = _ledger(measure, reporter, actor)
    return SumLine(
        line.indicator.text,
        line_words(line, title),
        exact_text(line.gained),
        points_text(line.points),
        source_words(line.fact.source) if line.fact else "",
        href,
        link,
        line.is_left_out,
        line.fact is None and line.checked is None,
    )


def _ledger(measure: str, reporter: "Reporter", actor: Actor) -> tuple[str, str]:
    ledger = measure.partition(".")[0]
    if ledger not in _LEDGERS or (ledger in _NOT_HERS and not actor.has_role("clerk", "leader")):
        return "", ""
    if not actor.has_role("clerk", "leader", "secretary"):
        return "", ""
    word, address = _LEDGERS[ledger]
    return word, address(reporter)


def _total(score: ScoreReading) -> dict[str, str]:
    sheet, exact = score.sheet, score.score
    return {
        "gained": sum_text(sheet),
        "base": points_text(sheet.base),
        "left_out": points_text(sheet.left_out) if sheet.left_out else "",
        "equation": equation_text(sheet),
        "based_on": base_words(sheet),
        "is_thin": "1" if sheet.is_thin else "",
        "score": "" if exact is None else points_text(exact),
        "exact": "" if exact is None else f"{exact.numerator} / {exact.denominator}",
    }
