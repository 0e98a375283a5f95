"""What counts as a claim, and what it speaks of."""

import pytest

from pingyi.review.evidence.domain.claim import Bound, Claim, Shape, Target
from pingyi.review.evidence.domain.claims import Passage, ReportText, claims_of
from pingyi.review.evidence.domain.vocabulary import Subject, Vocabulary
from tests.review.evidence.measuring import KNOWN

VOCABULARY = Vocabulary(tuple(KNOWN.values()))


def claims(text: str, own: Subject | None = None) -> list[Claim]:
    passage = Passage("1", text, own) if own else Passage("1", text)
    return claims_of(ReportText(1, 2025, (passage,)), VOCABULARY)


def quotes(text: str) -> list[str]:
    return [claim.quote for claim in claims(text)]


def only(text: str) -> Claim:
    (claim,) = claims(text)
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "2025年1月15日，学习党的二十大和二十届四中全会精神。",
        "坚持“三会一课”，领悟“两个确立”，对标“五个到位”。",
        "谋划“十五五”，执行〔2025〕12号文件。",
        "第一党支部获奖。",
        "有一个支部活动少。",
        "明年每月到支部一次，全年开会12次。",
        "力争召开支委会168次。",
        "制度落实不到位，组织开展不够。",
        "没有数字也没有做什么",
    ],
)
def test_days_formulas_promises_and_shortfalls_claim_nothing(text: str) -> None:
    assert quotes(text) == []


def test_a_claim_knows_its_place_its_words_and_its_section() -> None:
    text = "我抓支部。\n全年召开支委会36次、党员大会十二次。"
    first, second = claims(text)
    assert text[first.start : first.end] == first.quote == "36次"
    assert second.quote == "十二次"
    assert first.sentence == "全年召开支委会36次、党员大会十二次。"
    assert first.section == "1"
    assert first.subject.codes == ("orglife.committee.done", "orglife.committee.records")
    assert second.subject.codes[0] == "orglife.members_meeting.done"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("召开支委会36次。", "orglife.committee.done"),
        ("组织12次主题党日。", "orglife.theme_day.done"),
        ("全年12次专题组织生活会。", "orglife.life_meeting.done"),
        ("支委会按月开，全年36次。", "orglife.committee.done"),
        ("30人完成了规定的学时。", "orglife.hours.reached"),
        ("讲党课2次。", "orglife.secretary_class.held"),
        ("现有党员312人。", "orglife.members"),
        ("下设14个党支部。", "orglife.branches"),
        ("14个支部召开支委会168次。", "orglife.committee.done"),
        ("去年指出的3个问题有了进展。", "problems.closed"),
    ],
)
def test_a_number_speaks_of_the_word_beside_it(text: str, code: str) -> None:
    assert claims(text)[-1].subject.codes[:1] == (code,)


@pytest.mark.parametrize(
    "text",
    [
        "发展党员21人。",
        "支委会、党员大会共48次。",
        "支委会研究议题46个。",
        "党员312人参加。",
        "去年召开支委会149次。",
        "2024年召开支委会149次。",
        "上半年召开支委会80次。",
        "第三党支部召开支委会12次。",
        "支委会增加了9次。",
        "班子成员联系支部，讲党课14次。",
        "查摆出的3个问题都有措施。",
        "参加支委会9次。",
        "建立台账3份。",
        "三会一课48次。",
        "全年谈了48次。",
        "出席率95%。",
        "支委会开得好，报名48次，党课也好。",
    ],
)
def test_what_is_not_plain_speaks_of_nothing_that_is_stated(text: str) -> None:
    assert not claims(text)[-1].subject.codes


def test_equal_words_in_a_list_are_one_thing() -> None:
    assert only("支委会和支部委员会共36次。").subject.codes


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("支委会36次。", Bound.EXACT),
        ("支委会至少36次。", Bound.AT_LEAST),
        ("支委会36次以上。", Bound.AT_LEAST),
        ("支委会30余次。", Bound.AT_LEAST),
        ("支委会近40次。", Bound.ABOUT),
        ("支委会36次左右。", Bound.ABOUT),
    ],
)
def test_more_than_and_about(text: str, bound: Bound) -> None:
    assert only(text).bound is bound


@pytest.mark.parametrize(
    ("text", "period", "times"),
    [
        ("每月召开支委会。", "月", 1),
        ("每个月开两次支委会。", "月", 2),
        ("支委会按月召开。", "月", 1),
        ("每季度召开一次支部书记例会。", "季", 1),
        ("每季召开党员大会3次。", "季", 3),
        ("主题党日月月办。", "月", 1),
        ("每月开展学习。", "月", 1),
    ],
)
def test_each_month(text: str, period: str, times: int) -> None:
    claim = only(text)
    assert (claim.shape, claim.period, claim.number) == (Shape.EACH, period, times)


def test_each_month_without_a_deed_and_beside_a_share_is_none() -> None:
    assert quotes("每月都很忙。") == []
    assert quotes("支委会按月召开率94%。") == ["94%"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("组织生活全覆盖。", "全覆盖"),
        ("支委会、党员大会一次不落。", "一次不落"),
        ("整改任务全部办结。", "全部办结"),
        ("按期召开组织生活会。", "按期"),
        ("主题党日完成率100%。", "100%"),
        ("全部完成。", "全部完成"),
    ],
)
def test_all_of_it(text: str, quote: str) -> None:
    claim = only(text)
    assert (claim.shape, claim.quote) == (Shape.WHOLE, quote)


def test_all_of_nothing_in_particular_is_no_claim() -> None:
    assert quotes("全部精力放在党建上。") == []


def test_several_deeds_of_which_all_are_meant() -> None:
    assert set(only("支委会、党员大会一次不落。").subject.codes) > {
        "orglife.committee.done",
        "orglife.members_meeting.done",
    }


def test_none_at_all_needs_the_word_before_it() -> None:
    claim = only("整改没有逾期。")
    assert (claim.shape, claim.quote, claim.subject.codes) == (Shape.NONE, "没有逾期", ("problems.overdue",))
    assert quotes("补记要及时。") == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("支委会应开168次。", Target.OUT_OF),
        ("支委会实开158次。", Target.VALUE),
        ("整改任务8项。", Target.OUT_OF),
        ("整改任务办结7项。", Target.VALUE),
        ("整改任务7项办结。", Target.VALUE),
        ("去年反馈的问题已经整改到位2个。", Target.VALUE),
    ],
)
def test_what_there_was_and_what_was_done(text: str, target: Target) -> None:
    assert only(text).target is target


def test_a_sentence_without_numbers_says_what_was_done_once() -> None:
    claim = only("建立了制度，召开了组织生活会，开展了学习。")
    assert (claim.shape, claim.quote) == (Shape.DID, "召开了组织生活会")
    assert claim.subject.codes[0] == "orglife.life_meeting.done"
    assert not claim.is_number
    assert not only("落实三会一课。").subject.codes if quotes("落实三会一课。") else True
    assert only("组织开展“三会一课”。").subject.codes == ()
    assert only("下设支部都开展了学习。").subject.codes == ()


OWN = Subject(("problem.7.closed",))


@pytest.mark.parametrize("text", ["已销号。", "经过努力，已整改完成。", "问题已经解决。"])
def test_an_answer_says_that_its_problem_is_solved(text: str) -> None:
    (claim,) = claims(text, OWN)
    assert (claim.shape, claim.subject) == (Shape.WHOLE, OWN)


@pytest.mark.parametrize("text", ["尚未整改完成。", "整改完成一半。", "正在推进。"])
def test_an_answer_that_is_honest_claims_no_solution(text: str) -> None:
    assert OWN not in [claim.subject for claim in claims(text, OWN)]


def test_outside_of_answers_solved_is_only_a_deed() -> None:
    assert claims("已销号。") == []


def test_a_word_of_two_meanings_names_nothing() -> None:
    from pingyi.organisations.domain.facts import Better, Measure

    twice = (
        Measure("a.one", "甲", "次", Better.MORE, ("甲会",)),
        Measure("b.two", "乙", "次", Better.MORE, ("甲会",)),
    )
    (claim,) = claims_of(ReportText(1, 2025, (Passage("1", "甲会3次。"),)), Vocabulary(twice))
    assert claim.subject.codes == ()


def test_a_system_that_is_put_into_practice_is_no_meeting() -> None:
    assert only("严格落实主题党日、组织生活会制度。").subject.codes == ()


@pytest.mark.parametrize(
    ("text", "is_her_own"),
    [
        ("讲党课2次。", True),
        ("全年召开党员大会58次，讲授党课60次。", False),
        ("我召开党员大会4次，讲党课2次。", True),
        ("支部书记讲党课56次。", False),
    ],
)
def test_a_class_beside_meetings_of_branches_is_the_secretarys_only_where_it_says_so(
    text: str, is_her_own: bool
) -> None:
    assert bool(claims(text)[-1].subject.codes) is is_her_own


def test_one_of_the_problems_is_not_all_of_them() -> None:
    assert not claims("反馈的3个问题中2个已销号，1个待推进。")[-1].subject.codes
    assert claims("整改任务，应完成8项。")[-1].target is Target.OUT_OF


def test_all_branches_are_no_branch_by_name() -> None:
    assert only("所属支部召开支委会8次。").subject.codes
    assert not only("派出所党支部召开支委会8次。").subject.codes


def test_a_text_without_any_full_stop_is_not_read() -> None:
    assert claims("支委会1次" * 10_000) == []
    assert len(claims("支委会1次。" * 100)) == 100
