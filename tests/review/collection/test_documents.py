"""Collection and briefs from made-up reports, from the ordinary to the absurd."""

from datetime import date
from typing import Any

import pytest

from pingyi.documents.render.booklets import pdf_booklet
from pingyi.documents.render.briefs import pdf_briefs, word_briefs
from pingyi.review.collection.documents import brief_of, briefs, collection
from pingyi.review.collection.domain.materials import Material, Materials, PastProblem, Section
from pingyi.review.collection.domain.sentences import first_sentence
from tests.documents.render.reading import pdf_pages, pdf_text, read_word, squeezed

HEADINGS = ("政治把关作用", "思想政治工作", "存在的问题和原因", "下一步打算")


def problem(number: int = 1, **changes: Any) -> PastProblem:
    given = {
        "name": f"2025年度第{number}个问题",
        "text": "党支部组织生活会的批评意见偏少。",
        "state": "整改中",
        "is_settled": False,
        "tasks": 2,
        "closed_tasks": 1,
        "answer": "会上逐人点评，记录在案。每季度检查一次。",
    }
    return PastProblem(**{**given, **changes})


def material(place: int = 1, **changes: Any) -> Material:
    given = {
        "reporter_id": place,
        "organisation": f"第{place}附属医院党委",
        "person": "林喆",
        "post": "党委书记",
        "is_on_site": place < 3,
        "place": place,
        "is_in": True,
        "state": "",
        "sections": tuple(Section(one, f"{one}做了三件事。第二句不摘。") for one in HEADINGS),
        "problems": (problem(), problem(2, is_settled=True, state="已销号", closed_tasks=2)),
        "length": 3120,
        "problem_length": 812,
    }
    return Material(**{**given, **changes})


def missing(place: int) -> Material:
    return material(place, is_in=False, state="退回修改，还没有重交", sections=(), length=0, problem_length=0)


def materials(*items: Material) -> Materials:
    return Materials(
        "中共示例医科大学委员会", "2026年度述职评议", "2026年度述职评议会", date(2027, 1, 19), items
    )


EXTREMES = {
    "nothing written": material(sections=(), problems=(), length=0),
    "nothing handed in": missing(1),
    "very much": material(
        organisation="附属" * 60,
        post="书记" * 32,
        person="长" * 64,
        problems=tuple(problem(n, text="问题" * 200, answer="答" * 5000) for n in range(40)),
        sections=tuple(Section("长标题" * 40, "很长" * 3000) for _ in range(30)),
    ),
    "foreign signs": material(
        sections=(
            Section("WWWW" * 30, "WWWWWWWW " * 500),
            Section("B", "x" * 6000),
            Section("C", "😀" * 900),
            Section("D", "一\n" * 900),
            Section("E", "，。" * 900),
            Section("F", "http://" + "a/" * 900),
            Section("G", "“”（）《》" * 300),
        ),
        problems=(problem(text="\t\r\n " * 50 + "Ж" * 400),),
    ),
}


@pytest.mark.parametrize("name", EXTREMES)
def test_a_brief_is_one_page_whatever_is_in_it(name: str) -> None:
    sheet = briefs(materials(EXTREMES[name]), {1: 999})
    assert len(pdf_pages(pdf_briefs(sheet).content)) == 1


def test_all_briefs_are_as_many_pages_as_reporters() -> None:
    sheet = briefs(materials(*EXTREMES.values()))
    assert len(pdf_pages(pdf_briefs(sheet).content)) == len(EXTREMES)
    assert "第1附属医院党委" in "".join(
        paragraph.text for paragraph in read_word(word_briefs(sheet).content).paragraphs
    )


def test_a_brief_says_the_facts_with_their_denominators_and_the_first_sentences_word_for_word() -> None:
    brief = brief_of(material(), 12)
    assert brief.facts == ("党委书记　林喆　　现场述职，第1位", "报告3,120字，写问题和原因812 / 3,120字")
    assert brief.groups[0].heading == "往年的问题：销号1 / 2，整改任务销号3 / 4"
    assert "本人答：“会上逐人点评，记录在案。”" in brief.groups[0].rows[0].text
    assert [row.text for row in brief.groups[1].rows] == [f"“{one}做了三件事。”" for one in HEADINGS]
    assert brief.foot == "全文：汇编第12页。原话照抄报告，没有改写。"


def test_what_does_not_fit_is_said() -> None:
    brief = brief_of(EXTREMES["very much"], 7)
    assert "全文：汇编第7页。" in brief.foot
    assert "“……”是放不下删去的。" in brief.foot
    assert "另有30个问题没有列。" in brief.foot
    assert "另有22节没有摘。" in brief.foot


def test_on_site_and_written_reporters_get_the_same_form() -> None:
    on_site, written = brief_of(material(1), 4), brief_of(material(1, is_on_site=False), 4)
    assert on_site.groups == written.groups
    assert written.facts[0].endswith("书面述职，第1位")


def test_the_collection_holds_who_handed_in_and_names_who_did_not() -> None:
    tree = collection(materials(material(1), missing(2), material(3)), date(2027, 1, 12))
    assert [(chapter.part, chapter.running_head) for chapter in tree.chapters] == [
        ("现场述职", "第1附属医院党委"),
        ("书面述职", "第3附属医院党委"),
        ("说明", "没有收到的报告"),
    ]
    assert "收入2 / 3份，没有收到1份（名单在最后一页）" in tree.facts
    last = squeezed(pdf_pages(pdf_booklet(tree).file.content)[-1])
    assert "1.第2附属医院党委林喆（现场述职，第2位）：退回修改，还没有重交。" in last


def test_a_complete_collection_has_no_page_of_missing_ones() -> None:
    tree = collection(materials(material(1)), date(2027, 1, 12))
    assert "没有收到" not in pdf_text(pdf_booklet(tree).file.content)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", ""),
        ("一是抓学习。二是抓支部。", "一是抓学习。"),
        ("一、抓学习\n全年学习十二次。后来更多。", "全年学习十二次。"),
        ("他说“先改。”然后改了。", "他说“先改。”"),
        ("没有句号", "没有句号"),
    ],
)
def test_the_first_sentence_is_copied_as_it_stands(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence
