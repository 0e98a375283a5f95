import pytest
from django_scopes import scopes_disabled

from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.models import LetterOpening, OpinionVerdict
from tests.doors.office.appraisal.pages import close, get, main_buttons, post, words
from tests.doors.office.people import browser_of
from tests.factories.results import FAIR, GOOD, Review, make_review

pytestmark = pytest.mark.django_db


def decided() -> Review:
    review = make_review(GOOD, FAIR)
    review.take()
    review.decide({0: Choice("good"), 1: Choice("fairly_good")})
    return review


def test_the_leader_reads_sentence_by_sentence_and_confirms_one_after_the_other() -> None:
    review = decided()
    review.comment(0, ("strength", "换届全部完成。"), ("problem", "记录不全。"))
    at = f"letters/{review.reporters[0].pk}/"
    post(
        review,
        review.clerk,
        at,
        strengths="换届全部完成。\n群众也认可。",
        problems="记录不全。",
        version="0",
    )
    review.write(1)
    assert main_buttons(get(review, review.leader, "letters/")) == ["去看这一份"]
    page = get(review, review.leader, at)
    text = words(page)
    assert "换届全部完成。 点评第1句" in text
    assert "群众也认可。 经办人写的" in text
    assert main_buttons(page) == ["确认这份意见"]
    assert "97.33" not in text

    page = post(review, review.leader, f"{at}give-back/", version="1", note="")
    assert "写明要改哪里" in words(page)
    page = post(review, review.leader, f"{at}confirm/", version="1")
    assert "的意见确认了" in words(page)
    assert f"letters/{review.reporters[1].pk}/" in page.request["PATH_INFO"]
    page = post(
        review, review.leader, f"letters/{review.reporters[1].pk}/give-back/", version="1", note="太笼统。"
    )
    assert "退给经办人了" in words(page)
    page = get(review, review.clerk, "letters/")
    assert "领导退回时说：太笼统。" in words(page)
    assert main_buttons(page) == ["去写意见"]
    assert "退回了这一份" in words(get(review, review.clerk, f"letters/{review.reporters[1].pk}/"))
    with scopes_disabled():
        assert OpinionVerdict.objects.count() == 2


def test_the_clerk_confirms_nothing() -> None:
    review = decided()
    review.write()
    at = f"letters/{review.reporters[0].pk}/"
    assert "确认这份意见" not in words(get(review, review.clerk, at))
    assert post(review, review.clerk, f"{at}confirm/", version="1").status_code == 403
    assert post(review, review.counter, f"{at}confirm/", version="1").status_code == 403


def test_opening_a_letter_signs_for_it_and_remarks_go_there_and_back() -> None:
    review = decided()
    for place in (0, 1):
        review.write(place)
        review.issue(place)
    reporter = review.reporters[0]
    secretary, _ = review.secretary(0), review.secretary(1)
    browser = browser_of(secretary)
    own = f"/office/mine/letters/{reporter.pk}/"
    page = get(review, review.clerk, "letters/")
    assert "2封都发了，还有2位没有看" in words(page)
    assert "还没有看" in words(browser.get("/office/mine/"))

    page = browser.get(own)
    assert "本人意见" in words(page)
    with scopes_disabled():
        assert LetterOpening.objects.count() == 1
    page = get(review, review.clerk, "letters/")
    assert "看过1/2封" in close(page)
    assert main_buttons(page) == ["催没有看的"]
    assert "催了1个账号" in words(post(review, review.clerk, "letters/remind/"))

    page = browser.post(f"{own}statement/", {"agrees": "no", "text": ""}, follow=True)
    assert page.status_code == 409
    assert "写明是哪一点" in words(page)
    page = browser.post(f"{own}statement/", {"agrees": "no", "text": "记录有的。"}, follow=True)
    assert "等答复" in words(page)
    assert 'name="agrees"' not in page.content.decode()

    at = f"letters/{reporter.pk}/"
    assert "等领导答复" in words(get(review, review.clerk, at))
    page = get(review, review.leader, "letters/")
    assert main_buttons(page) == ["去答复"]
    assert main_buttons(get(review, review.leader, at)) == ["答复"]
    assert "没有答复" in words(post(review, review.leader, f"{at}answer/", answer=""))
    assert "答复好了" in words(post(review, review.leader, f"{at}answer/", answer="已核实。"))
    assert "已核实。" in words(browser.get(own))
    assert "有不同意见，答复了" in words(get(review, review.clerk, "letters/"))
    missing = post(review, review.leader, f"letters/{review.reporters[1].pk}/answer/", answer="没有。")
    assert missing.status_code == 404
