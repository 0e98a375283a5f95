from django.db import models
from django.db.models import Q

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.life import State
from pingyi.ledgers.decisions.domain.matters import Authority, Major, Subject, TopicKind
from pingyi.ledgers.decisions.domain.talks import Answer, TalkKind
from pingyi.ledgers.decisions.models.choices import choices_of
from pingyi.ledgers.kit.models import LedgerEvidence
from pingyi.organisations.models import InstitutionRow, Organisation, Person

_CLOSED = [one.value for one in (State.DECIDED, State.REJECTED, State.EXECUTING, State.DONE)]


class Topic(InstitutionRow):
    """A matter that a unit brings before one of its bodies. `decides` and `studies_first` follow from what it is about
    and do not change once it was filed; `amount` is in fen. `minutes` is how long it is to be spoken about, `signed_on`
    when the leader in charge (`presenter`) signed its form.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="topics")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    summary = models.TextField(blank=True)
    kind = models.CharField(max_length=8, choices=choices_of(TopicKind), default=TopicKind.DECISION.value)
    subject = models.CharField(max_length=16, choices=choices_of(Subject))
    major = models.CharField(max_length=16, choices=choices_of(Major), blank=True)
    amount = models.BigIntegerField(null=True)
    authority = models.CharField(max_length=8, choices=choices_of(Authority), blank=True)
    decides = models.CharField(max_length=20, choices=choices_of(BodyKind))
    studies_first = models.CharField(max_length=20, choices=choices_of(BodyKind), blank=True)
    presenter = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="presented_topics")
    proposer = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=choices_of(State), default=State.DRAFT.value)
    proposed_on = models.DateField()
    filed_on = models.DateField(null=True)
    characters = models.PositiveIntegerField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    signed_on = models.DateField(null=True)
    # The day on which the main leaders dealt with it before a meeting could.
    urgent_on = models.DateField(null=True)
    urgent_note = models.CharField(max_length=200, blank=True)
    studied_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    talks_held = models.PositiveSmallIntegerField(default=0)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year", "number"], name="topic_number_once"),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0), name="topic_amount_not_below_0"
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT.value) | Q(filed_on__isnull=False), name="topic_filed_has_day"
            ),
            models.CheckConstraint(
                condition=Q(state__in=_CLOSED, decided_on__isnull=False)
                | (~Q(state__in=_CLOSED) & Q(decided_on__isnull=True)),
                name="topic_closed_has_day",
            ),
            models.CheckConstraint(
                condition=Q(urgent_on__isnull=True, urgent_note="")
                | (Q(urgent_on__isnull=False) & ~Q(urgent_note="")),
                name="topic_urgent_says_why",
            ),
            models.CheckConstraint(
                condition=Q(studied_on__isnull=True) | ~Q(studies_first=""), name="topic_studied_where_needed"
            ),
        ]
        indexes = [models.Index(fields=["organisation", "state"], name="topic_by_state")]

    def __str__(self) -> str:
        return self.title


class Talk(InstitutionRow):
    """Something heard before the meeting: who, when, what. Rows are only added; of one person the newest counts.

    `person` is empty where the opinion is one of several people, who then stand in `who`.
    """

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="talks")
    kind = models.CharField(max_length=12, choices=choices_of(TalkKind))
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    who = models.CharField(max_length=80)
    happened_on = models.DateField()
    answer = models.CharField(max_length=8, choices=choices_of(Answer))
    note = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(who=""), name="talk_says_who"),
            models.CheckConstraint(
                condition=~Q(kind__in=[TalkKind.COORDINATION.value, TalkKind.CONSULTATION.value])
                | Q(person__isnull=False),
                name="talk_of_somebody_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.who} {self.kind}"


class TopicEvidence(LedgerEvidence):
    """A paper that lies with a topic: its form, slides, an opinion."""

    record = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="evidence")

    class Meta(LedgerEvidence.Meta):
        constraints = [models.UniqueConstraint(fields=["record", "file"], name="topic_evidence_once")]

    def __str__(self) -> str:
        return f"{self.file_id} of {self.record_id}"
