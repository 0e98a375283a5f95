"""Voter classes as they vote: merged ones count in the class that they were merged into."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Q
from django.db.models.functions import Coalesce

from pingyi.organisations.domain.names import pinyin_order
from pingyi.organisations.models import Person
from pingyi.review.cycles.models import Reporter, ReviewMeeting, VoterClass, VoterListing


@dataclass(frozen=True)
class StandingClass:
    """A class with a box of its own. `member_count` and `weight` include the classes merged into it."""

    row: VoterClass
    member_count: int
    merged_codes: tuple[str, ...]
    weight: Fraction

    @property
    def pk(self) -> int:
        return self.row.pk

    @property
    def code(self) -> str:
        return self.row.code

    @property
    def name(self) -> str:
        return self.row.name


def weight_of(row: VoterClass) -> Fraction | None:
    """The class's own weight, exact, or None while nobody has set it."""
    if row.weight_numerator is None or row.weight_denominator is None:
        return None
    return Fraction(row.weight_numerator, row.weight_denominator)


def standing_classes(meeting: ReviewMeeting) -> list[StandingClass]:
    """The classes of the meeting that are not merged away, in order. An unset weight counts as nothing."""
    rows = list(VoterClass.objects.filter(meeting=meeting).order_by("order"))
    counts = Counter(
        VoterListing.objects.filter(meeting=meeting, counts_here=True)
        .annotate(standing=Coalesce("voter_class__merged_into", "voter_class"))
        .values_list("standing", flat=True)
    )
    return [
        StandingClass(
            row=row,
            member_count=counts[row.pk],
            merged_codes=tuple(other.code for other in rows if other.merged_into_id == row.pk),
            weight=sum(
                (
                    weight_of(other) or Fraction(0)
                    for other in rows
                    if row.pk in (other.pk, other.merged_into_id)
                ),
                Fraction(0),
            ),
        )
        for row in rows
        if row.merged_into_id is None
    ]


def class_of_person(meeting: ReviewMeeting, person: Person) -> VoterClass | None:
    """The standing class in which the person votes in this meeting, or None: not on any list."""
    listing = (
        VoterListing.objects.filter(meeting=meeting, person=person, counts_here=True)
        .select_related("voter_class__merged_into")
        .first()
    )
    return (listing.voter_class.merged_into or listing.voter_class) if listing else None


def voters_of_class(voter_class: VoterClass) -> list[VoterListing]:
    """The listings that vote in this class, those merged in included, with person and organisation.

    By class, then by name in the order of pinyin, as a list at the desk is searched.
    """
    rows = VoterListing.objects.filter(_votes_in(voter_class)).select_related(
        "person__organisation", "voter_class"
    )
    return sorted(rows, key=desk_order)


def desk_order(listing: VoterListing) -> tuple[int, bytes, str, int]:
    """Where a listing stands in the list of its class; needs person and class loaded."""
    person = listing.person
    return listing.voter_class.order, pinyin_order(person.name), person.staff_number, listing.pk


def own_rows(voter_class: VoterClass) -> set[int]:
    """The reporters (ids) of the meeting whose person votes in this class: those rows must be locked."""
    voters = VoterListing.objects.filter(_votes_in(voter_class)).values("person")
    return set(
        Reporter.objects.filter(meeting=voter_class.meeting_id, person__in=voters).values_list(
            "pk", flat=True
        )
    )


def _votes_in(voter_class: VoterClass) -> Q:
    return Q(counts_here=True) & (Q(voter_class=voter_class) | Q(voter_class__merged_into=voter_class))
