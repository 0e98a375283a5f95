"""The report to the superior body says what the rows hold, and leaves open what they do not."""

from dataclasses import replace
from datetime import date

import pytest
from django_scopes import scope

from pingyi.documents.domain.blanks import BLANK, Built, texts_of
from pingyi.review.appraisal.documents.circular import Circular, CircularLine, circular
from pingyi.review.appraisal.documents.situation import (
    HeldMeeting,
    Mended,
    Said,
    Situation,
    SituationLine,
    situation_report,
)
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.queries.circular import circular_facts
from pingyi.review.appraisal.queries.letters import own_letters
from pingyi.review.appraisal.queries.situation import situation_of
from pingyi.review.appraisal.services import answer_statement, give_statement
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.queries import Target, present_paper
from tests.factories.results import FAIR, GOOD, LATER, make_review

DAY = date(2026, 1, 16)
FACTS = Situation(
    review="2025年度述职评议会",
    convenor="中共示例大学委员会",
    meetings=(HeldMeeting("2025年度述职评议会", DAY, "校长沈某", "书记顾某", 14, 15),),
    lines=(
        SituationLine("护理学院党委", "林晓", "现场", is_on_site=True, grade="好", problems=2, closed=1),
        SituationLine("图书馆党总支", "周安", "书面", is_on_site=False, grade="较好"),
    ),
    decided=(("校党委会第3次会议", date(2026, 1, 19)),),
    accepted_reports=2,
    commented=1,
    said=Said(issued=2, opened=1, statements=1, remarks=1, answered=0),
    mended=Mended(problems=2, claimed=2, closed=1, tasks=3, closed_tasks=1),
    rectification_months=6,
)


def said(built: Built) -> str:
    return "\n".join(texts_of(built.document))


@pytest.mark.parametrize(
    "words",
    [
        "述职的党组织书记2名，其中现场述职1名、书面述职1名。审过的述职报告2份，应交2份。",
        "2026年1月16日召开2025年度述职评议会，校长沈某主持，书记顾某点评，到会14人，应到15人。",
        "会上逐一点评1名，现场述职1名。列入问题清单2个，涉及1个党组织，述职的党组织共2个。",
        "经2026年1月19日校党委会第3次会议研究，评定2名，述职2名：“好”1名、“较好”1名、“一般”0名、“差”0名。",
        "发出反馈意见2封，应发2封；本人看过1封。收到本人意见1份，其中同意0份、有不同意见1份，不同意见已答复0份。",
        "问题2个，已认领2个，已销号1个；整改任务3项，已办结1项。整改期限6个月。",
    ],
)
def test_every_count_stands_beside_what_it_is_out_of(words: str) -> None:
    assert words in said(situation_report(FACTS))


def test_what_no_record_holds_is_a_blank_and_nothing_counted_is_told() -> None:
    built = situation_report(FACTS)
    assert [gap.text for gap in built.gaps] == [
        "上级的通知或要求",
        "存在的不足和下一步打算，由你们写",
        "报给哪个上级党组织",
    ]
    assert built.document.addressee == BLANK
    assert not any(word in said(built) for word in ("票", "得分", "名次"))


def test_an_empty_review_is_all_blanks() -> None:
    bare = replace(FACTS, meetings=(), lines=(), decided=(), rectification_months=None)
    built = situation_report(bare)
    assert {gap.text: gap.place for gap in built.gaps} | {"整改期限": "settings"} == {
        "上级的通知或要求": "",
        "述职人员还没有列": "reporters",
        "等次由哪次会议决定": "letters",
        "整改期限": "settings",
        "存在的不足和下一步打算，由你们写": "",
        "报给哪个上级党组织": "",
    }
    assert built.document.enclosed == ()


def test_a_meeting_at_which_nobody_was_signed_in_leaves_the_number_open() -> None:
    meeting = HeldMeeting("述职评议会", DAY, listed=15)
    built = situation_report(replace(FACTS, meetings=(meeting,), lines=FACTS.lines[:1]))
    assert f"到会{BLANK}人，应到15人" in said(built)
    assert {"述职评议会由谁主持", "述职评议会由谁点评", "述职评议会到会的人数"} <= {
        gap.text for gap in built.gaps
    }


LINES = (
    CircularLine("护理学院党委", "林晓", "好"),
    CircularLine("图书馆党总支", "周安", "较好", is_named=False),
    CircularLine("后勤党总支", "许原", is_named=False),
)
CIRCULAR = Circular("述职评议", "中共示例大学委员会", "全校", (("会", DAY),), LINES, (("党委会", DAY),), 8)


def test_a_circular_of_the_first_grade_only_names_nobody_else() -> None:
    built = circular(CIRCULAR)
    assert f"3名书记中，“好”1名、“较好”1名、{BLANK}。" in said(built)
    assert "林晓" in said(built)
    assert "周安" not in said(built)
    assert "1名书记的等次" in [gap.text for gap in built.gaps]


def test_a_circular_without_names_has_numbers_only() -> None:
    built = circular(replace(CIRCULAR, lines=tuple(replace(one, is_named=False) for one in LINES[:2])))
    assert "2名书记中，“好”1名、“较好”1名。" in said(built)
    assert "林晓" not in said(built)
    assert "名单如下" not in said(built)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("names", "named"), [("all", [True, True]), ("first", [True, False]), ("nobody", [False, False])]
)
def test_the_setting_decides_who_is_named(names: str, named: list[bool]) -> None:
    review = make_review(GOOD, FAIR, settings={"publish_names": names})
    review.take()
    review.decide({0: Choice("good"), 1: Choice("fairly_good")})
    with scope(institution=review.institution):
        assert [line.is_named for line in circular_facts(review.cycle).lines] == named


@pytest.mark.django_db
def test_the_report_is_counted_from_the_rows() -> None:
    review = make_review(GOOD, FAIR, written=1)
    review.comment(0, ("problem", "记录不全。"))
    review.take()
    review.decide({0: Choice("good"), 1: Choice("fairly_good")})
    for place in (0, 1):
        review.write(place)
        review.issue(place)
    secretary = review.secretary()
    with scope(institution=review.institution):
        letter = own_letters(secretary.organisation_ids)[0]
        given = give_statement(actor=secretary, now=LATER, letter=letter, agrees=False, text="有一处不符。")
        answer_statement(actor=review.leader, now=LATER, statement=given, text="已核实。")
        facts = situation_of(review.cycle)
        present = present_paper(Target(review.cycle, Kind.REPORT))
    assert [(line.grade, line.problems) for line in facts.lines] == [("好", 1), ("较好", 0), ("", 0)]
    assert facts.said == Said(issued=2, opened=1, statements=1, remarks=1, answered=1)
    assert facts.mended == Mended(problems=1)
    assert (facts.commented, facts.meetings[0].listed) == (1, 15)
    assert "关于" in present.document.title
