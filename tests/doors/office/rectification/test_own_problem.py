import pytest
from django_scopes import scopes_disabled

from pingyi.organisations.models import RoleAssignment
from tests.doors.office.rectification.pages import Desk
from tests.factories.rectification import make_office
from tests.factories.world import make_actor, make_organisation

pytestmark = pytest.mark.django_db
NEW = "mine/problems/new/"
WORDS = "三个支部没有按期换届。"


def test_a_secretary_lists_what_her_organisation_found_and_goes_on_to_the_tasks() -> None:
    office = make_office()
    desk = Desk(office, actor=office.secretary)
    assert "列自查的问题" in desk.words("mine/")
    assert 'name="organisation"' not in desk.html(NEW)
    said = desk.post(NEW, text=WORDS, source_note="第三季度自查")
    assert "列进问题清单了，算已认领" in said
    assert "列第一项任务" in said
    assert "自查：第三季度自查" in said
    desk.post(NEW, text=WORDS, source_note="第三季度自查")
    assert [one.text for one in office.problems()] == ["组织生活不正常。", WORDS]


def test_a_mistake_is_taken_back_on_the_page_of_the_problem() -> None:
    office = make_office()
    desk = Desk(office, actor=office.secretary)
    desk.post(NEW, text=WORDS)
    path = f"problems/{office.problems()[1].pk}/"
    assert "没有列任务以前可以撤下" in desk.words(path)
    assert "没有列任务以前可以撤下" not in Desk(office).words(path)
    assert "2号问题撤下了" in desk.post(f"{path}take-back/")
    assert [one.number for one in office.problems()] == [1]


def test_words_that_are_missing_stand_at_their_field_with_what_was_typed() -> None:
    office = make_office()
    page = Desk(office, actor=office.secretary).refused(NEW, text=" ", source_note="第三季度自查")
    assert "问题没有写内容" in page
    assert 'value="第三季度自查"' in page


def test_who_answers_for_several_organisations_chooses_among_them_only() -> None:
    office = make_office()
    second = office.hall.reporters[1].organisation
    with scopes_disabled():
        RoleAssignment.objects.create(
            institution=office.institution,
            account_id=office.secretary.account_id,
            role="secretary",
            organisation=second,
        )
    desk = Desk(office, actor=office.secretary)
    assert second.name in desk.html(NEW)
    desk.post(NEW, text=WORDS, organisation=second.pk)
    assert office.problems()[1].organisation == second


def test_for_another_organisation_nothing_is_listed() -> None:
    office = make_office()
    other = office.hall.reporters[1].organisation
    answer = Desk(office, actor=office.secretary).answer(
        f"/office/{NEW}", {"text": WORDS, "organisation": other.pk}
    )
    assert answer.status_code == 403
    assert "只列本单位的" in answer.content.decode()
    assert len(office.problems()) == 1


def test_before_the_plan_is_sealed_the_page_says_when_it_can_be_used_and_others_have_no_such_page() -> None:
    office = make_office()
    idle = make_actor(office.institution, "secretary", organisation=make_organisation(office.institution))
    assert "现在还不能列" in Desk(office, actor=idle).words(NEW)
    assert Desk(office).answer(NEW).status_code == 403
