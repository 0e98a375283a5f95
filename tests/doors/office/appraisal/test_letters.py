from io import BytesIO
from typing import Any
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from docx import Document

from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.models import ComprehensiveOpinion, FeedbackLetter
from pingyi.review.ballots.models import Answer
from pingyi.review.cycles.models import Reporter
from tests.doors.office.appraisal.pages import get, main_buttons, post, words
from tests.doors.office.people import browser_of
from tests.factories.results import FAIR, GOOD, Review, make_review
from tests.factories.world import make_actor, make_organisation

pytestmark = pytest.mark.django_db
SAID = (
    ("strength", "五个支部全部完成换届。"),
    ("problem", "会前协调记录不全。"),
    ("requirement", "一周内补齐记录。"),
)


def decided(*counts: dict[str, dict[str, int]], **fields: Any) -> Review:
    review = make_review(*counts, **fields)
    review.take()
    review.decide({place: Choice("good", "会议另有考虑") for place in range(len(review.reporters))})
    return review


def edit(review: Review, place: int = 0) -> str:
    return f"letters/{review.reporters[place].pk}/"


def test_letters_wait_for_the_decision_in_words() -> None:
    review = make_review()
    page = get(review, review.clerk, "letters/")
    assert "等领导记会议定的等次，还有2位" in words(page)
    assert "等次还没有定" in words(page)
    assert main_buttons(page) == []


def test_the_clerk_sees_decided_grades_and_no_score() -> None:
    review = decided(GOOD, FAIR)
    text = words(get(review, review.clerk, "letters/"))
    assert "好" in text
    assert "97.33" not in text


def test_the_opinion_begins_with_every_sentence_of_the_comment() -> None:
    review = decided(GOOD)
    review.comment(0, *SAID)
    page = get(review, review.clerk, edit(review))
    html = page.content.decode()
    for _, text in SAID:
        assert f">{text}</textarea>" in html
    assert 'name="version" value="0"' in html
    assert main_buttons(page) == ["存意见"]
    text = words(page)
    assert "点评第1句" in text
    assert "2026年1月16日2025年度述职评议会上的点评，共3句。" in text
    assert "测评和会议决定" in text


def test_a_sentence_without_a_home_is_shown_beside_the_form() -> None:
    review = decided(GOOD)
    review.comment(0, ("unsorted", "发展党员计划完成不到一半。"))
    text = words(get(review, review.clerk, edit(review)))
    assert "点评里还有1句没有归类" in text
    assert "发展党员计划完成不到一半。" in text


def test_an_opinion_is_saved_and_the_letter_previewed() -> None:
    review = decided(GOOD)
    page = post(review, review.clerk, edit(review), strengths="抓得实。", version="0", then="save")
    text = words(page)
    assert "意见存好了" in text
    assert "发出会是这样" in text
    assert "一、肯定的方面" in text
    assert "考核等次为“好”" in text
    assert not FeedbackLetter.objects.exists()


def test_what_the_leader_confirmed_goes_out_with_one_button() -> None:
    review = decided(GOOD)
    page = post(review, review.clerk, edit(review), problems="记录不全。", version="0", then="issue")
    assert "意见领导还没有确认，不能发" in words(page)
    assert "等领导确认意见，还有1份" in words(page)
    review.confirm()
    assert main_buttons(get(review, review.clerk, edit(review))) == ["发出"]
    page = post(review, review.clerk, edit(review), problems="记录不全。", version="1", then="issue")
    assert "反馈意见发出了" in words(page)
    assert "1封都发了" in words(page)
    again = post(review, review.clerk, edit(review), problems="记录不全。", version="1", then="issue")
    assert "反馈意见发出了" in words(again)
    assert FeedbackLetter.objects.count() == 1


def test_giving_out_before_the_decision_keeps_the_words_and_says_why_not() -> None:
    review = make_review()
    page = post(review, review.clerk, edit(review), strengths="抓得实。", version="0", then="issue")
    assert "等次还没有定，不能发" in words(page)
    assert ComprehensiveOpinion.objects.get().strengths == "抓得实。"
    assert not FeedbackLetter.objects.exists()


def test_words_written_meanwhile_are_shown_beside_what_was_typed() -> None:
    review = decided(GOOD)
    review.write()
    page = post(review, review.clerk, edit(review), strengths="我写的。", version="0", then="save")
    assert page.status_code == 409
    assert "别人改过这份意见" in words(page)
    assert "现在的内容" in words(page)
    html = page.content.decode()
    assert ">我写的。</textarea>" in html
    assert 'name="version" value="1"' in html


def test_an_empty_opinion_is_refused_at_its_field() -> None:
    review = decided(GOOD)
    page = post(review, review.clerk, edit(review), version="0", then="save")
    assert "三段都空着" in words(page)
    assert 'id="strengths" name="strengths" rows="5" aria-invalid="true"' in page.content.decode()


def test_all_that_are_written_go_out_together() -> None:
    review = decided(GOOD, FAIR)
    assert main_buttons(get(review, review.clerk, "letters/")) == ["去写意见"]
    review.write(0)
    review.write(1)
    assert main_buttons(get(review, review.clerk, "letters/")) == []
    review.confirm()
    assert main_buttons(get(review, review.clerk, "letters/")) == ["发出2封"]
    page = post(review, review.clerk, "letters/issue/")
    assert "写好的都发出了" in words(page)
    assert "发出2 / 2封" in words(page)
    assert "现在没有可以发的" in words(post(review, review.clerk, "letters/issue/"))


def test_a_corrected_letter_is_the_next_step() -> None:
    review = decided(GOOD)
    review.write()
    review.issue()
    post(review, review.clerk, edit(review), strengths="改过。", version="1", then="save")
    review.confirm()
    page = get(review, review.clerk, "letters/")
    assert "重发1封，等次或意见更正过" in words(page)
    both = words(get(review, review.clerk, edit(review)))
    assert "重发会是这样" in both
    assert "发出的这一封" in both


def test_the_word_file_has_the_words_and_no_number_of_votes() -> None:
    review = decided(GOOD)
    review.write()
    review.issue()
    file = get(review, review.clerk, f"{edit(review)}file/")
    reporter = review.reporters[0]
    name = f"反馈意见_{reporter.organisation.name}_{reporter.person.name}.docx"
    assert file["Content-Disposition"] == f"attachment; filename*=UTF-8''{quote(name)}"
    text = "\n".join(one.text for one in Document(BytesIO(file.content)).paragraphs)
    assert "党建工作抓得实。" in text
    assert "“好”" in text
    for hidden in ("97.33", "票", "得分", "名次"):
        assert hidden not in text


def test_all_letters_come_as_one_file() -> None:
    review = decided(GOOD, FAIR)
    assert "还没有发出的反馈意见" in words(get(review, review.clerk, "letters/files/"))
    for place in (0, 1):
        review.write(place)
        review.issue(place)
    packed = ZipFile(BytesIO(get(review, review.leader, "letters/files/").content))
    assert len(packed.namelist()) == 2
    assert all(name.startswith("反馈意见_") and name.endswith(".docx") for name in packed.namelist())


def test_a_file_of_a_letter_that_is_not_out_is_missing() -> None:
    review = decided(GOOD)
    assert get(review, review.clerk, f"{edit(review)}file/").status_code == 404


def test_leaders_read_and_do_not_write() -> None:
    review = decided(GOOD)
    review.write()
    review.confirm()
    page = get(review, review.leader, edit(review))
    assert "<textarea" not in page.content.decode()
    assert "党建工作抓得实。" in words(page)
    assert main_buttons(get(review, review.leader, "letters/")) == []
    assert post(review, review.leader, edit(review), strengths="改", version="1").status_code == 403
    assert "反馈意见由经办人发" in words(post(review, review.leader, "letters/issue/"))


@pytest.mark.parametrize("role", ["counter", "scrutineer"])
def test_the_desk_has_no_business_with_letters(role: str) -> None:
    review = decided(GOOD)
    assert get(review, getattr(review, role), "letters/").status_code == 403
    assert get(review, getattr(review, role), edit(review)).status_code == 403


def test_a_secretary_reads_her_own_letter_once_it_is_out() -> None:
    review = decided(GOOD, FAIR)
    secretary, pk = review.secretary(), review.reporters[0].pk
    browser = browser_of(secretary)
    review.write()
    assert browser.get(f"/office/mine/letters/{pk}/").status_code == 404
    assert "的反馈意见" not in words(browser.get("/office/mine/"))
    review.issue()
    assert "2025年度述职评议的反馈意见" in words(browser.get("/office/mine/"))
    page = browser.get(f"/office/mine/letters/{pk}/")
    assert "考核等次为“好”" in words(page)
    assert main_buttons(page) == ["去看要办的"]
    assert browser.get(f"/office/mine/letters/{pk}/file/").content[:2] == b"PK"


def test_nobody_else_reads_it_there() -> None:
    review = decided(GOOD, FAIR)
    review.write()
    review.issue()
    at = f"/office/mine/letters/{review.reporters[0].pk}/"
    other = make_actor(review.institution, "secretary", organisation=make_organisation(review.institution))
    for actor in (review.secretary(1), other, review.clerk, review.counter):
        assert browser_of(actor).get(at).status_code == 404
        assert browser_of(actor).get(f"{at}file/").status_code == 404


def test_an_empty_roster_says_what_will_come() -> None:
    review = make_review()
    Answer.objects.all().delete()
    Reporter.objects.all().delete()
    assert "还没有要反馈的人" in words(get(review, review.clerk, "letters/"))


@pytest.mark.parametrize("count", [1, 3])
def test_letters_cost_the_same_for_one_person_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    review = decided(*[GOOD] * count)
    for place in range(count):
        review.comment(place, *SAID)
        review.write(place)
        review.issue(place)
    browser, at = browser_of(review.clerk), f"/office/cycles/{review.cycle.pk}/"
    for place_at, queries in (("letters/", 14), (edit(review), 19)):
        browser.get(at + place_at)
        with django_assert_num_queries(queries):
            browser.get(at + place_at)
