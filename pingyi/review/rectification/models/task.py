from django.db import models
from django.db.models import F, Q

from pingyi.core.models import StoredFile
from pingyi.organisations.models import InstitutionRow, Person
from pingyi.review.rectification.domain.plan import PlanState
from pingyi.review.rectification.domain.task import NoteKind, TaskState
from pingyi.review.rectification.models.problem import ProblemItem


class Task(InstitutionRow):
    """What an organisation does about a claimed problem: measures, who is responsible, from when to when, evidence.

    `responsible` is the responsible leader (责任领导), `department` the responsible department (责任部门) in words.
    `starts_on` and `due_on` are the first and the last day; the last one is a working day where the calendar knows.
    `plan_state` proposed → returned (`plan_return_reason`) or approved (`plan_decided_by`, `plan_decided_at`) by
    somebody else than who planned it; a changed plan is proposed again. Only under an approved plan a task is handed
    in (`submitted_*`) and closed out (`closed_*`).
    Closed out (销号) by a second person, with evidence: CHECKs refuse who planned or handed it in, a trigger whoever
    reported or brought evidence, and a task without evidence since it was last reopened.
    `relapse_check_on` is the day on which somebody looks whether it holds (回头看日期), set at closing out and gone
    when it is reopened. `times_reopened` and `reopened_at` count; who had signed stands in the notes, which are never
    changed.
    """

    State = TaskState
    PlanState = PlanState

    problem = models.ForeignKey(ProblemItem, on_delete=models.PROTECT, related_name="tasks")
    sequence = models.PositiveSmallIntegerField()
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tasks")
    department = models.CharField(max_length=120, blank=True)
    # Empty for tasks that were planned before this was asked.
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField()
    plan_state = models.CharField(
        max_length=16, choices=[(state.value, state.value) for state in PlanState], default=PlanState.PROPOSED
    )
    plan_return_reason = models.TextField(blank=True)
    plan_decided_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    plan_decided_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(
        max_length=16, choices=[(state.value, state.value) for state in TaskState], default=State.OPEN
    )
    # Grows with every change of the plan: who would write over somebody else's words is told so first.
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    submitted_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    return_reason = models.TextField(blank=True)
    relapse_check_on = models.DateField(null=True, blank=True)
    times_reopened = models.PositiveSmallIntegerField(default=0)
    reopened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            # Until when, and when to look again: calendars and ladders ask by day.
            models.Index(fields=["institution", "state", "due_on"], name="task_due"),
            models.Index(
                fields=["institution", "relapse_check_on"],
                condition=Q(relapse_check_on__isnull=False),
                name="task_relapse_check",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["problem", "sequence"], name="task_sequence_once"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(starts_on__lte=F("due_on")),
                name="task_starts_before_due",
            ),
            models.CheckConstraint(
                condition=(
                    Q(plan_state__in=["approved", "returned"])
                    & Q(plan_decided_by__isnull=False, plan_decided_at__isnull=False)
                )
                | (Q(plan_state="proposed") & Q(plan_decided_by__isnull=True, plan_decided_at__isnull=True)),
                name="task_plan_decided_with_author_and_time",
            ),
            models.CheckConstraint(
                condition=Q(plan_decided_by__isnull=True) | ~Q(plan_decided_by=F("created_by")),
                name="task_plan_decided_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(plan_state="returned") | ~Q(plan_return_reason=""),
                name="task_plan_returned_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(plan_state="approved") | (~Q(department="") & Q(starts_on__isnull=False)),
                name="task_plan_approved_whole",
            ),
            models.CheckConstraint(
                condition=Q(state="open") | Q(plan_state="approved"),
                name="task_works_under_an_approved_plan",
            ),
            models.CheckConstraint(
                condition=Q(times_reopened=0, reopened_at__isnull=True)
                | Q(times_reopened__gt=0, reopened_at__isnull=False),
                name="task_reopened_with_time",
            ),
            models.CheckConstraint(
                condition=Q(relapse_check_on__isnull=True) | Q(state="closed"),
                name="task_relapse_check_after_closing",
            ),
            models.CheckConstraint(
                condition=Q(state="open") | Q(submitted_by__isnull=False, submitted_at__isnull=False),
                name="task_submitted_with_author_and_time",
            ),
            models.CheckConstraint(
                condition=(Q(state="closed") & Q(closed_by__isnull=False, closed_at__isnull=False))
                | (~Q(state="closed") & Q(closed_by__isnull=True, closed_at__isnull=True)),
                name="task_closed_with_author_and_time",
            ),
            # SQL's NULL <> x is unknown, which a CHECK lets pass: an open task is not affected.
            models.CheckConstraint(
                condition=Q(closed_by__isnull=True)
                | (~Q(closed_by=F("submitted_by")) & ~Q(closed_by=F("created_by"))),
                name="task_closed_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.problem_id}-{self.sequence}"


class TaskMeasure(InstitutionRow):
    """One measure of a task; a task has at least one."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="measures")
    sequence = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "sequence"], name="measure_sequence_once")]

    def __str__(self) -> str:
        return self.text[:20]


class TaskNote(InstitutionRow):
    """What was reported, sent back, put off or found in order about a task: one line for each, never changed."""

    Kind = NoteKind

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=16, choices=[(kind.value, kind.value) for kind in NoteKind])
    text = models.TextField(blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["closed", "plan_approved"]) | ~Q(text=""), name="task_note_has_words"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.task_id}"


class Evidence(InstitutionRow):
    """What shows that a measure was done: words, and a file where there is one. Two times: happened and recorded."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="evidence")
    description = models.CharField(max_length=300)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.description[:20]
