from django.db import models
from django.db.models import F, Q

from pingyi.organisations.models import InstitutionRow
from pingyi.publishing.domain.drafting.credits import CreditScheme
from pingyi.publishing.domain.reviewing.steps import Kind, People, State
from pingyi.review.cycles.models import ReviewMeeting

KINDS = [(kind.value, kind.value) for kind in Kind]
PEOPLE = [(people.value, people.value) for people in People]


class NewsItem(InstitutionRow):
    """The news of one meeting as it stands now. How strict it is with people and which credit lines it has were settled
    when it was drafted; `origins` are the drafted sentences, each with the keys of its facts; `added` what a person
    wrote beside the records (purpose, words of the chair, name of the ballot).

    `version` is the number of the newest kept text; `round` grows with every return, so that earlier signatures lapse.
    """

    meeting = models.OneToOneField(ReviewMeeting, on_delete=models.PROTECT, related_name="news")
    state = models.CharField(
        max_length=16, choices=[(state.value, state.value) for state in State], default=State.DRAFT
    )
    title = models.CharField(max_length=200)
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    round = models.PositiveIntegerField(default=1)
    people = models.CharField(max_length=8, choices=PEOPLE)
    credit_scheme = models.CharField(
        max_length=24, choices=[(scheme.value, scheme.value) for scheme in CreditScheme]
    )
    source = models.CharField(max_length=60, blank=True)
    added = models.JSONField(default=dict)
    origins = models.JSONField(default=list)
    writer = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(text=""), name="news_has_title_and_text"),
        ]

    def __str__(self) -> str:
        return self.title


class NewsVersion(InstitutionRow):
    """A text of the news as somebody left it. It is never changed."""

    item = models.ForeignKey(NewsItem, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="news_version_once")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class NewsPart(InstitutionRow):
    """Who gives one of the six signatures. Other people as strictly as the item says; the last are never the writer's.

    `people` and `writer` are the item's own, kept here so that the database can see to it. A part is not changed:
    while nobody has signed it is taken away and given anew.
    """

    item = models.ForeignKey(NewsItem, on_delete=models.PROTECT, related_name="parts")
    kind = models.CharField(max_length=8, choices=KINDS)
    level = models.PositiveSmallIntegerField()
    account = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    writer = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    people = models.CharField(max_length=8, choices=PEOPLE)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "kind", "level"], name="news_part_once"),
            models.UniqueConstraint(
                fields=["item", "kind", "account"],
                condition=Q(people__in=["all", "kinds"]),
                name="news_three_people_of_a_kind",
            ),
            models.UniqueConstraint(
                fields=["item", "account"], condition=Q(people="all"), name="news_six_people"
            ),
            models.CheckConstraint(
                condition=~Q(level=3) | ~Q(account=F("writer")), name="news_last_is_not_the_writer"
            ),
            models.CheckConstraint(condition=Q(level__in=[1, 2, 3]), name="news_part_of_three_levels"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.level} of {self.item_id}"


class NewsSignature(InstitutionRow):
    """A review or a proof done, under one version. `findings` is how many the machine still had then."""

    part = models.ForeignKey(NewsPart, on_delete=models.PROTECT, related_name="signatures")
    version = models.ForeignKey(NewsVersion, on_delete=models.PROTECT, related_name="signatures")
    round = models.PositiveIntegerField()
    findings = models.PositiveIntegerField()
    remark = models.CharField(max_length=200, blank=True)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "version", "round"], name="news_signed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.part} at {self.signed_at:%Y-%m-%d}"


class NewsReturn(InstitutionRow):
    """The news sent back to its writer, with the reason."""

    item = models.ForeignKey(NewsItem, on_delete=models.PROTECT, related_name="returns")
    version = models.ForeignKey(NewsVersion, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveIntegerField()
    reason = models.TextField()
    returned_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    returned_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "round"], name="news_returned_once_a_round"),
            models.CheckConstraint(condition=~Q(reason=""), name="news_returned_with_reason"),
        ]

    def __str__(self) -> str:
        return self.reason[:20]


class NewsPublication(InstitutionRow):
    """A version given out. The database refuses it unless all six have signed, the last two under this version."""

    item = models.ForeignKey(NewsItem, on_delete=models.PROTECT, related_name="publications")
    version = models.OneToOneField(NewsVersion, on_delete=models.PROTECT, related_name="publication")
    round = models.PositiveIntegerField()
    place = models.CharField(max_length=120, blank=True)
    published_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "round"], name="news_published_once_a_round"),
        ]

    def __str__(self) -> str:
        return f"publication of {self.item_id}"
