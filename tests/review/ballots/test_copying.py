"""What stands in the way of a backup, in words for the person at the terminal."""

from datetime import timedelta

import pytest

from pingyi.review.ballots.queries.copying import obstacles_to_copying
from pingyi.review.ballots.services.paper_entry import enter_paper_form
from tests.factories.ballots import Hall, make_hall, open_hall, prepare_voting
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(minutes=30)


def close_by_hand(hall: Hall, *, is_cleaned: bool) -> None:
    hall.voting.state, hall.voting.closed_at = "closed", LATER
    hall.voting.cleaned_at = LATER if is_cleaned else None
    hall.voting.closed_by_id = hall.scrutineer.account_id
    hall.voting.save()


def test_a_prepared_and_a_cleaned_voting_are_no_obstacles() -> None:
    prepare_voting(make_hall())
    close_by_hand(open_hall(make_hall()), is_cleaned=True)
    assert obstacles_to_copying() == []


def test_votings_of_all_institutions_are_named_with_what_to_do() -> None:
    first, second = open_hall(make_hall()), open_hall(make_hall())
    close_by_hand(second, is_cleaned=False)
    name = "“2025年度述职评议会”"
    assert obstacles_to_copying() == [
        f"{first.institution.name}{name}正在投票。请等投票结束、清理完成。",
        f"{second.institution.name}{name}投票结束了，还没有清理完。请监票人到“票条与投票”按“清理”。",
    ]


def test_typed_paper_forms_are_whole_ballots_until_the_count() -> None:
    hall = open_hall(make_hall(mode="paper"))
    close_by_hand(hall, is_cleaned=True)
    assert obstacles_to_copying() == []
    enter_paper_form(actor=hall.counter, now=LATER, box=hall.box("甲"), number=1, marks=hall.ballot("good"))
    (told,) = obstacles_to_copying()
    assert told.endswith("的纸质测评表录入了，还没有计票。请先计票。")
