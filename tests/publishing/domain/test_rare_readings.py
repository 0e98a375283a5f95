"""Wordings that few news use: what is read from them, and what is left unsaid."""

from typing import Any

import pytest

from pingyi.publishing.domain.reading.news import read


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        pytest.param(
            "述职评议会举行。会上，各学院党委书记、教师代表参加会议。",
            "attendee_categories",
            ["各学院党委书记", "教师代表"],
            id="the opening words of a sentence are no group of attendees",
        ),
        pytest.param(
            "5名书记现场述职，3名书记作了书面述职发言。",
            "on_site",
            5,
            id="a written report called a speech is not counted as given on site",
        ),
        pytest.param(
            "5名书记现场述职，3名书记作了书面述职发言。",
            "written",
            3,
            id="a written report called a speech is counted as written",
        ),
        pytest.param(
            "会议听取了7名党委书记述职。",
            "on_site",
            7,
            id="secretaries whose report was heard are counted as on site",
        ),
        pytest.param(
            "6名党委书记登台，面对30名代表现场述职。",
            "on_site",
            6,
            id="those before whom the secretaries speak are not added to them",
        ),
        pytest.param(
            "会议听取了经济学院、法学院等9家院系党组织书记的述职报告，审阅了其余十八家的书面述职报告。",
            "on_site",
            9,
            id="reports that were heard are counted beside those that were read",
        ),
        pytest.param(
            "会议听取了经济学院、法学院等9家院系党组织书记的述职报告。",
            "organisations_on_site",
            ["经济学院", "法学院"],
            id="whose reports were heard spoke on site",
        ),
        pytest.param(
            "6个党委和8个直属党支部的书记在会上作述职报告。",
            "on_site",
            14,
            id="two kinds of organisations joined by and are added",
        ),
        pytest.param(
            "华原大学党委用两个半天时间，举行2023年度党委书记述职评议会。",
            "convenor",
            "华原大学党委",
            id="how long it took is no part of who called it",
        ),
        pytest.param(
            "1月8日，由校党委组织部组织的2024年度基层党建述职评议会如期举行。",
            "convenor",
            "校党委组织部",
            id="who organised it stands before the meeting",
        ),
        pytest.param(
            "述职评议会举行。校长卫平，校党委副书记洪涛分别对分管单位的述职作了点评。",
            "commentator",
            "卫平、洪涛",
            id="two who commented are joined by a comma",
        ),
        pytest.param(
            "述职评议会举行。现场述职的基层党组织有：文学院党委、后勤党总支。",
            "organisations_on_site",
            ["文学院党委", "后勤党总支"],
            id="a list behind the words on-site organisations are",
        ),
        pytest.param(
            "述职评议会举行。与会代表现场填写了《党组织书记抓党建工作评议表》。",
            "ballot",
            "评议",
            id="the title of the form names the ballot",
        ),
        pytest.param(
            "述职评议会举行。大会采取无记名方式，对11位党总支书记进行了民主评议。",
            "ballot",
            "民主评议",
            id="the meeting as a whole votes",
        ),
        pytest.param(
            "2023年度临江大学基层党组织书记述职评议会在明德楼召开。",
            "convenor",
            "临江大学",
            id="a university named behind the year called the meeting",
        ),
        pytest.param(
            "文学院党委、理学院党委、工学院党委现场述职。",
            "organisations_on_site",
            ["文学院党委", "理学院党委", "工学院党委"],
            id="organisations are listed without their secretaries",
        ),
        pytest.param(
            "述职评议会召开。校党委书记沈明远出席会议，会上逐一点评。",
            "commentator",
            "沈明远",
            id="behind a bare 会上 the person named before commented",
        ),
        pytest.param(
            "述职结束后逐一点评，校党委书记沈明远作了点评。",
            "commentator",
            "沈明远",
            id="comments by nobody named are passed over for those of a person",
        ),
        pytest.param(
            "校党委书记沈明远听取述职。沈明远书记主持会议。",
            "chair",
            "沈明远",
            id="a full name with its title behind it is that person",
        ),
        pytest.param(
            "述职第一场由专人主持，第二场由校党委书记沈明远主持。",
            "chair",
            "沈明远",
            id="a chair who is nobody named is passed over for a person",
        ),
        pytest.param(
            "校党委书记沈明远出席述职评议会，并主持会议。",
            "chair",
            "沈明远",
            id="并主持 belongs to the person of the clause before",
        ),
        pytest.param(
            "述职后，会议提出三点要求：要抓好学习；要带好队伍；要抓实整改。",
            "requirements",
            ["抓好学习", "带好队伍", "抓实整改"],
            id="demands without numbers are listed when they are as many as announced",
        ),
    ],
)
def test_a_rare_wording_is_read(text: str, key: str, expected: Any) -> None:
    assert getattr(read(text), key) == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param(
            "临江大学开展年终三项工作：述职评议、民主测评、结果反馈。",
            "convenor",
            id="work announced before a colon is no meeting that somebody called",
        ),
        pytest.param(
            "基层党组织书记述职评议会在明德楼召开。",
            "convenor",
            id="a meeting without year and owner was called by nobody named",
        ),
        pytest.param(
            "文学院党委书记助理、理学院党委书记沈明远现场述职。",
            "organisations_on_site",
            id="a list with an assistant in it is no list of organisations",
        ),
        pytest.param(
            "述职结束后，逐一点评。",
            "commentator",
            id="comments without anybody before them have no commentator",
        ),
        pytest.param(
            "述职后，会议提出三点要求：要抓好学习；要带好队伍。",
            "requirements",
            id="fewer demands than announced are no list",
        ),
    ],
)
def test_a_rare_wording_that_does_not_say_it_leaves_it_unsaid(text: str, key: str) -> None:
    assert getattr(read(text), key) is None


def test_the_sentences_about_chair_and_commentator_are_shown_together_where_they_stand_together() -> None:
    news = read("述职评议会召开。校党委书记沈明远主持会议。校长顾文清作了点评。")
    assert (news.chair, news.commentator, news.same_chair_and_commentator) == ("沈明远", "顾文清", False)
    assert news.evidence["same_chair_and_commentator"] == "校党委书记沈明远主持会议。校长顾文清作了点评。"


def test_credits_apart_from_each_other_are_all_read_and_the_first_lines_are_shown() -> None:
    news = read("撰稿：章小舟\n书记们在会上述职。\n摄影：顾文清")
    assert news.credits == [{"role": "撰稿", "name": "章小舟"}, {"role": "摄影", "name": "顾文清"}]
    assert news.evidence["credits"] == "撰稿：章小舟"


def test_a_regulation_about_such_meetings_is_no_news_of_one() -> None:
    text = (
        "第一条 为落实全面从严治党要求，制定本办法。\n"
        "第二条 每年1月召开述职评议会，由党委书记主持并逐一点评。"
    )
    assert not read(text).says_anything
