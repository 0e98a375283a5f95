"""Where the two readings of the paper forms differ."""

from dataclasses import dataclass

from pingyi.review.ballots.domain.ballot_paper import broken_rule, read_marks
from pingyi.review.ballots.domain.double_entry import FormDifference, Marks, compare_form
from pingyi.review.ballots.models import Box, PaperForm, Voting
from pingyi.review.ballots.queries.papers import paper_of


@dataclass(frozen=True)
class BoxComparison:
    """The double entry of one box: how many forms, how many agree, what differs."""

    box: Box
    forms: int
    differences: tuple[FormDifference, ...]
    # Forms that agree and that a rule of the plan makes invalid as a whole.
    invalid_numbers: tuple[int, ...] = ()

    @property
    def agreeing(self) -> int:
        return self.forms - len(self.differences)


def compare_entries(voting: Voting) -> list[BoxComparison]:
    """Every box with paper in double entry, in the order of the classes, form by form."""
    boxes = Box.objects.filter(voting=voting).select_related("voter_class").order_by("voter_class__order")
    forms: dict[int, list[PaperForm]] = {}
    for form in PaperForm.objects.filter(box__voting=voting).order_by("number"):
        forms.setdefault(form.box_id, []).append(form)
    comparisons = []
    for box in boxes:
        if box.pk in forms:
            box.voting = voting
            comparisons.append(_compare(box, forms[box.pk]))
    return comparisons


def marks_of(stored: dict[str, str] | None) -> Marks | None:
    """Marks as the database keeps them, with reporter ids for keys again."""
    return None if stored is None else {int(row): grade for row, grade in stored.items()}


def _compare(box: Box, forms: list[PaperForm]) -> BoxComparison:
    paper = paper_of(box)
    differences, invalid = [], []
    for form in forms:
        first, second = marks_of(form.first_marks), marks_of(form.second_marks)
        difference = compare_form(form.number, paper.rows, first, second)
        if difference is not None:
            differences.append(difference)
        elif first is not None and broken_rule(paper, read_marks(paper, first)) is not None:
            invalid.append(form.number)
    return BoxComparison(box, len(forms), tuple(differences), tuple(invalid))
