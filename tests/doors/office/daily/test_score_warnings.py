"""What stands beside a daily score: on how many points it stands, as of when, and in whose language."""

from dataclasses import replace

import pytest
from django.utils import translation
from django_scopes import scope

from pingyi.core.words import shown
from pingyi.doors.office.daily.score_page import sum_lines
from pingyi.review.daily.domain.indicators import Gap
from pingyi.review.daily.models import IndicatorSet
from pingyi.review.daily.queries.scores import latest_scores
from pingyi.review.daily.services import calculate_daily
from tests.doors.office.daily.test_daily_pages import MINE, SETS, Person, board, own_form
from tests.factories.daily import COMMITTEE, FIELDS, fact, ledger_row, make_daily, own_row, said
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db


def test_a_score_on_few_points_is_not_shown_without_a_warning() -> None:
    daily = make_daily()
    daily.chosen([ledger_row(10), own_row(30)], fields=replace(FIELDS, not_checked=Gap.LEAVE_OUT))
    daily.give_weight()
    daily.calculate()
    said = "按40分里的10分折算，30分没有计入"
    page = Person(daily.leader).reads(board(daily))
    assert said in page
    assert "计入的不到一半" in page
    assert "有3位计入的分不到满分的一半" in page
    assert "没有核对过的自评：1条" in page
    assert "用的是截至2025年12月31日的台账" in page
    assert said in Person(daily.secretary).reads(MINE)
    shown = Person(daily.clerk).reads(f"daily-scores/{daily.reporter.pk}/")
    assert said in shown
    assert "和别人的不好比" in shown


def test_a_clerk_calculates_again_while_self_assessments_wait() -> None:
    daily = make_daily()
    daily.chosen()
    daily.calculate()
    daily.assess()
    page = Person(daily.clerk).reads(board(daily))
    assert "核对1条自评" in page
    assert "重新算" in page


def test_a_score_that_no_longer_holds_says_what_would_come_out_and_asks_before_it_is_handed_over() -> None:
    daily = make_daily(1)
    daily.chosen()
    daily.give_weight()
    # The ledgers of this world are empty: the page finds none of the meetings that were counted here.
    daily.calculate([fact(daily.reporter.organisation, 12, 12)])
    clerk, leader = Person(daily.clerk), Person(daily.leader)
    said = "台账或自评后来有变动，现在算是0"
    shown = clerk.reads(board(daily))
    assert "重新算：1位算过以后有变动" in shown
    assert shown.count(said) == 1
    assert said in clerk.reads(f"daily-scores/{daily.reporter.pk}/")
    assert said in Person(daily.secretary).reads(MINE)
    assert "先请经办人重新算" in leader.reads(board(daily))
    asked = leader.sends(f"{board(daily)}hand-over/")
    assert "有1位算过以后台账或自评有变动，还没有交" in asked
    assert "照算过的分交" in asked
    assert "交到评议里了，2位" in leader.sends(f"{board(daily)}hand-over/", sure="1")
    assert "都交了，有1位算过以后有变动" in leader.reads(board(daily))
    clerk.sends(f"{board(daily)}calculate/")
    assert "后来有变动" not in clerk.reads(f"daily-scores/{daily.reporter.pk}/")


def test_in_the_sample_not_recording_does_not_pay() -> None:
    daily = make_daily()
    clerk = Person(daily.clerk)
    clerk.sends(f"{SETS}sample/five/")
    with scope(institution=daily.institution):
        row = IndicatorSet.objects.get()
    assert (row.no_record, row.not_checked) == (Gap.ZERO, Gap.ZERO)
    assert "没有台账的按0分算" in clerk.reads(f"{SETS}{row.pk}/")


def test_points_that_are_no_number_are_answered_with_the_range_of_the_field() -> None:
    daily = make_daily()
    daily.chosen()
    said = Person(daily.secretary).sends(own_form(daily), points="很多", words="做了", then="save")
    assert "“很多”不是分数。写0到10之间的数，可以有小数。" in said
    assert "60%" not in said
    assert "写0到10之间的数" in Person(daily.secretary).sends(own_form(daily), points="", then="save")


def test_in_english_the_lines_name_their_measures_in_english() -> None:
    daily = make_daily()
    daily.chosen()
    with scope(institution=daily.institution):
        calculate_daily(
            actor=daily.clerk,
            now=NOW,
            cycle=daily.cycle,
            stated=replace(
                said([fact(daily.reporter.organisation, 158, 168)]), titles={COMMITTEE: "支委会，按月"}
            ),
        )
        ((_, line), _) = sum_lines(latest_scores([daily.reporter])[daily.reporter.pk], daily.reporter)
    with translation.override("en"), shown():
        assert str(line.said).startswith("Committee meetings, by month 158 / 168 × 10")
    assert line.said == "支委会，按月 158 / 168 × 10 ≈ 9.40"
