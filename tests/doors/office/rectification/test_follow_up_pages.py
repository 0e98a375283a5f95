import pytest
from django_scopes import scope

from pingyi.review.rectification.models import FollowUp
from tests.doors.office.rectification.pages import Desk
from tests.factories.rectification import Office, asked, make_office
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db


def list_of(office: Office) -> str:
    return f"cycles/{office.cycle.pk}/follow-ups/"


def own(office: Office) -> Desk:
    return Desk(office, actor=office.secretary)


def test_a_requirement_is_answered_sent_back_and_ticked_off() -> None:
    office = make_office()
    page = f"follow-ups/{asked(office).pk}/"
    assert "等答复，还有3 / 3份" in Desk(office).words(list_of(office))
    assert "答复：本单位怎么落实" in own(office).words(page)
    assert "还没有写答复" in own(office).refused(f"{page}answer/", answer=" ")
    words = own(office).post(f"{page}answer/", answer="支委会专题研究了。")
    assert words.startswith("答复记下了，等办结。")
    clerk = Desk(office)
    assert "看1份答复，够了就办结" in clerk.words(list_of(office))
    assert "写明还差什么" in clerk.refused(f"{page}send-back/", reason="")
    clerk.post(f"{page}send-back/", reason="没有写到支部。")
    assert "退回理由： 没有写到支部。" in own(office).words(page)
    own(office).post(f"{page}answer/", answer="支委会研究，分到五个支部。")
    words = clerk.post(f"{page}close/")
    assert words.startswith("办结了。")
    assert "已经办结，1月20日" in words
    assert "答复 1 / 3 ，办结 1 / 3" in clerk.words(list_of(office))


def test_everything_ticked_off_is_said_and_an_empty_list_teaches() -> None:
    office = make_office(on_site=1, written=0)
    assert "还没有讲话要求 会上的讲话记下以后" in Desk(office).words(list_of(office))
    page = f"follow-ups/{asked(office).pk}/"
    own(office).post(f"{page}answer/", answer="研究了。")
    assert "等办结，还有1 / 1份" in Desk(office, "leader").words(list_of(office))
    Desk(office).post(f"{page}close/")
    assert "都办结了" in Desk(office).words(list_of(office))


def test_an_answer_before_it_is_there_is_waited_for_by_others() -> None:
    office = make_office()
    page = f"follow-ups/{asked(office).pk}/"
    words = Desk(office, "leader").words(page)
    assert "等护理学院党委答复" in words
    assert "单位还没有答复" in words
    own(office).post(f"{page}answer/", answer="研究了。")
    assert "等经办人办结" in own(office).words(page)


def test_before_the_meeting_is_over_the_secretary_finds_no_requirement() -> None:
    office = make_office(is_told=False)
    row = asked(office)
    assert own(office).answer(f"follow-ups/{row.pk}/").status_code == 404
    assert "抓支部" not in own(office).words(list_of(office))
    assert "抓支部" not in own(office).words("mine/")


@pytest.mark.parametrize(
    ("role", "status"),
    [("clerk", 200), ("leader", 200), ("scrutineer", 403), ("counter", 403), ("secretary", 403)],
)
def test_who_reads_and_that_others_do_not_answer(role: str, status: int) -> None:
    office = make_office()
    page = f"follow-ups/{asked(office).pk}/"
    other = make_actor(office.institution, role, organisation=office.hall.reporters[1].organisation)
    desk = Desk(office, actor=other)
    assert desk.answer(page).status_code == status
    assert desk.answer(f"{page}answer/", {"answer": "代答。"}).status_code == 403
    with scope(institution=office.institution):
        assert not FollowUp.objects.exclude(answer="").exists()
