"""What a draft says when the records say less, and how sentences are made of what they do say."""

from dataclasses import replace
from datetime import date

import pytest

from pingyi.publishing.domain.drafting.compose import compose
from pingyi.publishing.domain.drafting.credits import CreditScheme, credits_of
from pingyi.publishing.domain.drafting.draft import Draft, Sentence, credit_lines, open_places
from pingyi.publishing.domain.drafting.dual_names import with_dual_name
from pingyi.publishing.domain.drafting.facts import Credit, Demand, Key, NewsFacts, Official, Spoken, joined
from pingyi.publishing.domain.drafting.set_words import part_of_day
from pingyi.publishing.domain.drafting.speech_parts import without_number
from pingyi.publishing.domain.reviewing.steps import Kind, Step

FULL = NewsFacts(
    year=2025,
    held_on=date(2026, 1, 16),
    part_of_day="上午",
    convenor="学校党委",
    meeting="2025年度述职评议会",
    chair=Official("校长", "江远树"),
    commentator=Official("党委书记", "林晓棠"),
    commented=2,
    attendees=("党委委员", "党员代表"),
    on_site=2,
    organisations=("护理学院党委", "图书馆党总支"),
    speech=Spoken((), (Demand("抓好整改"),), ()),
    ballot="民主测评",
)


def test_nothing_recorded_leaves_every_place_open_and_invents_nothing() -> None:
    draft = compose(NewsFacts())
    assert draft.text.split("\n") == [
        (
            "〔待补：会议日期〕，〔待补：召开单位〕召开〔待补：年度〕〔待补：会议名称〕。"
            "〔待补：点评人职务和姓名〕点评：〔待补：点评情况〕。〔待补：主持人职务和姓名〕主持会议。〔待补：参会人员〕参加会议。"
        ),
        "〔待补：现场述职人数〕个党组织书记进行现场述职。",
        "〔待补：点评人职务和姓名〕提出要求：〔待补：讲话要求〕。",
        "述职结束后，与会人员对党组织书记抓党建工作情况进行了〔待补：测评情况〕。",
    ]
    assert draft.sentences[1].open_places == ("会议日期", "召开单位", "年度", "会议名称")
    assert open_places("都写了。") == ()


def test_without_written_reports_none_are_told_of() -> None:
    assert "书面" not in compose(FULL).text
    assert Key.METHOD not in compose(FULL).told
    assert "其他党组织书记采取书面述职" in compose(replace(FULL, has_written=True)).text


def test_only_so_many_comments_are_claimed_as_were_finished() -> None:
    assert "党委书记林晓棠逐一点评现场述职党组织书记并讲话。" in compose(FULL).text
    assert "党委书记林晓棠点评1名现场述职党组织书记并讲话。" in compose(replace(FULL, commented=1)).text
    silent = replace(FULL, commented=0, speech=Spoken())
    assert "党委书记林晓棠点评：〔待补：点评情况〕。" in compose(silent).text


def test_one_person_in_both_roles_is_introduced_once() -> None:
    text = compose(replace(FULL, chair=FULL.commentator)).text
    assert "党委书记林晓棠主持会议并讲话。林晓棠逐一点评现场述职党组织书记。" in text


def test_what_the_chair_said_stands_under_the_chairs_name() -> None:
    assert (
        "江远树在主持时强调，各单位要认领不足。"
        in compose(replace(FULL, chair_words="各单位要认领不足，")).text
    )
    nameless = replace(FULL, chair=Official("", ""), chair_words="要认领不足。")
    assert "〔待补：主持人职务和姓名〕在主持时强调，要认领不足。" in compose(nameless).text


@pytest.mark.parametrize(
    ("demands", "lead"),
    [
        ((Demand("甲"),), "对抓好基层党建工作提出一点要求。一是甲。"),
        (
            (Demand("甲", "学院"), Demand("乙", "附属医院")),
            "从学院和附属医院两个层面提出要求。一是甲。二是乙。",
        ),
        ((Demand("甲", "学院"), Demand("乙")), "提出两点要求。"),
        (tuple(Demand(f"第{n}件事") for n in range(12)), "提出12点要求。一是第0件事。"),
    ],
)
def test_requirements_are_counted_and_numbered(demands: tuple[Demand, ...], lead: str) -> None:
    text = compose(replace(FULL, speech=Spoken((), demands, ()))).text
    assert lead in text
    assert ("第11，第10件事。" in text) == (len(demands) == 12)


def test_the_words_around_the_requirements_keep_their_place_and_get_an_end() -> None:
    facts = replace(FULL, purpose="听取述职汇报。", speech=Spoken(("成效明显",), (), ("久久为功！",)))
    lines = compose(facts).text.split("\n")
    assert lines[0].startswith("1月16日上午，学校党委召开2025年度述职评议会，听取述职汇报。")
    assert lines[2:5] == [
        "林晓棠指出，成效明显。",
        "林晓棠提出要求：〔待补：讲话要求〕。",
        "林晓棠强调，久久为功！",
    ]


def test_the_year_stands_before_a_name_that_lacks_it() -> None:
    assert replace(FULL, meeting="述职评议会").meeting_name == "2025年度述职评议会"
    assert replace(FULL, year=None).meeting_name == "2025年度述职评议会"


def test_a_ballot_that_was_not_held_gets_no_name() -> None:
    assert FULL.with_words(ballot="民主评议").ballot == "民主评议"
    assert FULL.with_words().ballot == "民主测评"
    assert replace(FULL, ballot="").with_words(ballot="民主评议").ballot == ""


def test_groups_with_marks_of_their_own_are_parted_by_commas() -> None:
    assert joined(("甲", "乙、丙书记")) == "甲，乙、丙书记"
    assert (joined(("甲", "乙"), "和"), joined(("甲",)), joined(())) == ("甲和乙", "甲", "")


@pytest.mark.parametrize(
    ("name", "dual", "whole"),
    [
        ("第五附属医院党委", "第五临床医学院党委", "第五附属医院（第五临床医学院）党委"),
        ("护理学院党委", "", "护理学院党委"),
        ("护理学院党委", "护理学院党委", "护理学院党委"),
        ("第五附属医院", "第五临床医学院", "第五附属医院（第五临床医学院）"),
    ],
)
def test_two_official_names_are_written_in_one(name: str, dual: str, whole: str) -> None:
    assert with_dual_name(name, dual) == whole


@pytest.mark.parametrize(
    ("recorded", "bare"),
    [
        ("一是要抓好整改", "抓好整改"),
        ("二要抓好整改", "抓好整改"),
        ("第三，抓好整改", "抓好整改"),
        ("一要务要抓好", "务要抓好"),
        ("统一思想", "统一思想"),
    ],
)
def test_a_recorded_requirement_loses_its_old_number(recorded: str, bare: str) -> None:
    assert without_number(recorded) == bare


def test_review_and_proof_by_two_people_have_a_line_each() -> None:
    names = {
        Step(Kind.REVIEW, 1): "甲",
        Step(Kind.PROOF, 1): "乙",
        Step(Kind.REVIEW, 2): "丙",
        Step(Kind.PROOF, 2): "丙",
    }
    found = credits_of(CreditScheme.THREE_STEPS, source="", writer="丁", names=names)
    assert credit_lines(found) == ("初审：甲", "一校：乙", "复审复校：丙", "终审终校：〔待补：署名〕")
    assert found[0] == Credit("初审", "甲")


def test_a_draft_is_its_sentences() -> None:
    draft = Draft(
        Sentence("题", (Key.MEETING,)), ((Sentence("甲。", (Key.DATE,)),), (Sentence("乙。", (Key.CHAIR,)),))
    )
    assert (draft.text, draft.told) == ("甲。\n乙。", {Key.MEETING, Key.DATE, Key.CHAIR})


def test_the_morning_ends_at_noon() -> None:
    assert [part_of_day(hour) for hour in (0, 11, 12, 23)] == ["上午", "上午", "下午", "下午"]
