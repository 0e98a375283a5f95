"""The console while people vote: the meeting waits for the scrutineer."""

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.review.ballots.services import close_voting, open_voting
from pingyi.review.meetings.models import AgendaItem
from pingyi.review.meetings.services import open_sitting, start_item
from tests.doors.office.meetings.pages import main_of, words_of
from tests.doors.office.people import browser_of
from tests.factories.ballots import Hall, make_hall, prepare_voting
from tests.factories.sittings import make_hall as make_meeting_hall
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


def hall_at_the_ballot() -> Hall:
    hall = make_hall()
    with scope(institution=hall.institution):
        prepare_voting(hall)
        open_sitting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
        for item in AgendaItem.objects.order_by("sequence"):
            if item.kind != "closing":
                start_item(actor=hall.clerk, now=NOW, item=item)
    return hall


def console(hall: Hall) -> str:
    page = browser_of(hall.clerk).get(f"/office/meetings/{hall.meeting.pk}/control/")
    return words_of(main_of(page))


def test_while_people_vote_the_next_step_is_to_wait_for_the_scrutineer() -> None:
    hall = hall_at_the_ballot()
    assert "下一步 等监票人开启投票" in console(hall)
    with scopes_disabled():
        open_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting)
    words = console(hall)
    assert (
        "下一步 正在投票，等监票人结束 结束以后，这里接着走议程的下一项。 去票条与投票 先结束这一项" in words
    )
    assert "开始这一项" not in words


@pytest.mark.django_db(transaction=True)
def test_after_the_voting_the_agenda_goes_on() -> None:
    hall = hall_at_the_ballot()
    with scopes_disabled():
        close_voting(
            actor=hall.scrutineer,
            now=NOW,
            voting=open_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting),
            accepts_small=True,
        )
    assert "下一步 主持人小结，会议结束 现在这一项到此结束。会场屏幕换成这一项。" in console(hall)


@pytest.mark.parametrize("role", ["clerk", "leader", "scrutineer", "counter"])
def test_no_link_of_the_console_leads_to_a_page_that_is_closed_to_the_one_who_looks(role: str) -> None:
    hall = make_meeting_hall()
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=hall.item("report"))
    client = browser_of(make_actor(hall.institution, role))
    html = main_of(client.get(f"/office/meetings/{hall.meeting.pk}/control/"))
    links = {part.split('"')[0] for part in html.split('href="/office')[1:]}
    assert links
    assert [link for link in links if client.get(f"/office{link}").status_code != 200] == []
