"""What the papers of a review are written from. An empty value is one that nobody has entered."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from pingyi.review.cycles.domain.settings import ReviewSettings

ON_SITE, WRITTEN = "现场", "书面"


@dataclass(frozen=True)
class ReporterFacts:
    """Who reports. `mode` is the word; `is_due` a note of the roster is not printed."""

    organisation: str
    name: str
    title: str
    mode: str
    is_voted_on: bool = True

    @property
    def is_on_site(self) -> bool:
        return self.mode == ON_SITE


@dataclass(frozen=True)
class ClassFacts:
    """A voter class with a box of its own; `weight` is None while nobody has set it."""

    code: str
    name: str
    people: int
    weight: Fraction | None = None


@dataclass(frozen=True)
class MeetingFacts:
    """A meeting as planned, times as people in the hall read them. `ballot_word` says how people vote."""

    name: str
    held_at: datetime
    place: str
    chair: str
    chair_title: str
    commentator: str
    commentator_title: str
    ballot_word: str
    reporters: tuple[ReporterFacts, ...] = ()
    classes: tuple[ClassFacts, ...] = ()

    @property
    def on_site(self) -> tuple[ReporterFacts, ...]:
        return tuple(one for one in self.reporters if one.is_on_site)

    @property
    def written(self) -> tuple[ReporterFacts, ...]:
        return tuple(one for one in self.reporters if not one.is_on_site)


@dataclass(frozen=True)
class CarriedFacts:
    """A problem of an earlier year that is not struck off. `history`: what happened to the same fault before."""

    organisation: str
    year: int
    number: int
    text: str
    state: str
    history: str = ""


@dataclass(frozen=True)
class AskedFacts:
    """A requirement of an earlier year's speech that this organisation has not met, or nobody has ticked off yet."""

    organisation: str
    year: int
    number: int
    text: str
    state: str


@dataclass(frozen=True)
class ReviewFacts:
    """A review: its name without 会, who convenes it, its dates and settings, its meetings in order.

    `carried` and `asked_before` are what earlier years left open: problems, requirements of the speeches.
    """

    name: str
    convenor: str
    settings: ReviewSettings
    meetings: tuple[MeetingFacts, ...] = ()
    before: tuple[date | None, date | None] = (None, None)
    after: tuple[date | None, date | None] = (None, None)
    reports_due_at: datetime | None = None
    carried: tuple[CarriedFacts, ...] = ()
    asked_before: tuple[AskedFacts, ...] = ()

    @property
    def reporters(self) -> tuple[ReporterFacts, ...]:
        return tuple(one for meeting in self.meetings for one in meeting.reporters)
