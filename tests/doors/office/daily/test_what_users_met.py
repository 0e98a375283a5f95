"""What people who tried daily assessment stumbled over."""

import pytest
from django_scopes import scope

from pingyi.review.daily.models import IndicatorSet
from tests.doors.office.daily.test_daily_pages import SETS, Person, only_assessment
from tests.factories.daily import make_daily

pytestmark = pytest.mark.django_db


def test_a_set_begun_from_nothing_is_empty_and_is_not_in_force_before_something_is_written() -> None:
    daily = make_daily()
    clerk = Person(daily.clerk)
    clerk.sends(f"{SETS}new/", name="本校四条")
    with scope(institution=daily.institution):
        row = IndicatorSet.objects.get()
    page = clerk.reads(f"{SETS}{row.pk}/")
    assert "先写指标" in page
    assert "一条也没有写" in page
    assert "第一项" not in clerk.reads(f"{SETS}{row.pk}/edit/")
    assert "一条指标也没有。至少写一条" in clerk.sends(f"{SETS}{row.pk}/edit/", kinds=["branch"], version="1")
    assert "一条指标也没有。至少写一条" in clerk.sends(f"{SETS}{row.pk}/in-force/")
    with scope(institution=daily.institution):
        assert IndicatorSet.objects.get().state == "draft"


def test_who_checks_is_told_the_limit_that_is_accepted_which_is_what_was_asked_for() -> None:
    daily = make_daily()
    daily.chosen()
    daily.assess("5")
    check = f"self-assessments/{only_assessment(daily).pk}/check/"
    clerk = Person(daily.clerk)
    assert "最多5分" in clerk.reads(f"cycles/{daily.cycle.pk}/daily/check/")
    told = clerk.sends(check, points="很多")
    assert "写0到5之间的数" in told
    assert "0到10" not in told
