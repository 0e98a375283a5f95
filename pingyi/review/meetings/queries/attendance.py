"""Who has arrived: counts for the hall and the balance, names for the desk only."""

from collections import Counter
from dataclasses import dataclass

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.organisations.models import Person
from pingyi.review.cycles.models import ReviewMeeting, VoterClass, VoterListing
from pingyi.review.cycles.queries import StandingClass, standing_classes, voters_of_class
from pingyi.review.meetings.domain.initials import initials_of, is_found
from pingyi.review.meetings.models import Attendance


@dataclass(frozen=True)
class ClassAttendance:
    """How many of a standing class are here, out of how many on its list."""

    standing: StandingClass
    present: int

    @property
    def listed(self) -> int:
        return self.standing.member_count

    @property
    def is_full(self) -> bool:
        return self.present == self.listed


@dataclass(frozen=True)
class DeskRow:
    """One voter at a desk."""

    listing: VoterListing
    standing_code: str
    is_here: bool

    @property
    def letters(self) -> str:
        return initials_of(self.listing.person.name)


def attendance_by_class(meeting: ReviewMeeting) -> dict[int, int]:
    """How many have arrived, by voter class (id), classes without anybody included. Two queries.

    A standing class counts its own list and those merged into it; a class that was merged away its own list only.
    """
    classes = dict(VoterClass.objects.filter(meeting=meeting).values_list("pk", "merged_into_id"))
    arrived = Attendance.objects.filter(listing__meeting=meeting).values_list(
        "listing__voter_class", flat=True
    )
    counts = dict.fromkeys(classes, 0)
    for class_id, present in Counter(arrived).items():
        counts[class_id] += present
        if classes[class_id] is not None:
            counts[classes[class_id]] += present
    return counts


def class_attendance(meeting: ReviewMeeting) -> list[ClassAttendance]:
    """The standing classes in order with who is here. Four queries, however many classes there are."""
    counts = attendance_by_class(meeting)
    return [ClassAttendance(standing, counts[standing.pk]) for standing in standing_classes(meeting)]


def desk_rows(meeting: ReviewMeeting, voter_class: VoterClass | None, wish: str = "") -> list[DeskRow]:
    """The voters of one desk (None: of all classes) whom the wish fits, by name, number or first letters."""
    listings = voters_of_class(voter_class) if voter_class else _all_voters(meeting)
    here = set(Attendance.objects.filter(listing__meeting=meeting).values_list("listing_id", flat=True))
    return [
        DeskRow(row, _standing(row, voter_class).code, row.pk in here)
        for row in listings
        if is_found(row.person.name, row.person.staff_number, wish)
    ]


def _all_voters(meeting: ReviewMeeting) -> list[VoterListing]:
    return list(
        VoterListing.objects.filter(meeting=meeting, counts_here=True)
        .select_related("person__organisation", "voter_class__merged_into")
        .order_by("person__name", "person__staff_number", "pk")
    )


def _standing(listing: VoterListing, desk: VoterClass | None) -> VoterClass:
    return desk or listing.voter_class.merged_into or listing.voter_class


def find_desk(meeting: ReviewMeeting, class_id: int) -> VoterClass:
    """The standing class of a desk: a class that was merged away is found in the one it was merged into."""
    row: VoterClass | None = (
        VoterClass.objects.filter(meeting=meeting, pk=class_id).select_related("merged_into").first()
    )
    if row is None:
        raise Missing(Words("本场没有这一类。请从“签到台”重新选。"), code="class.missing")
    return row.merged_into or row


def find_person(person_id: int) -> Person:
    person: Person | None = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise Missing(Words("没有找到这个人。请在签到台上重新搜一次。"), code="person.missing")
    return person
