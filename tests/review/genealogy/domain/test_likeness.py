from fractions import Fraction

import pytest

from bench.genealogy import halves, recall_at_five
from pingyi.review.genealogy.domain.features import features_of, groups_of
from pingyi.review.genealogy.domain.field_words import (
    MOST_GROUPS,
    MOST_LETTERS,
    START_LIST,
    ListFault,
    faults_of,
    read_groups,
)
from pingyi.review.genealogy.domain.likeness import Blend, Sentences

WORDS = groups_of("双带头人、学术骨干\n谈心谈话、谈心")
TEXTS = {
    1: "“双带头人”比例偏低。",
    2: "学术骨干不愿任支部书记。",
    3: "党费收缴不及时。",
    4: "教师支部双带头人比例低。",
    5: "。！",
}


def test_a_sentence_is_compared_by_signs_pairs_numbers_and_meanings() -> None:
    assert features_of("双带头人，ＱＱ群3个", WORDS) == {
        *("双", "带", "头", "人", "群", "个", "双带", "带头", "头人", "qq", "3", "#0"),
    }


def test_other_marks_and_widths_make_no_difference() -> None:
    assert features_of("“党费”收缴！", WORDS) == features_of("党费,收缴", WORDS)
    assert features_of("３２学时", ()) == features_of("32学时", ())


def test_the_most_alike_stands_first_and_what_shares_nothing_is_not_there() -> None:
    sentences = Sentences(TEXTS, WORDS)
    assert [near.key for near in sentences.nearest(1, TEXTS)][:2] == [4, 2]
    assert sentences.nearest(1, [2, 3]) == [near for near in sentences.nearest(1, TEXTS) if near.key == 2]
    assert sentences.nearest(5, TEXTS) == []
    assert sentences.nearest(1, TEXTS, least_percent=100) == []


def test_words_of_the_field_bring_together_what_shares_no_sign() -> None:
    texts = {1: "双带头人少", 2: "学术骨干缺", 3: "党费迟交"}
    assert Sentences(texts, ()).likeness(1, 2) == 0
    assert Sentences(texts, WORDS).likeness(1, 2) > 0


def test_likeness_is_symmetric_and_whole_for_the_same_words() -> None:
    sentences = Sentences({**TEXTS, 6: TEXTS[3]}, WORDS)
    assert sentences.likeness(1, 4) == sentences.likeness(4, 1)
    assert sentences.likeness(3, 6) == pytest.approx(1)
    assert sentences.likeness(5, 3) == 0


def test_of_equals_the_one_named_first_stands_first() -> None:
    sentences = Sentences({7: "党费迟交", 2: "党费迟交", 1: "党费迟交"}, ())
    assert [near.key for near in sentences.nearest(1, [7, 2])] == [7, 2]


def test_what_few_say_counts_more_than_what_all_say() -> None:
    texts = {1: "安全检查不够", 2: "安全巡查", 3: "教学检查不够", 4: "科研检查不够", 5: "后勤检查不够"}
    assert Sentences(texts, ()).nearest(1, [2, 3])[0].percent > 0
    even = Sentences(texts, (), Blend(rareness=0))
    weighed = Sentences(texts, ())
    assert weighed.likeness(1, 2) / weighed.likeness(1, 3) > even.likeness(1, 2) / even.likeness(1, 3)


def test_more_true_fellows_are_proposed_than_by_shared_signs_alone() -> None:
    _, asked = halves()
    texts = {at: text for at, (_, text) in enumerate(asked)}
    signs = {at: set(text) for at, text in texts.items()}
    ours = recall_at_five(asked, Sentences(texts, ()).likeness)
    plain = recall_at_five(
        asked,
        lambda one, other: float(Fraction(len(signs[one] & signs[other]), len(signs[one] | signs[other]))),
    )
    assert len(asked) == 104
    assert ours > plain > 0.3


def test_a_list_of_words_is_read_line_by_line_whatever_stands_between() -> None:
    text = "谈心谈话、谈心 谈话，谈心\n\n  双带头人＝学术骨干  \n"
    assert read_groups(text) == (("谈心谈话", "谈心", "谈话"), ("双带头人", "学术骨干"))
    assert faults_of(text) == []


def test_the_list_that_the_program_brings_has_no_faults() -> None:
    assert faults_of(START_LIST) == []
    assert len(read_groups(START_LIST)) == len(START_LIST.splitlines())


def test_a_list_that_cannot_be_used_says_which_line() -> None:
    assert faults_of("谈心、谈话\n\n党费") == [ListFault(3, "alone", "党费")]
    assert faults_of("党、党员" + "很" * 20) == [
        ListFault(1, "length", "党"),
        ListFault(1, "length", "党员" + "很" * 20),
    ]
    many = "\n".join(f"词{at}甲、词{at}乙" for at in range(MOST_GROUPS + 1))
    assert faults_of(many) == [ListFault(0, "groups")]
    assert faults_of("词" * (MOST_LETTERS + 1)) == [ListFault(0, "letters")]
