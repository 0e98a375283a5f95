"""The counts of one class as a page shows them, with the check that nobody voted on herself."""

from dataclasses import dataclass

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.ballots.domain.ballot_paper import BallotPaper
from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.ballots.models import Box, PaperTotal, Voting
from pingyi.review.ballots.phrases import grade_words, row_name
from pingyi.review.ballots.queries.counts import count_voting
from pingyi.review.ballots.queries.papers import paper_of, rows_of
from pingyi.review.cycles.models import Reporter


@dataclass(frozen=True)
class CountRow:
    """The counts of one row in this class, in two parts of its name. `is_own`: she votes in this class herself;
    `columns` are the counts of the answers that the ballot offers, in their order."""

    reporter: Reporter
    counts: Counts
    is_own: bool
    name: str
    who: str
    columns: tuple[int, ...]

    @property
    def grades(self) -> tuple[int, int, int, int]:
        """The four places that give a grade."""
        return self.counts.good, self.counts.fairly_good, self.counts.average, self.counts.poor

    @property
    def bar(self) -> tuple[int, int, int, int, int]:
        """In the order in which bars are always drawn."""
        return *self.grades, self.counts.unknown

    @property
    def has_no_blank(self) -> bool:
        """No ballot left the own row blank: somebody may have voted on herself, or she did not vote at all."""
        return self.is_own and self.counts.returned > 0 and self.counts.blank == 0


@dataclass(frozen=True)
class CountSheet:
    boxes: tuple[Box, ...]
    box: Box
    rows: tuple[CountRow, ...]
    has_unknown: bool
    words: tuple[str, ...]
    paper_total: PaperTotal | None

    @property
    def counts(self) -> Counts:
        """What is alike in all rows: issued and returned."""
        return self.rows[0].counts if self.rows else Counts()

    @property
    def without_blank(self) -> list[CountRow]:
        return [row for row in self.rows if row.has_no_blank]


def count_sheet(voting: Voting, code: str) -> CountSheet:
    """The class with this code, the first one if none is named. Refuses before the count."""
    result = count_voting(voting)
    boxes = tuple(
        Box.objects.filter(voting=voting).select_related("voter_class").order_by("voter_class__order")
    )
    chosen = [box for box in boxes if box.voter_class.code == code] if code else list(boxes[:1])
    if not chosen:
        raise Missing(Words("没有这一类。请从上面的票类里选。"), code="box.missing")
    box = chosen[0]
    box.voting = voting
    paper = paper_of(box)
    return CountSheet(
        boxes=boxes,
        box=box,
        rows=tuple(_row(voting, paper, row, result[row.pk][box.voter_class.code]) for row in rows_of(voting)),
        has_unknown=paper.has_unknown,
        words=tuple(grade_words(voting.meeting)[grade] for grade in paper.grades),
        paper_total=PaperTotal.objects.filter(box=box).first(),
    )


def _row(voting: Voting, paper: BallotPaper, row: Reporter, counts: Counts) -> CountRow:
    name, who = row_name(voting.meeting, row)
    columns = tuple(getattr(counts, grade.value) for grade in paper.grades)
    return CountRow(row, counts, row.pk in paper.own_rows, name, who, columns)
