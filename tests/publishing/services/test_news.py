"""From the draft to the publication, and what the database itself refuses on the way."""

from collections.abc import Iterator

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.notices.models import Notice
from pingyi.publishing.domain.reviewing.steps import STEPS, Kind, Step
from pingyi.publishing.models import NewsItem, NewsPart
from pingyi.publishing.queries.news import (
    credit_text,
    find_news,
    news_of_cycle,
    parts_of,
    publication_of,
    published_news_of,
    returns_of,
    signatures_of,
    steps_done,
    versions_of,
)
from pingyi.publishing.services.news import (
    Added,
    draft_news,
    hand_in_news,
    name_readers,
    publish_news,
    return_news,
    save_news,
    set_house_rules,
    sign_news,
)
from tests.factories.news import Desk, make_desk
from tests.factories.world import NOW, make_account, make_actor, make_institution


@pytest.fixture
def desk(db: None) -> Iterator[Desk]:
    made = make_desk()
    with scope(institution=made.hall.institution):
        yield made


def test_the_draft_tells_the_records_and_nothing_else(desk: Desk) -> None:
    item = desk.draft()
    convenor = desk.hall.cycle.convenor.name
    units = "和".join(one.organisation.name for one in desk.hall.reporters)
    lead = (
        f"1月16日下午，{convenor}召开2025年度述职评议会。党委书记林晓棠逐一点评现场述职党组织书记并讲话。"
        f"党委副书记、校长江远树主持会议。{'、'.join(one.name for one in desk.hall.classes)}参加会议。"
    )
    assert item.title == f"{convenor}召开2025年度述职评议会"
    assert item.text.split("\n") == [
        lead,
        f"会议采用现场述职和书面述职相结合的方式进行。{units}等2个党组织的书记作了现场述职，其余1名党组织书记作书面述职。",
        "林晓棠指出，各党组织书记履职尽责。",
        "林晓棠对抓好基层党建工作提出两点要求。一是提高站位，把抓好党建作为最大政绩。二是提升本领，落实“七个有力”。",
        "述职结束后，与会人员对党组织书记抓党建工作情况进行了民主测评。",
    ]
    assert {"text": item.title, "keys": ["convenor", "meeting", "year"]} in item.origins


def test_news_is_drafted_once_and_not_before_the_meeting_ends(db: None) -> None:
    early = make_desk(is_over=False)
    with scope(institution=early.hall.institution), pytest.raises(Refused) as refusal:
        early.draft()
    assert refusal.value.code == "news.too_early"
    late = make_desk()
    with scope(institution=late.hall.institution):
        late.draft()
        with pytest.raises(Refused) as again:
            late.draft()
        assert again.value.code == "news.again"
        with pytest.raises(Forbidden):
            draft_news(actor=late.leader, now=NOW, meeting=late.hall.meeting)


def test_what_a_person_adds_stands_in_its_place(desk: Desk) -> None:
    item = desk.draft(Added(purpose="听取述职汇报", chair_words="各单位要认领不足", ballot="民主评议"))
    assert "述职评议会，听取述职汇报。" in item.text
    assert "江远树在主持时强调，各单位要认领不足。" in item.text
    assert item.text.endswith("进行了民主评议。")


def test_too_long_an_addition_leaves_nothing_behind(desk: Desk) -> None:
    with pytest.raises(Refused) as refusal:
        desk.draft(Added(ballot="测" * 21))
    assert (refusal.value.field, NewsItem.objects.count()) == ("ballot", 0)


def test_three_people_review_and_proof_and_the_clerk_publishes(desk: Desk) -> None:
    item = desk.sign(desk.handed_in(), 1, 2, 3)
    assert steps_done(item) == set(STEPS)
    publication = publish_news(actor=desk.clerk, now=NOW, item=item, place="学校新闻网")
    item = find_news(item.pk)
    assert (item.state, publication.version.number, publication.place) == ("published", 1, "学校新闻网")
    assert published_news_of(desk.hall.cycle) == [publication]
    assert [line.split("：")[0] for line in credit_text(item, parts_of(item))] == [
        "初审初校",
        "复审复校",
        "终审终校",
    ]
    verbs = list(
        Event.objects.filter(subject_kind="publishing.newsitem")
        .order_by("sequence")
        .values_list("verb", flat=True)
    )
    assert verbs == [
        *("news.drafted", "news.readers_named", "news.handed_in"),
        *("news.signed", "news.signed", "news.signed", "news.published"),
    ]
    told = Notice.objects.filter(kind="news.turn").order_by("pk").values_list("account", flat=True)
    assert list(told) == [one.account_id for one in desk.signers]


def test_only_the_one_whose_turn_it_is_signs_and_changes(desk: Desk) -> None:
    item = desk.handed_in()
    second = desk.signers[1]
    with pytest.raises(Forbidden) as refusal:
        sign_news(actor=second, now=NOW, item=item, seen_version=1)
    assert refusal.value.code == "news.not_your_turn"
    for other in (second, desk.clerk):
        with pytest.raises(Forbidden):
            save_news(actor=other, now=NOW, item=item, title="题", text="文", seen_version=1)
    changed = save_news(
        actor=desk.signers[0],
        now=NOW,
        item=item,
        title=item.title,
        text="改过的正文。\n\n 第二段。",
        seen_version=1,
    )
    assert (changed.version, changed.text) == (2, "改过的正文。\n第二段。")
    assert [one.number for one in versions_of(item)] == [2, 1]


def test_a_change_under_the_last_signature_asks_for_it_again(desk: Desk) -> None:
    names = {step: desk.signers[step.level - 1].account_id for step in STEPS}
    proof = make_actor(desk.hall.institution, "counter")
    names[Step(Kind.PROOF, 3)] = proof.account_id
    item = desk.sign(desk.handed_in(names), 1, 2, 3)
    item = save_news(actor=proof, now=NOW, item=item, title=item.title, text="三校改过。", seen_version=1)
    assert steps_done(item) == {step for step in STEPS if step.level < 3}
    item = desk.sign(item, 3)
    item = sign_news(actor=proof, now=NOW, item=item, seen_version=2, remark="改了一处")
    assert steps_done(item) == set(STEPS)
    assert signatures_of(item)[0].remark == "改了一处"
    assert publish_news(actor=desk.clerk, now=NOW, item=item).version.number == 2


def test_nobody_signs_or_saves_over_a_text_that_was_not_seen(desk: Desk) -> None:
    item = desk.handed_in()
    first = desk.signers[0]
    save_news(actor=first, now=NOW, item=item, title=item.title, text="改过。", seen_version=1)
    with pytest.raises(Refused) as signed:
        sign_news(actor=first, now=NOW, item=item, seen_version=1)
    with pytest.raises(Refused) as saved:
        save_news(actor=first, now=NOW, item=item, title="题", text="又改。", seen_version=1)
    assert signed.value.code == saved.value.code == "news.changed_meanwhile"
    same = save_news(actor=first, now=NOW, item=item, title=item.title, text="改过。", seen_version=2)
    assert same.version == 2


@pytest.mark.parametrize(
    ("title", "text", "field"),
    [("", "文", "title"), ("题", " \n ", "text"), ("题" * 201, "文", "title"), ("题", "文" * 20_001, "text")],
)
def test_a_text_of_no_use_is_refused_at_its_field(desk: Desk, title: str, text: str, field: str) -> None:
    item = desk.draft()
    with pytest.raises(Refused) as refusal:
        save_news(actor=desk.clerk, now=NOW, item=item, title=title, text=text, seen_version=1)
    assert refusal.value.field == field


def test_a_return_lapses_the_signatures_and_keeps_them(desk: Desk) -> None:
    item = desk.sign(desk.handed_in(), 1)
    with pytest.raises(Forbidden):
        return_news(actor=desk.leader, now=NOW, item=item, reason="没轮到")
    with pytest.raises(Refused) as refusal:
        return_news(actor=desk.signers[1], now=NOW, item=item, reason=" ")
    assert refusal.value.field == "reason"
    item = return_news(actor=desk.signers[1], now=NOW, item=item, reason="漏了参会人员")
    assert (item.state, item.round, steps_done(item)) == ("draft", 2, set())
    assert [one.reason for one in returns_of(item)] == ["漏了参会人员"]
    assert len(signatures_of(item)) == 2
    with pytest.raises(Refused):
        return_news(actor=desk.clerk, now=NOW, item=item, reason="再退")
    hand_in_news(actor=desk.clerk, now=NOW, item=item)
    item = desk.sign(find_news(item.pk), 1, 2, 3)
    publish_news(actor=desk.clerk, now=NOW, item=item)
    with pytest.raises(Refused) as published:
        save_news(actor=desk.clerk, now=NOW, item=item, title="题", text="文", seen_version=1)
    assert published.value.code == "news.published"
    with pytest.raises(Refused):
        name_readers(actor=desk.clerk, now=NOW, item=item, names=desk.names)
    item = return_news(actor=desk.clerk, now=NOW, item=item, reason="更正姓名")
    assert publication_of(item) is None
    assert len(published_news_of(desk.hall.cycle)) == 1


def test_publishing_names_the_step_that_is_missing(desk: Desk) -> None:
    item = desk.draft()
    for expected in ("送审", "复审"):
        with pytest.raises(Refused) as refusal:
            publish_news(actor=desk.clerk, now=NOW, item=item)
        assert expected in refusal.value.message
        if expected == "送审":
            name_readers(actor=desk.clerk, now=NOW, item=item, names=desk.names)
            item = desk.sign(hand_in_news(actor=desk.clerk, now=NOW, item=item), 1)
    with pytest.raises(Forbidden):
        publish_news(actor=desk.leader, now=NOW, item=item)
    item = desk.sign(item, 2, 3)
    with pytest.raises(Refused) as nothing:
        sign_news(actor=desk.leader, now=NOW, item=item, seen_version=1)
    assert nothing.value.code == "news.nothing_to_sign"
    publish_news(actor=desk.clerk, now=NOW, item=item)
    with pytest.raises(Refused):
        publish_news(actor=desk.clerk, now=NOW, item=item)


def test_handing_in_waits_for_six_names(desk: Desk) -> None:
    item = desk.draft()
    names = {step: account for step, account in desk.names.items() if step.level < 3}
    name_readers(actor=desk.clerk, now=NOW, item=item, names=names)
    with pytest.raises(Refused) as refusal:
        hand_in_news(actor=desk.clerk, now=NOW, item=item)
    assert "终审、三校" in refusal.value.message
    with pytest.raises(Forbidden):
        hand_in_news(actor=desk.leader, now=NOW, item=item)
    with pytest.raises(Forbidden):
        name_readers(actor=desk.leader, now=NOW, item=item, names=desk.names)


def test_people_who_may_not_sign_beside_each_other_are_named(desk: Desk) -> None:
    item = desk.draft()
    writer = desk.clerk.account_id
    cases = (
        ({**desk.names, Step(Kind.REVIEW, 3): writer}, "review-3"),
        ({**desk.names, Step(Kind.REVIEW, 2): desk.signers[0].account_id}, "review-2"),
        ({**desk.names, Step(Kind.PROOF, 2): make_account().pk}, "proof-2"),
    )
    for names, field in cases:
        with pytest.raises(Refused) as refusal:
            name_readers(actor=desk.clerk, now=NOW, item=item, names=names)
        assert refusal.value.field == field
    assert not NewsPart.objects.exists()


def test_who_has_signed_is_not_replaced(desk: Desk) -> None:
    item = desk.sign(desk.handed_in(), 1)
    other = make_actor(desk.hall.institution, "counter").account_id
    with pytest.raises(Refused) as refusal:
        name_readers(actor=desk.clerk, now=NOW, item=item, names={**desk.names, Step(Kind.REVIEW, 1): other})
    assert refusal.value.code == "news.signed"
    name_readers(actor=desk.clerk, now=NOW, item=item, names={**desk.names, Step(Kind.REVIEW, 2): other})
    assert parts_of(item)[Step(Kind.REVIEW, 2)].account_id == other


def test_the_second_scheme_has_its_own_lines(desk: Desk) -> None:
    set_house_rules(
        actor=desk.clerk,
        now=NOW,
        people="free",
        credit_scheme="source_to_approver",
        source="党委宣传部",
        formulas="",
    )
    item = desk.draft()
    names = {**desk.names, Step(Kind.REVIEW, 1): desk.clerk.account_id}
    name_readers(actor=desk.clerk, now=NOW, item=item, names=names)
    writer, approver = desk.clerk.display_name, desk.leader.display_name
    assert credit_text(item, parts_of(item)) == (
        "来源|党委宣传部",
        f"图文|{writer}",
        f"责编|{writer}",
        f"审定|{approver}",
    )


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"people": "some"}, "people"),
        ({"source": "部" * 61}, "source"),
        ({"formulas": "“两个确立"}, "formulas"),
    ],
)
def test_house_rules_of_no_use_are_refused_at_their_field(
    desk: Desk, sent: dict[str, str], field: str
) -> None:
    rules = {"people": "kinds", "credit_scheme": "three_steps", "source": "", "formulas": "", **sent}
    with pytest.raises(Refused) as refusal:
        set_house_rules(actor=desk.clerk, now=NOW, **rules)
    assert refusal.value.field == field
    with pytest.raises(Forbidden):
        set_house_rules(actor=desk.leader, now=NOW, **rules)


def test_the_list_of_meetings_takes_the_same_queries_for_one_and_three(
    desk: Desk, django_assert_num_queries: object
) -> None:
    from tests.factories.world import make_meeting

    desk.sign(desk.handed_in(), 1)
    with django_assert_num_queries(3):  # type: ignore[operator]
        (line,) = news_of_cycle(desk.hall.cycle)
    assert (line.done, line.next, line.is_over) == (2, Step(Kind.REVIEW, 2), True)
    for _ in range(2):
        make_meeting(desk.hall.cycle)
    with django_assert_num_queries(3):  # type: ignore[operator]
        lines = news_of_cycle(desk.hall.cycle)
    assert sorted(one.item is None for one in lines) == [False, True, True]


def test_another_institution_sees_and_signs_nothing(desk: Desk) -> None:
    item = desk.handed_in()
    elsewhere = make_institution()
    with scope(institution=elsewhere), pytest.raises(Refused):
        find_news(item.pk)
