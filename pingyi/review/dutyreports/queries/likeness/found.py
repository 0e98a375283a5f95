"""What the last comparison found, as its pages show it. Nothing is calculated here: every page shows the same rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import QuerySet

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.cycles.models import Cycle
from pingyi.review.dutyreports.domain.states import is_handed_in
from pingyi.review.dutyreports.models import DutyReport, LikenessCheck, LikenessPassage


@dataclass(frozen=True)
class FoundPassage:
    """`is_own`: the other text is an earlier one of the same author or organisation. `their_note`: what the other
    author says about the same words, if she handed in this year too."""

    row: LikenessPassage
    is_own: bool
    their_note: str = ""


@dataclass(frozen=True)
class Found:
    """What is alike in one report, or that nobody has compared it yet (`check` is None)."""

    report: DutyReport
    check: LikenessCheck | None
    passages: tuple[FoundPassage, ...]

    @property
    def own(self) -> int:
        """Characters without set phrases: the denominator."""
        return self.check.whole - self.check.common if self.check else 0

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.check.alike, self.own) if self.check and self.own else None

    @property
    def with_own(self) -> int:
        return sum(one.is_own for one in self.passages)

    @property
    def with_others(self) -> int:
        return len(self.passages) - self.with_own

    @property
    def noted(self) -> int:
        return sum(bool(one.row.note) for one in self.passages)

    def is_open(self, settings: ReviewSettings) -> bool:
        """Whether others than the author may see it: she has handed the report in, and, where that is the rule, she
        has seen the passages."""
        has_seen = self.check is not None and self.check.looked_at is not None
        return is_handed_in(self.report.state) and (has_seen or not settings.likeness_waits_for_look)


def is_own(report: DutyReport, other: DutyReport) -> bool:
    """The same organisation, or the same person, in another year."""
    one, two = report.reporter, other.reporter
    return one.organisation_id == two.organisation_id or one.person_id == two.person_id


def found_for(report: DutyReport) -> Found:
    """What is alike in one report. Three queries at most."""
    check: LikenessCheck | None = (
        LikenessCheck.objects.filter(report=report).select_related("checked_by").first()
    )
    if check is None:
        return Found(report, None, ())
    rows = list(_passages().filter(check_row=check))
    theirs = _notes(rows, report)
    return Found(
        report,
        check,
        tuple(FoundPassage(row, is_own(report, row.other), _their_note(row, theirs)) for row in rows),
    )


def found_in_cycle(cycle: Cycle) -> list[Found]:
    """Every report of the cycle in the order of meeting and ballot. Three queries, however many there are."""
    reports = list(
        DutyReport.objects.filter(reporter__cycle=cycle)
        .select_related("reporter__organisation", "reporter__person", "reporter__cycle")
        .order_by("reporter__meeting__sequence", "reporter__order")
    )
    checks = {row.report_id: row for row in LikenessCheck.objects.filter(report__reporter__cycle=cycle)}
    passages: defaultdict[int, list[LikenessPassage]] = defaultdict(list)
    for row in _passages().filter(check_row__report__reporter__cycle=cycle):
        passages[row.check_row_id].append(row)
    found = []
    for report in reports:
        check = checks.get(report.pk)
        rows = passages[check.pk] if check else []
        found.append(
            Found(report, check, tuple(FoundPassage(row, is_own(report, row.other)) for row in rows))
        )
    return found


def find_passage(passage_id: int) -> LikenessPassage:
    """A passage with the report in which it stands."""
    row: LikenessPassage | None = (
        LikenessPassage.objects.select_related("check_row__report__reporter__cycle")
        .filter(pk=passage_id)
        .first()
    )
    if row is None:
        raise Missing(
            Words("这一段已经不在了，可能刚重新比过。请刷新相近段落那一页。"), code="passage.missing"
        )
    return row


def _passages() -> QuerySet[LikenessPassage]:
    return LikenessPassage.objects.select_related(
        "other__reporter__organisation",
        "other__reporter__person",
        "other__reporter__cycle",
        "other__reporter__meeting",
    ).order_by("sequence")


def _notes(rows: Iterable[LikenessPassage], report: DutyReport) -> list[LikenessPassage]:
    """What authors of other reports of this year, handed in, said about words that they share with this one."""
    here = {
        row.other_id
        for row in rows
        if row.other.reporter.cycle_id == report.reporter.cycle_id and is_handed_in(row.other.state)
    }
    if not here:
        return []
    return list(
        LikenessPassage.objects.filter(check_row__report__in=here, other=report)
        .exclude(note="")
        .select_related("check_row")
    )


def _their_note(row: LikenessPassage, theirs: Iterable[LikenessPassage]) -> str:
    for one in theirs:
        is_same = one.check_row.report_id == row.other_id and one.own_part == row.other_part
        if is_same and one.own_start < row.other_end and row.other_start < one.own_end:
            return one.note
    return ""
