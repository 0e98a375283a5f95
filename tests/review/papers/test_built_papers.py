"""Papers as they are built from facts: every number traces to one, what is not known is a visible blank."""

from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from pingyi.documents.domain.blanks import BLANK, Built, Filling, texts_of
from pingyi.review.appraisal.documents.circular import Circular, CircularLine, circular
from pingyi.review.cycles.documents import ClassFacts, MeetingFacts, ReporterFacts, ReviewFacts, notice, plan
from pingyi.review.cycles.documents.wording import span
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.meetings.documents import (
    AgendaLine,
    MeetingAgenda,
    SignClass,
    SignSheets,
    agenda_paper,
    host_script,
    sign_form,
    sign_papers,
    sign_workbook,
)
from pingyi.review.meetings.domain.agenda import ItemKind

ZONE = ZoneInfo("Asia/Shanghai")
FIRST = ReporterFacts("护理学院党委", "林晓", "党委书记", "现场")
SECOND = ReporterFacts("马克思主义学院党总支", "陈默", "党总支书记", "现场")
THIRD = ReporterFacts("图书馆党总支", "周安", "党总支书记", "书面")
MEETING = MeetingFacts(
    name="2025年度述职评议会",
    held_at=datetime(2026, 1, 19, 14, 30, tzinfo=ZONE),
    place="行政楼二楼会议室",
    chair="沈璟玥",
    chair_title="党委副书记、校长",
    commentator="顾衡",
    commentator_title="党委书记",
    ballot_word="纸质测评表",
    reporters=(FIRST, SECOND, THIRD),
    classes=(
        ClassFacts("甲", "党委委员", 9, Fraction(3, 5)),
        ClassFacts("乙", "党组织书记", 34, Fraction(2, 5)),
    ),
)
REVIEW = ReviewFacts(
    name="2025年度党组织书记抓党建工作述职评议",
    convenor="中共示例大学委员会",
    settings=replace(ReviewSettings(), rectification_months=6, publish_range="全校各级党组织"),
    meetings=(MEETING,),
    before=(date(2026, 1, 5), date(2026, 1, 16)),
    after=(date(2026, 1, 20), date(2026, 7, 20)),
    reports_due_at=datetime(2026, 1, 12, 17, 0, tzinfo=ZONE),
)
LINES = (
    AgendaLine(ItemKind.OPENING, "主持人开场，说明程序"),
    AgendaLine(ItemKind.REPORT, "护理学院党委", 480, FIRST),
    AgendaLine(ItemKind.COMMENT, "护理学院党委", 240, FIRST),
    AgendaLine(ItemKind.REPORT, "马克思主义学院党总支", 480, SECOND),
    AgendaLine(ItemKind.SPEECH, "讲话，提出要求"),
    AgendaLine(ItemKind.BALLOT, "民主测评"),
    AgendaLine(ItemKind.OTHER, "合影"),
    AgendaLine(ItemKind.CLOSING, "主持人小结，会议结束"),
)
AGENDA = MeetingAgenda(REVIEW, MEETING, LINES, 8)


def said(built: Built) -> str:
    return "\n".join(texts_of(built.document))


@pytest.mark.parametrize(
    "words",
    [
        *(
            "中共示例大学委员会开展2025年度党组织书记抓党建工作述职评议，述职人员3人",
            "现场述职2人，书面述职1人",
        ),
        *("2026年1月5日至16日", "2026年1月12日（星期一）17:00前", "2026年1月19日（星期一）14:30"),
        *(
            "行政楼二楼会议室",
            "党委副书记、校长沈璟玥主持会议，党委书记顾衡逐一点评",
            "问题和原因不少于全文的1/3",
        ),
        *(
            "“好”100分、“较好”80分、“一般”60分、“差”40分",
            "90分以上为“好”，75分以上为“较好”，60分以上为“一般”，其余为“差”",
        ),
        *(
            "不少于15%",
            "等次由党委会研究决定",
            "60%",
            "40%",
            "全校各级党组织",
            "整改期限6个月",
            "现场发言每人8分钟",
        ),
    ],
)
def test_the_plan_says_what_plan_and_settings_say(words: str) -> None:
    assert words in said(plan(REVIEW))


def test_a_complete_plan_lacks_only_what_no_row_holds() -> None:
    built = plan(REVIEW)

    assert [gap.text for gap in built.gaps] == ["依据的文件", "联系人和电话"]
    assert said(built).count(BLANK) == 3


def test_an_empty_plan_is_all_blanks_and_says_where_to_fill_them() -> None:
    empty = replace(REVIEW, meetings=(), before=(None, None), after=(None, None), reports_due_at=None)
    built = plan(replace(empty, settings=ReviewSettings()))

    places = {gap.text: gap.place for gap in built.gaps}
    assert places["会议还没有安排"] == "plan"
    assert places["述职人员还没有列"] == "reporters"
    assert places["整改期限"] == places["结果通报的范围"] == "settings"
    assert built.document.enclosed == ()


def test_a_class_without_list_or_weight_is_a_blank_in_the_table() -> None:
    bare = replace(MEETING, classes=(ClassFacts("甲", "党委委员", 0),))
    gaps = {gap.text for gap in plan(replace(REVIEW, meetings=(bare,))).gaps}

    assert {"党委委员的名单", "党委委员的权重"} <= gaps


def test_the_notice_names_few_addressees_and_sums_up_many() -> None:
    assert notice(REVIEW, MEETING).document.addressee == "护理学院党委、马克思主义学院党总支、图书馆党总支"
    many = replace(MEETING, reporters=(FIRST,) * 7)
    assert notice(REVIEW, many).document.addressee == "各述职党组织，各有关单位"


def test_the_notice_tells_when_where_and_who() -> None:
    text = said(notice(REVIEW, MEETING))

    when = "时间：2026年1月19日（星期一）14:30。"
    for words in (
        when,
        "地点：行政楼二楼会议室。",
        "党委委员9人；党组织书记34人。",
        "2人现场述职，1人书面述职",
    ):
        assert words in text


def test_the_script_knows_chair_and_commentator_apart() -> None:
    text = said(host_script(AGENDA))

    assert "下面，请护理学院党委书记林晓同志述职。时间8分钟。" in text
    assert "刚才，林晓同志作了述职。下面，请党委书记顾衡点评。" in text
    assert "下面，请党委书记顾衡讲话。" in text
    assert "下面进行合影。" in text
    assert "【控制台开始计时，剩60秒提醒" in text


def test_a_chair_who_comments_herself_says_so() -> None:
    one = replace(MEETING, commentator="沈璟玥", commentator_title="党委副书记、校长")
    text = said(host_script(replace(AGENDA, meeting=one)))

    assert "刚才，林晓同志作了述职。下面，我作点评。" in text
    assert "下面，我讲几点意见。" in text


def test_a_script_without_chair_has_blanks_not_names() -> None:
    bare = replace(MEETING, chair="", chair_title="", commentator="", commentator_title="", place="")
    built = host_script(replace(AGENDA, meeting=bare))

    assert {"主持人没有定", "点评人没有定", "会议地点"} <= {gap.text for gap in built.gaps}
    assert f"下面，请{BLANK}点评。" in said(built)


def test_the_agenda_gives_each_step_its_person_and_length() -> None:
    table = next(block for block in agenda_paper(AGENDA).document.blocks if hasattr(block, "rows"))
    rows = [[cell.text for cell in row if cell] for row in table.rows]

    assert rows[1] == ["2", "护理学院党委述职", "林晓", "8分钟"]
    assert rows[2] == ["3", "护理学院党委点评", "党委书记顾衡", "4分钟"]
    assert rows[4] == ["5", "讲话，提出要求", "党委书记顾衡", ""]


def test_sheets_to_sign_hold_one_class_each_in_all_three_forms() -> None:
    sheets = SignSheets(
        MEETING, (SignClass("甲", "党委委员", (("顾衡", "校领导"),)), SignClass("乙", "书记", ()))
    )

    assert len(sign_form(sheets).pages) == len(sign_papers(sheets)) == len(sign_workbook(sheets).sheets) == 2
    assert sign_workbook(sheets).sheets[0].rows == ((1, "校领导", "顾衡", None, None),)


def test_the_circular_gives_grades_and_nothing_that_was_counted() -> None:
    facts = Circular(
        review="2025年度述职评议会",
        convenor="中共示例大学委员会",
        publish_range="全校各级党组织",
        meetings=(("2025年度述职评议会", date(2026, 1, 19)),),
        lines=(CircularLine("护理学院党委", "林晓", "好"), CircularLine("图书馆党总支", "周安")),
        decided=(("校党委常委会", date(2026, 1, 23)),),
        list_due_days=8,
    )
    built = circular(facts)

    assert built.document.addressee == "全校各级党组织"
    assert "经2026年1月23日校党委常委会研究决定" in said(built)
    assert [gap.text for gap in built.gaps] == ["图书馆党总支的等次"]
    assert not any(word in said(built) for word in ("票", "得分", "名次"))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 12, 30), date(2026, 1, 5), "2025年12月30日至2026年1月5日"),
        (date(2026, 1, 5), date(2026, 2, 1), "2026年1月5日至2月1日"),
        (date(2026, 1, 5), date(2026, 1, 5), "2026年1月5日"),
        (date(2026, 1, 5), None, "2026年1月5日起"),
        (None, date(2026, 1, 5), "2026年1月5日前"),
        (None, None, ""),
    ],
)
def test_a_span_of_days_says_the_year_once(first: date | None, last: date | None, words: str) -> None:
    assert span(first, last) == words


def test_a_blank_is_noted_once_however_often_it_is_left() -> None:
    filling = Filling()
    filling.or_blank("", "会议地点", "plan")
    filling.or_blank("", "会议地点", "plan")

    assert len(filling.gaps) == 1
