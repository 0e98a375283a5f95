"""A problem on its organisation's phone: where it came from, what the meeting wanted done, and the next one."""

import pytest
from django_scopes import scope

from pingyi.review.meetings.models import CommentSentence
from pingyi.review.meetings.services import draft_task
from tests.doors.office.rectification.pages import Desk
from tests.factories.rectification import Office, make_office
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db


def worded(office: Office, text: str) -> None:
    """The draft of the first problem in words of its own."""
    with scope(institution=office.institution):
        sentence = CommentSentence.objects.select_related("comment__reporter__meeting").order_by("sequence")[
            0
        ]
        draft_task(actor=office.clerk, now=NOW, sentence=sentence, text=text)


def test_a_draft_made_at_the_meeting_stands_in_the_form_once_the_problem_is_claimed() -> None:
    office = make_office(["谈话记录不全。"])
    worded(office, "三月底前补齐谈话记录。")
    secretary = Desk(office, actor=office.secretary)
    page = f"problems/{office.problems()[0].pk}/"
    words = secretary.words(page)
    assert "会上拟的任务： 三月底前补齐谈话记录。" in words
    assert 'name="measures"' not in secretary.html(page)
    secretary.post(f"{page}claim/")
    assert "三月底前补齐谈话记录。</textarea>" in secretary.html(page)


def test_a_draft_that_only_repeats_the_sentence_is_no_measure() -> None:
    office = make_office(["谈话记录不全；"])
    secretary = Desk(office, actor=office.secretary)
    page = f"problems/{office.problems()[0].pk}/"
    secretary.post(f"{page}claim/")
    html = secretary.html(page)
    assert 'name="measures"' in html
    assert "谈话记录不全。</textarea>" not in html


def test_the_secretary_goes_from_one_problem_to_the_next() -> None:
    office = make_office(["一问题。", "二问题。", "三问题。"])
    first, second, third = office.problems()
    secretary = Desk(office, actor=office.secretary)
    words = secretary.post(f"problems/{first.pk}/claim/")
    assert "还有2个等认领，看下一个" in words
    assert f'href="/office/problems/{second.pk}/"' in secretary.html(f"problems/{first.pk}/")
    secretary.post(f"problems/{second.pk}/contest/", reason="归医院管。")
    assert f'href="/office/problems/{third.pk}/"' in secretary.html(f"problems/{second.pk}/")
    assert "看下一个" not in secretary.words(f"problems/{third.pk}/")
    assert "看下一个" not in Desk(office).words(f"problems/{first.pk}/")
