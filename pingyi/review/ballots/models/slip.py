from django.db import models
from django.db.models import Q

from pingyi.core.ids import RandomKey
from pingyi.organisations.models import Institution, InstitutionRow
from pingyi.review.ballots.domain.grades import BallotGrade
from pingyi.review.ballots.domain.states import SlipState
from pingyi.review.ballots.models.voting import Box


class Slip(InstitutionRow):
    """A printed slip with a one-time code (票条). Only the code's digest is kept; no time, no order, no person.

    `cast_digest` is a hash of the random cast id that the phone made: the same slip with the same cast id gets
    the same acknowledgement again, with another one it is already used. Answers do not know it.
    """

    State = SlipState

    id = RandomKey()
    box = models.ForeignKey(Box, on_delete=models.PROTECT, related_name="slips")
    code_digest = models.CharField(max_length=64, unique=True)
    state = models.CharField(
        max_length=8, choices=[(state.value, state.value) for state in SlipState], default=SlipState.UNUSED
    )
    cast_digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(state="used") & ~Q(cast_digest="")) | (~Q(state="used") & Q(cast_digest="")),
                name="slip_used_with_cast_digest",
            ),
        ]

    def __str__(self) -> str:
        return "slip"


class Answer(InstitutionRow):
    """One grade for one reporter in one box. Nothing joins the rows of one ballot: no slip, no time, no other key.

    Only `box` has an index: every further structure is another place whose layout could tell of arrivals.
    """

    Grade = BallotGrade

    id = RandomKey()
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+", db_index=False)
    box = models.ForeignKey(Box, on_delete=models.PROTECT, related_name="answers")
    reporter = models.ForeignKey(
        "cycles.Reporter", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    grade = models.CharField(max_length=12, choices=[(grade.value, grade.value) for grade in BallotGrade])

    def __str__(self) -> str:
        return "answer"


class PaperForm(InstitutionRow):
    """One paper form in double entry: two counters type it, each without seeing the other's.

    `number` is written on the form after the box was emptied and mixed. Marks are {reporter id: grade}, a row left
    blank is left out. Rows are turned into answers at the count and deleted, so that no whole ballot stays in the
    machine.
    """

    id = RandomKey()
    box = models.ForeignKey(Box, on_delete=models.PROTECT, related_name="paper_forms")
    number = models.PositiveIntegerField()
    first_marks = models.JSONField(null=True)
    first_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    second_marks = models.JSONField(null=True)
    second_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["box", "number"], name="paper_form_number_once"),
            models.CheckConstraint(
                condition=Q(first_marks__isnull=True, first_by__isnull=True)
                | Q(first_marks__isnull=False, first_by__isnull=False),
                name="paper_form_first_entry_has_author",
            ),
            models.CheckConstraint(
                condition=Q(second_marks__isnull=True, second_by__isnull=True)
                | Q(second_marks__isnull=False, second_by__isnull=False),
                name="paper_form_second_entry_has_author",
            ),
            models.CheckConstraint(
                condition=Q(first_by__isnull=True)
                | Q(second_by__isnull=True)
                | ~Q(first_by=models.F("second_by")),
                name="paper_form_entered_by_two_people",
            ),
        ]

    def __str__(self) -> str:
        return f"form {self.number}"


class PaperTotal(InstitutionRow):
    """How many paper forms of a box went into the count, and how many of them a rule of the plan made invalid.

    Kept when the forms' rows are deleted. An invalid form is a returned ballot that gives no grade.
    """

    box = models.OneToOneField(Box, on_delete=models.PROTECT, related_name="paper_total")
    forms = models.PositiveIntegerField()
    invalid = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(invalid__lte=models.F("forms")), name="invalid_forms_are_some_of_the_forms"
            ),
        ]

    def __str__(self) -> str:
        return f"paper of {self.box_id}"
