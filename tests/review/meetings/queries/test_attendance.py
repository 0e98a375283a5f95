from typing import Any

import pytest
from django_scopes import scope

from pingyi.review.cycles.models import VoterListing
from pingyi.review.meetings.queries import attendance_by_class
from pingyi.review.meetings.queries.attendance import class_attendance
from pingyi.review.meetings.services import record_arrival
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_voter_class

pytestmark = pytest.mark.django_db


def fill(hall: Hall) -> None:
    """Everybody of the first class is here."""
    with scope(institution=hall.institution):
        for listing in VoterListing.objects.filter(voter_class=hall.classes[0]).select_related("person"):
            record_arrival(actor=hall.clerk, now=NOW, sitting=hall.open, person=listing.person)


def test_a_class_of_which_nobody_came_counts_zero() -> None:
    hall = make_hall(voters=2)
    fill(hall)
    with scope(institution=hall.institution):
        assert attendance_by_class(hall.meeting) == {hall.classes[0].pk: 2, hall.classes[1].pk: 0}
        assert [(row.present, row.listed, row.is_full) for row in class_attendance(hall.meeting)] == [
            (2, 2, True),
            (0, 2, False),
        ]


def test_before_the_hall_is_open_nobody_is_here() -> None:
    hall = make_hall(is_open=False)
    with scope(institution=hall.institution):
        assert set(attendance_by_class(hall.meeting).values()) == {0}


@pytest.mark.parametrize("classes", [1, 3])
def test_counting_costs_the_same_for_one_class_and_for_three(
    django_assert_num_queries: Any, classes: int
) -> None:
    hall = make_hall()
    for order in range(classes - 1):
        make_voter_class(hall.meeting, f"丁{order}", 2, order=order + 3)
    fill(hall)
    with scope(institution=hall.institution):
        with django_assert_num_queries(2):
            attendance_by_class(hall.meeting)
        with django_assert_num_queries(4):
            class_attendance(hall.meeting)
