"""The shape of a scenario: one review, from its plan to what was said at it."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Unit:
    """A second-level organisation, its secretary being reviewed. `kind` and `unit_kind` in the words of the import."""

    name: str
    kind: str
    unit_kind: str
    is_on_site: bool = False
    dual_names: str = ""


@dataclass(frozen=True)
class ClassPlan:
    """A voter class. `source` is where the office takes its list from: a body, the roster, a post, delegates, a file.

    `usual` is how many there commonly are; only the proportions are used. `selection_note` stands where only a part
    is invited.
    """

    name: str
    source: str
    usual: int
    selection_note: str = ""


@dataclass(frozen=True)
class Requirement:
    """A numbered requirement of the speech and the level that it speaks to."""

    level: str
    text: str


@dataclass(frozen=True)
class Scenario:
    """One review. Everything that no report tells stands in `assumptions`, in words."""

    key: str
    institution: str
    short_name: str
    convenor: str
    year: int
    held_at: datetime
    meeting: str
    place: str
    body: str
    chair_title: str
    commentator_title: str
    units: tuple[Unit, ...]
    classes: tuple[ClassPlan, ...]
    speech_lead: str
    requirements: tuple[Requirement, ...]
    settings: dict[str, str]
    assumptions: tuple[str, ...]
    # Staff numbers begin here: accounts of two institutions may live in one installation.
    first_number: int = 10_000

    @property
    def is_one_person(self) -> bool:
        """Whether the one who chairs comments as well."""
        return self.chair_title == self.commentator_title

    @property
    def on_site(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.is_on_site)

    @property
    def written(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if not unit.is_on_site)

    def day(self, days: int, hour: int = 9, minute: int = 0) -> datetime:
        """A moment so many days from the meeting's day."""
        return (self.held_at + timedelta(days=days)).replace(hour=hour, minute=minute)
