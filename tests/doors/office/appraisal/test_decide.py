from typing import Any

import pytest

from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.models import GradeDecision
from tests.doors.office.appraisal.pages import close, get, main_buttons, post, words
from tests.factories.results import BODY, FAIR, GOOD, Review, make_review

pytestmark = pytest.mark.django_db
SITTING = {"meeting": BODY, "decided_on": "2026-01-19"}


def calculated(*counts: dict[str, dict[str, int]], **fields: Any) -> Review:
    review = make_review(*counts, **fields)
    review.take()
    return review


def sheet(review: Review, *grades: str, **fields: str) -> dict[str, str]:
    rows = {f"grade-{row.pk}": grade for row, grade in zip(review.reporters, grades, strict=False) if grade}
    return {**SITTING, **rows, **fields}


def test_the_sheet_begins_with_the_proposed_grades() -> None:
    review = calculated(GOOD, FAIR)
    page = get(review, review.leader, "results/decide/")
    html = page.content.decode()
    first, second = (row.pk for row in review.reporters)
    assert html.index(f'name="grade-{first}"') < html.index(f'name="grade-{second}"')
    assert html.count(" selected>") == 2
    assert '<option value="good" selected>' in html
    assert '<option value="fairly_good" selected>' in html
    assert main_buttons(page) == ["记下这次会议定的等次"]
    assert 'value="2026-01-20"' in html


def test_a_whole_sitting_is_recorded_by_one_form() -> None:
    review = calculated(GOOD, FAIR)
    page = post(review, review.leader, "results/decide/", **sheet(review, "good", "fairly_good"))
    text = words(page)
    assert "记下了2位的等次" in text
    assert "2位的等次都定了" in text
    assert "待定" not in text
    assert main_buttons(page) == ["看反馈意见"]
    assert "都定了" in words(get(review, review.leader, "results/decide/"))


def test_some_may_wait_for_the_next_sitting() -> None:
    review = calculated(GOOD, FAIR)
    post(review, review.leader, "results/decide/", **sheet(review, "good", ""))
    page = get(review, review.leader, "results/decide/")
    assert "1位待定" in words(page)
    assert "已经定的1位" in words(page)


def test_a_missing_reason_stands_at_its_field_and_what_was_typed_stays() -> None:
    review = calculated(GOOD, FAIR)
    page = post(review, review.leader, "results/decide/", **sheet(review, "average", "fairly_good"))
    assert page.status_code == 409
    assert "和建议的等次不同，写上理由" in words(page)
    assert f'value="{BODY}"' in page.content.decode()
    assert '<option value="average" selected>' in page.content.decode()
    assert not GradeDecision.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("decided_on", "", "写明哪天定的"),
        ("decided_on", "下周", "不是日期"),
        ("decided_on", "2026-02-01", "还没有到"),
        ("meeting", " ", "写明是哪次会议定的"),
    ],
)
def test_meeting_and_day_are_named_where_they_are_wrong(field: str, value: str, said: str) -> None:
    review = calculated(GOOD)
    page = post(review, review.leader, "results/decide/", **sheet(review, "good", **{field: value}))
    assert page.status_code == 409
    assert said in words(page)


def test_an_empty_sheet_is_refused() -> None:
    review = calculated(GOOD)
    assert "还没有选等次" in words(post(review, review.leader, "results/decide/", **SITTING))


def test_too_many_first_grades_are_said_and_recorded() -> None:
    review = calculated(GOOD, GOOD)
    page = post(review, review.leader, "results/decide/", **sheet(review, "good", "good"))
    assert "定为好的有2位，规则的上限是1位，多了1位" in words(page)
    assert GradeDecision.objects.count() == 2


def test_before_the_calculation_the_sheet_teaches() -> None:
    review = make_review()
    assert "还没有可以定的" in words(get(review, review.leader, "results/decide/"))


def test_one_person_is_decided_on_her_own_page() -> None:
    review = calculated(GOOD)
    place = f"results/{review.reporters[0].pk}/"
    assert main_buttons(get(review, review.leader, place)) == ["记等次"]
    missing = post(review, review.leader, f"{place}decide/", grade="poor", **SITTING)
    assert missing.status_code == 409
    assert "和建议的等次不同" in words(missing)
    done = post(review, review.leader, f"{place}decide/", grade="good", **SITTING)
    assert f"{BODY}定为“好”" in close(done)
    assert main_buttons(done) == []


def test_a_correction_shows_what_was_decided_before() -> None:
    review = calculated(GOOD)
    review.decide({0: Choice("good")})
    place = f"results/{review.reporters[0].pk}/decide/"
    change = {"grade": "fairly_good", "reason": "复议", **SITTING, "seen": "1"}
    assert "写明为什么更正" in words(post(review, review.leader, place, **change))
    page = post(review, review.leader, place, **change, correction="巡察反馈后复议")
    text = close(page)
    assert "现在算数" in text
    assert "更正前" in text
    assert "更正原因：巡察反馈后复议" in text
    assert "改" in close(get(review, review.leader, "results/"))


def test_a_correction_from_an_old_page_is_refused() -> None:
    review = calculated(GOOD)
    review.decide({0: Choice("good")})
    place = f"results/{review.reporters[0].pk}/decide/"
    page = post(review, review.leader, place, grade="poor", reason="x", correction="x", seen="0", **SITTING)
    assert "别人记了这一位的等次" in words(page)
    assert GradeDecision.objects.count() == 1


@pytest.mark.parametrize("role", ["clerk", "counter", "scrutineer"])
def test_only_leaders_meet_the_form(role: str) -> None:
    review = calculated(GOOD)
    actor = getattr(review, role)
    assert get(review, actor, "results/decide/").status_code == 403
    assert post(review, actor, "results/decide/", **sheet(review, "good")).status_code == 403
    one = f"results/{review.reporters[0].pk}/"
    assert post(review, actor, f"{one}decide/", grade="good", **SITTING).status_code == 403
    if role != "clerk":
        assert 'name="grade"' not in get(review, actor, one).content.decode()
    assert not GradeDecision.objects.exists()
