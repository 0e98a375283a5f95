"""反馈意见: opinion and grade, never a count or a score."""

import re
from dataclasses import fields

from pingyi.documents.domain.tree import Document, Heading, Paragraph
from pingyi.documents.render import docx
from pingyi.review.appraisal.documents import FeedbackLetter, feedback_letter
from tests.documents.render.reading import read_word
from tests.factories.papers import letter_of


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, (Paragraph, Heading))]


def test_the_letter_goes_to_the_person_and_says_so_in_its_file_name() -> None:
    letter = feedback_letter(letter_of(4))

    assert letter.addressee == "第五附属医院（第五临床医学院）党委程望舒同志"
    assert letter.file_stem == "反馈意见_第五附属医院（第五临床医学院）党委_程望舒"
    assert letter.title.replace("\n", "") == "关于2026年度党组织书记抓党建工作述职评议的反馈意见"


def test_the_opinion_stands_in_its_parts_and_the_grade_with_the_meeting_that_decided_it() -> None:
    said = texts(feedback_letter(letter_of()))

    headings = ["肯定的方面", "存在的问题", "努力的方向", "评定的等次"]
    assert [text for text in said if text in headings] == headings
    assert "2027年1月23日，学校党委常委会会议研究决定，你的考核等次为“较好”。" in said
    assert said[-1].endswith("于2027年1月31日前报党委组织部。")


def test_a_part_without_words_has_no_heading() -> None:
    said = texts(feedback_letter(letter_of(strengths="", problems="\n", direction=" ")))

    assert said[1] == "评定的等次"


def test_without_a_date_the_letter_asks_for_the_list_all_the_same() -> None:
    assert texts(feedback_letter(letter_of(list_due_on=None)))[-1].endswith("期限，报党委组织部。")


def test_how_the_report_was_given_is_said() -> None:
    assert "你作了现场述职" in texts(feedback_letter(letter_of(0)))[0]
    assert "你作了书面述职" in texts(feedback_letter(letter_of(20)))[0]


def test_a_letter_has_no_place_for_counts_scores_or_ranks() -> None:
    names = " ".join(field.name for field in fields(FeedbackLetter))

    assert not re.search("score|count|rank|ballot|vote|class|proposed", names)


def test_the_word_file_says_what_the_letter_says() -> None:
    document = feedback_letter(letter_of(1, copy_to=("校纪委",)))

    written = [paragraph.text for paragraph in read_word(docx.render(document)).paragraphs]
    assert written[2] == "医学工程技术学院党委沈璟玥同志："
    assert [text for text in texts(document) if not any(text in line for line in written)] == []
    assert "中共示例医科大学委员会组织部" in written
    assert "抄送：校纪委。" in written
