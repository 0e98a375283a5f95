from django.db import models
from django.db.models import F, Q

from pingyi.core.models import StoredFile
from pingyi.organisations.models import InstitutionRow, Person
from pingyi.review.rectification.domain.task import NoteKind, TaskState
from pingyi.review.rectification.models.problem import ProblemItem


class Task(InstitutionRow):
    """What an organisation does about a claimed problem: measures, one responsible person, a deadline, evidence.

    Closed out (销号) by a second person: the database refuses the one who asked for it.
    """

    State = TaskState

    problem = models.ForeignKey(ProblemItem, on_delete=models.PROTECT, related_name="tasks")
    sequence = models.PositiveSmallIntegerField()
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tasks")
    due_on = models.DateField()
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

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["problem", "sequence"], name="task_sequence_once"),
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
            models.CheckConstraint(condition=Q(kind="closed") | ~Q(text=""), name="task_note_has_words"),
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
