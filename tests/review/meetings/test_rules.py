"""Roles × verbs of a review meeting."""

import pytest

from pingyi.organisations.actor import Actor
from pingyi.review.meetings import rules
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import make_actor, make_organisation

pytestmark = pytest.mark.django_db

#                       run    watch  desk   record read
TABLE = {
    "clerk":           (True,  True,  True,  True,  True),
    "leader":          (False, True,  False, False, True),
    "scrutineer":      (False, True,  True,  False, False),
    "counter":         (False, True,  True,  False, False),
    "secretary":       (False, False, False, False, False),
}  # fmt: skip
VERBS = (
    rules.may_run_meeting,
    rules.may_watch_meeting,
    rules.may_use_desk,
    rules.may_record_words,
    rules.may_read_words,
)


def actor_with(hall: Hall, role: str) -> Actor:
    return make_actor(hall.institution, role, organisation=hall.reporters[0].organisation)


@pytest.mark.parametrize("role", TABLE)
def test_each_role_may_do_what_the_table_says(role: str) -> None:
    hall = make_hall(is_open=False)
    actor = actor_with(hall, role)
    assert tuple(verb(actor, hall.meeting) for verb in VERBS) == TABLE[role]


@pytest.mark.parametrize("role", TABLE)
def test_nobody_may_do_anything_at_another_institution(role: str) -> None:
    hall, other = make_hall(is_open=False), make_hall(is_open=False)
    actor = actor_with(hall, role)
    assert not any(verb(actor, other.meeting) for verb in VERBS)
    assert not rules.may_read_comment(actor, other.reporters[0], is_meeting_over=True)


@pytest.mark.parametrize(
    ("role", "during", "afterwards"),
    [
        ("clerk", True, True),
        ("leader", True, True),
        ("scrutineer", False, False),
        ("counter", False, False),
        ("secretary", False, True),
    ],
)
def test_a_comment_is_read_by_its_secretary_after_the_meeting(
    role: str, during: bool, afterwards: bool
) -> None:
    hall = make_hall(is_open=False)
    actor, reporter = actor_with(hall, role), hall.reporters[0]
    assert rules.may_read_comment(actor, reporter, is_meeting_over=False) is during
    assert rules.may_read_comment(actor, reporter, is_meeting_over=True) is afterwards


def test_the_secretary_of_another_organisation_never_reads_it() -> None:
    hall = make_hall(is_open=False)
    stranger = make_actor(hall.institution, "secretary", organisation=make_organisation(hall.institution))
    assert not rules.may_read_comment(stranger, hall.reporters[0], is_meeting_over=True)
    assert not rules.may_read_comment(actor_with(hall, "secretary"), hall.reporters[1], is_meeting_over=True)
