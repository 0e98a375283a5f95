"""Political birthdays are told before they come: to the branch once, to the member herself, and to nobody else."""

from datetime import date, datetime, timedelta

import pytest
from django_scopes import scopes_disabled

from pingyi.accounts.models import Account
from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.models import Event
from pingyi.ledgers.kit.models import LedgerSetting
from pingyi.ledgers.orglife.services.tell_birthdays import tell_birthdays
from pingyi.notices.models import Notice
from tests.factories.orglife import LedgerWorld, make_ledger_world, make_members

pytestmark = pytest.mark.django_db
# The members of the first branch joined on 8 March.
MORNING = datetime(2026, 3, 1, 9, tzinfo=PEOPLE_ZONE)


@pytest.fixture
def world() -> LedgerWorld:
    made = make_ledger_world()
    make_members(made, *made.people[:2])
    return made


def told() -> list[tuple[int, str]]:
    with scopes_disabled():
        return list(Notice.objects.order_by("pk").values_list("account_id", "title"))


def test_the_branch_is_told_seven_days_before_and_only_once(world: LedgerWorld) -> None:
    tell_birthdays(MORNING - timedelta(days=1))
    assert told() == []
    for hours in (0, 1, 30):
        tell_birthdays(MORNING + timedelta(hours=hours))
    assert told() == [(world.branch_secretary.account_id, "第一党支部有2名党员2026-03-08过政治生日")]
    with scopes_disabled():
        events = Event.objects.filter(verb="orglife.birthdays_told")
        assert [one.payload.body["organisations"] for one in events] == [["第一党支部"]]


def test_a_member_with_an_account_is_told_of_her_own(world: LedgerWorld) -> None:
    with scopes_disabled():
        own = Account.objects.get(pk=world.stranger.account_id)
        world.people[0].account = own
        world.people[0].save()
    tell_birthdays(MORNING)
    assert (own.pk, "2026-03-08是您的政治生日") in told()
    assert all("林晓" not in title for _, title in told()), "no names in what goes out by mail"


def test_who_left_and_who_lays_down_no_days_is_not_told(world: LedgerWorld) -> None:
    make_members(world, world.people[2], left_on=date(2026, 1, 1))
    tell_birthdays(MORNING)
    assert [title for _, title in told()] == ["第一党支部有2名党员2026-03-08过政治生日"]
    with scopes_disabled():
        LedgerSetting.objects.create(
            institution=world.institution,
            ledger="orglife",
            key="birthday.notice_days",
            value=0,
            effective_from=date(2027, 1, 1),
            reason="不提醒",
            set_by_id=world.clerk.account_id,
            set_at=MORNING,
        )
    tell_birthdays(MORNING.replace(year=2027))
    assert len(told()) == 1
