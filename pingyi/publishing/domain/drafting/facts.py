"""What a meeting gives to its news. Nothing here is worked out: a value that nobody recorded is empty."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Key(StrEnum):
    """The facts by name. Those that old texts are read for have the same name there."""

    YEAR = "year"
    DATE = "date"
    CONVENOR = "convenor"
    MEETING = "meeting"
    PURPOSE = "purpose"
    CHAIR = "chair"
    COMMENTATOR = "commentator"
    COMMENTS = "comments"
    ATTENDEES = "attendee_categories"
    METHOD = "method"
    ON_SITE = "on_site"
    WRITTEN = "written"
    ORGANISATIONS = "organisations_on_site"
    SPEECH = "speech"
    REQUIREMENTS = "requirements"
    CHAIR_WORDS = "chair_words"
    BALLOT = "ballot"
    CREDITS = "credits"


@dataclass(frozen=True)
class Official:
    """Somebody who is named, with the post as it is written before the name (党委副书记、校长)."""

    title: str
    name: str

    @property
    def is_known(self) -> bool:
        return bool(self.title and self.name)


NOBODY = Official("", "")


@dataclass(frozen=True)
class Demand:
    """A numbered requirement of the speech; `level` is whom it speaks to in words, "" for everybody."""

    text: str
    level: str = ""


@dataclass(frozen=True)
class Credit:
    """Who did what: 初审初校, a name."""

    role: str
    name: str


@dataclass(frozen=True)
class Spoken:
    """The speech: what was said before the requirements, these, and what was said after them (a paragraph each)."""

    before: tuple[str, ...] = ()
    demands: tuple[Demand, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def is_recorded(self) -> bool:
        return bool(self.before or self.demands or self.after)


@dataclass(frozen=True)
class NewsFacts:
    """One meeting. `None` and "" mean that nobody recorded it; 0 written reporters means that there were none.

    `commented` counts the on-site reporters with a finished comment. `purpose` and `chair_words` are not in the
    records of a meeting: a person may add them. `has_written` without a number: some reported in writing.
    """

    year: int | None = None
    held_on: date | None = None
    part_of_day: str = ""
    convenor: str = ""
    meeting: str = ""
    purpose: str = ""
    chair: Official = NOBODY
    commentator: Official = NOBODY
    commented: int = 0
    attendees: tuple[str, ...] = ()
    on_site: int | None = None
    organisations: tuple[str, ...] = ()
    written: int | None = None
    has_written: bool = False
    speech: Spoken = Spoken()
    chair_words: str = ""
    ballot: str = ""
    voted_on: str = "党组织书记"

    @property
    def is_one_person(self) -> bool:
        return self.chair.is_known and self.chair == self.commentator

    @property
    def has_both_ways(self) -> bool:
        return bool(self.on_site) and (bool(self.written) or self.has_written)

    @property
    def meeting_name(self) -> str:
        """The name with the year reviewed before it, once."""
        if self.year is None or str(self.year) in self.meeting:
            return self.meeting
        return f"{self.year}年度{self.meeting}"

    def with_words(self, *, purpose: str = "", chair_words: str = "", ballot: str = "") -> "NewsFacts":
        """With what a person added; a ballot that was not held gets no name."""
        return replace(
            self,
            purpose=purpose,
            chair_words=chair_words,
            ballot=(ballot or self.ballot) if self.ballot else "",
        )


def day_words(held_on: date, part_of_day: str) -> str:
    """1月20日上午: as news write it, without the year."""
    return f"{held_on.month}月{held_on.day}日{part_of_day}"


def joined(items: Sequence[str], last: str = "、") -> str:
    """甲、乙和丙. Items that have such marks themselves are parted by commas: 甲，乙、丙书记，丁."""
    if any("、" in item for item in items):
        return "，".join(items)
    return "、".join(items[:-1]) + last + items[-1] if len(items) > 1 else "".join(items)
