"""What a counter may know of the double entry: numbers of forms, never another's marks before both are in."""

from dataclasses import dataclass

from pingyi.core.words import Words
from pingyi.review.ballots.models import Box, PaperForm, Voting
from pingyi.review.ballots.phrases import grade_words, row_name
from pingyi.review.ballots.queries.differences import BoxComparison, compare_entries
from pingyi.review.ballots.queries.papers import rows_of
from pingyi.review.cycles.models import Reporter

BLANK = Words("空")


@dataclass(frozen=True)
class EntryProgress:
    """How many forms of a box this account has typed, how many others have, and which number comes next."""

    mine: int
    others: int
    forms: int
    next_number: int


@dataclass(frozen=True)
class ShownRow:
    """A row that two people read differently. `is_first_mine`: the reader typed the first of the two."""

    reporter: Reporter
    name: str
    first: str
    second: str


@dataclass(frozen=True)
class ShownDifference:
    """One form that differs, with who typed what."""

    form: PaperForm
    rows: tuple[ShownRow, ...]
    is_entered_once: bool
    is_first_mine: bool
    is_second_mine: bool


@dataclass(frozen=True)
class ComparisonPage:
    """One class on the page of differences."""

    comparison: BoxComparison
    differences: tuple[ShownDifference, ...]


def entry_progress(box: Box, account_id: int) -> EntryProgress:
    """Next comes a form that somebody else has typed and this account has not, else a new number."""
    forms = list(PaperForm.objects.filter(box=box).order_by("number"))
    mine = [form for form in forms if account_id in {form.first_by_id, form.second_by_id}]
    waiting = [
        form.number for form in forms if form not in mine and None in {form.first_by_id, form.second_by_id}
    ]
    others = [form for form in forms if {form.first_by_id, form.second_by_id} - {None, account_id}]
    following = waiting[0] if waiting else max((form.number for form in forms), default=0) + 1
    return EntryProgress(len(mine), len(others), len(forms), following)


def comparison_pages(voting: Voting, account_id: int) -> list[ComparisonPage]:
    """The differences of all classes in words. A form typed once shows no marks."""
    reporters = {reporter.pk: reporter for reporter in rows_of(voting)}
    words = {grade.value: word for grade, word in grade_words(voting.meeting).items()}
    forms = {
        (form.box_id, form.number): form
        for form in PaperForm.objects.filter(box__voting=voting).select_related("first_by", "second_by")
    }
    return [
        ComparisonPage(
            comparison,
            tuple(
                ShownDifference(
                    form=(form := forms[comparison.box.pk, difference.number]),
                    rows=tuple(
                        ShownRow(
                            reporters[row.row],
                            "　".join(filter(None, row_name(voting.meeting, reporters[row.row]))),
                            words.get(row.first or "", BLANK),
                            words.get(row.second or "", BLANK),
                        )
                        for row in difference.rows
                    ),
                    is_entered_once=difference.is_entered_once,
                    is_first_mine=form.first_by_id == account_id,
                    is_second_mine=form.second_by_id == account_id,
                )
                for difference in comparison.differences
            ),
        )
        for comparison in compare_entries(voting)
    ]
