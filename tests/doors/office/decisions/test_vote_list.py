"""The list of votes on topics: for those who open, close and count them."""

from collections.abc import Iterator

import pytest
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from pingyi.review.ballots.services import start_vote
from tests.doors.office.people import browser_of
from tests.factories.box_votes import counted, sitting_table, to_the_box
from tests.factories.decisions import NOW, College, make_college
from tests.factories.votes import make_matter
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def college() -> Iterator[College]:
    made = make_college()
    with scope(institution=made.institution):
        yield made


@pytest.mark.parametrize("number", [1, 3])
def test_any_number_of_votes_takes_the_same_queries(
    college: College, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(number):
        matter = make_matter(
            institution=college.institution, about=f"test.matter:{place}", convenor=college.organisation
        )
        start_vote(actor=college.clerk, now=NOW, matter=matter)
    browser = browser_of(make_actor(college.institution, "scrutineer"))
    browser.get("/office/votes/")
    with django_assert_num_queries(6):
        words = browser.get("/office/votes/").content.decode()
    assert words.count("还没有开始") == number


def test_an_empty_list_teaches_where_votes_come_from(college: College) -> None:
    words = browser_of(make_actor(college.institution, "counter")).get("/office/votes/").content.decode()
    assert "经办人在决策会议里为一项议题准备好票箱" in words


def test_secretaries_have_no_such_list(college: College) -> None:
    assert browser_of(college.secretary).get("/office/votes/").status_code == 403


def test_a_counted_vote_leaves_the_list(college: College) -> None:
    table = sitting_table(college)
    to_the_box(table)
    counted(table, *["good"] * 5)
    assert table.item.topic.title not in browser_of(college.clerk).get("/office/votes/").content.decode()
