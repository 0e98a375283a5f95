from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow, Person
from pingyi.review.duties.domain.entries import Part, ReportState, Strand
from pingyi.review.duties.models.duty_list import DutyList
from pingyi.review.rectification.models import Task


class DutyItem(InstitutionRow):
    """An entry of a list: a duty, or a project of the year's plan.

    A duty is reported done (`report`, `done_on`) by its organisation and confirmed by somebody else. A project goes
    through the stages, which are written down as moves; `stage_at_start` is where it stood when the year before handed
    it on (`carried_from`). What is taken off a list in force stays, with the reason.
    """

    duty_list = models.ForeignKey(DutyList, on_delete=models.CASCADE, related_name="items")
    sequence = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Part])
    strand = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Strand])
    text = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True)
    responsible = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to"
    )
    stage_at_start = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in ReportState], default=ReportState.OPEN.value
    )
    report = models.TextField(blank=True)
    done_on = models.DateField(null=True, blank=True)
    reported_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reported_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    return_reason = models.TextField(blank=True)
    drop_reason = models.TextField(blank=True)
    dropped_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(part="project", strand="integrity"), name="duty_plan_has_three_strands"
            ),
            models.CheckConstraint(
                condition=Q(stage_at_start=0) | Q(part="project", stage_at_start__lte=4),
                name="duty_project_starts_at_a_stage",
            ),
            models.CheckConstraint(
                condition=Q(state="open")
                | (
                    Q(part="duty", reported_by__isnull=False, reported_at__isnull=False)
                    & Q(done_on__isnull=False)
                    & ~Q(report="")
                ),
                name="duty_reported_with_words_day_author_time",
            ),
            models.CheckConstraint(
                condition=(Q(state="confirmed") & Q(confirmed_by__isnull=False, confirmed_at__isnull=False))
                | (~Q(state="confirmed") & Q(confirmed_by__isnull=True, confirmed_at__isnull=True)),
                name="duty_confirmed_with_author_and_time",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("reported_by")),
                name="duty_confirmed_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=Q(dropped_by__isnull=True, dropped_at__isnull=True, drop_reason="")
                | (Q(dropped_by__isnull=False, dropped_at__isnull=False) & ~Q(drop_reason="")),
                name="duty_dropped_with_reason_author_time",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:20]


class DutyTask(InstitutionRow):
    """A rectification task that hangs on an entry: the entry is done when the task is closed out, not before."""

    item = models.ForeignKey(DutyItem, on_delete=models.CASCADE, related_name="links")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "task"], name="duty_task_once")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.task_id}"


class DutyMeasure(InstitutionRow):
    """A number of the ledgers that tells how an entry stands, by its stable code. The number itself is never stored."""

    item = models.ForeignKey(DutyItem, on_delete=models.CASCADE, related_name="measures")
    measure = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "measure"], name="duty_measure_once")]

    def __str__(self) -> str:
        return self.measure
