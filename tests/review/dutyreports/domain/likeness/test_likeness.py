"""What counts as alike, and what never does."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.dutyreports.domain.likeness import (
    Likeness,
    LikenessRules,
    Part,
    Text,
    find_likeness,
    steps_of,
)
from pingyi.review.dutyreports.domain.likeness.texts import count_seen

OURS = (
    "三月起班子成员分片走访新进博士宿舍，逐户登记空调检修和网络卡顿，当场派单，月底回访一遍，办结九十六件。"
)
THEIRS = "端午前两位副书记带队查看标本馆讲解台，帮助药剂窗口改排班表，投诉比去年少了一半，家属写来感谢信。"
FORMULA = (
    "充分发挥基层党组织战斗堡垒作用和党员先锋模范作用，推动党建与业务深度融合，以高质量党建引领高质量发展。"
)


def text(key: int, *parts: str, author: int | None = None) -> Text:
    return Text(
        key,
        key if author is None else author,
        tuple(Part(f"text-{place}", words) for place, words in enumerate(parts, start=1)),
    )


def compare(
    *texts: Text, asked: list[int] | None = None, known: tuple[str, ...] = (), **rules: object
) -> Likeness:
    return find_likeness(texts, LikenessRules(**rules), asked=asked, known=known)  # type: ignore[arg-type]


def words_of(found: Likeness, texts: list[Text], key: int) -> list[str]:
    own = next({part.name: part.text for part in one.parts} for one in texts if one.key == key)
    return [
        own[passage.first.part][passage.first.start : passage.first.end]
        for pair in found.pairs[key]
        for passage in pair.passages
    ]


def test_the_same_sentence_is_found_at_its_exact_place_in_both_texts() -> None:
    texts = [text(1, "别的话在前面。" + OURS), text(2, THEIRS, f"另起一段。\n{OURS}后面还有。")]
    passage = compare(*texts).pairs[1][0].passages[0]
    assert texts[0].parts[0].text[passage.first.start : passage.first.end] == OURS.rstrip("。")
    assert passage.second.part == "text-2"
    assert texts[1].parts[1].text[passage.second.start : passage.second.end] == OURS.rstrip("。")


def test_other_numbers_commas_and_a_changed_word_do_not_break_a_passage() -> None:
    edited = OURS.replace("，", "、").replace("逐户登记", "挨门挨户登记").replace("三月", "4月")
    assert words_of(compare(text(1, OURS), text(2, edited)), [text(1, OURS)], 1) == [OURS[1:-1]]


def test_sentences_in_another_order_are_passages_of_their_own() -> None:
    found = compare(text(1, OURS + THEIRS), text(2, THEIRS + OURS))
    assert words_of(found, [text(1, OURS + THEIRS)], 1) == [OURS.rstrip("。"), THEIRS.rstrip("。")]


def test_different_sentences_about_the_same_are_not_alike() -> None:
    assert compare(text(1, OURS), text(2, THEIRS)).pairs == {1: (), 2: ()}


def test_a_passage_does_not_run_from_one_section_into_the_next() -> None:
    halves = OURS[:26], OURS[26:]
    assert compare(text(1, *halves), text(2, *halves)).pairs == {1: (), 2: ()}


def test_what_four_authors_write_is_a_set_phrase() -> None:
    three = [text(key, FORMULA) for key in range(3)]
    assert words_of(compare(*three), three, 0) == [FORMULA.rstrip("。")] * 2
    four = [*three, text(3, FORMULA)]
    found = compare(*four)
    assert found.pairs == {0: (), 1: (), 2: (), 3: ()}
    assert found.shares[0].common == len(FORMULA.rstrip("。"))
    assert found.shares[0].alike == 0


def test_without_the_filter_set_phrases_are_passages() -> None:
    four = [text(key, FORMULA) for key in range(4)]
    assert len(compare(*four, common_share=None).pairs[0]) == 3


def test_an_author_who_repeats_herself_for_years_does_not_make_it_a_set_phrase() -> None:
    years = [text(key, OURS, author=7) for key in range(5)]
    assert len(compare(*years, text(9, THEIRS)).pairs[0]) == 4


def test_the_share_of_authors_grows_with_their_number() -> None:
    rules = LikenessRules(common_share=Fraction(1, 10))
    assert [rules.fewest_common(authors) for authors in (1, 34, 41, 500)] == [4, 4, 5, 20]
    assert LikenessRules(common_share=None).fewest_common(34) is None


def test_headings_and_words_of_the_form_are_no_passage_although_only_two_left_them_standing() -> None:
    guidance = "（本节写清全年重点工作、具体举措和可以核实的成效，数据截至年底，不少于八百字）"
    pair = text(1, guidance + OURS), text(2, guidance + THEIRS)
    assert len(compare(*pair).pairs[1]) == 1
    found = compare(*pair, known=(guidance,))
    assert found.pairs == {1: (), 2: ()}
    assert found.shares[1].common == len(guidance) - len("（）")


def test_a_set_phrase_inside_a_copy_is_passed_over_and_not_counted() -> None:
    copied = OURS + FORMULA + THEIRS
    texts = [text(key, FORMULA) for key in range(3, 7)]
    found = compare(text(1, copied), text(2, copied), *texts)
    assert words_of(found, [text(1, copied)], 1) == [copied.rstrip("。")]
    share = found.shares[1]
    assert share.whole == len(copied)
    assert share.alike == len(copied) - len("。") - share.common
    assert share.share == Fraction(share.alike, share.whole - share.common)


def test_set_phrases_at_either_end_of_a_copy_are_left_out_of_the_passage() -> None:
    copied = FORMULA + OURS + FORMULA
    texts = [text(key, FORMULA) for key in range(3, 7)]
    found = compare(text(1, copied), text(2, THEIRS + copied), *texts)
    assert words_of(found, [text(1, copied)], 1) == [OURS.rstrip("。")]
    assert found.shares[1].alike == len(OURS.rstrip("。"))


def test_the_share_counts_a_character_once_however_many_texts_have_it() -> None:
    found = compare(text(1, OURS), text(2, OURS), text(3, OURS))
    assert (found.shares[1].alike, found.shares[1].whole) == (len(OURS) - 1, len(OURS))


def test_empty_texts_and_lonely_texts_have_nothing() -> None:
    assert compare(text(1)).shares[1].share is None
    assert compare(text(1, OURS)).pairs == {1: ()}
    assert compare().pairs == {}


@pytest.mark.parametrize("texts", [[], [text(1, OURS)], [text(1, OURS), text(2, OURS), text(5, THEIRS)]])
def test_a_comparison_takes_as_many_steps_as_it_said(texts: list[Text]) -> None:
    steps: list[None] = []
    find_likeness(texts, LikenessRules(), step=lambda: steps.append(None))
    assert len(steps) == steps_of(len(texts))


PIECES = st.sampled_from(
    [OURS, THEIRS, FORMULA, OURS[:20], THEIRS[25:], "空话。\n", "第12条，", "ＡＢＣ abc "]
)
TEXTS = st.lists(
    st.tuples(st.integers(0, 3), st.lists(st.lists(PIECES, max_size=4).map("".join), max_size=2)),
    max_size=4,
).map(lambda rows: [text(key, *parts, author=author) for key, (author, parts) in enumerate(rows)])


@pytest.mark.parametrize("common_share", [Fraction(1, 10), None])
@given(texts=TEXTS, minimum=st.integers(15, 60))
def test_likeness_is_mutual_exact_and_never_below_the_minimum(
    common_share: Fraction | None, texts: list[Text], minimum: int
) -> None:
    found = compare(*texts, min_signs=minimum, common_share=common_share)
    parts = {one.key: {part.name: part.text for part in one.parts} for one in texts}
    mutual = {(pair.key, pair.other): {*pair.passages} for pairs in found.pairs.values() for pair in pairs}
    for (key, other), passages in mutual.items():
        assert mutual[other, key] == {passage.turned for passage in passages}
        for passage in passages:
            words = parts[key][passage.first.part][passage.first.start : passage.first.end]
            assert passage.same >= minimum
            assert count_seen(words) >= minimum
    for share in found.shares.values():
        assert 0 <= share.alike <= share.whole - share.common


@given(texts=TEXTS, data=st.data())
def test_asking_for_one_gives_what_asking_for_all_gives_for_it(
    texts: list[Text], data: st.DataObject
) -> None:
    if not texts:
        return
    key = data.draw(st.sampled_from([one.key for one in texts]))
    whole, one = compare(*texts), compare(*texts, asked=[key])
    assert one.pairs == {key: whole.pairs[key]}
    assert one.shares == {key: whole.shares[key]}


@given(texts=TEXTS)
def test_the_order_of_the_texts_changes_nothing(texts: list[Text]) -> None:
    one, other = compare(*texts), compare(*reversed(texts))
    assert {key: {*pairs} for key, pairs in one.pairs.items()} == {
        key: {*pairs} for key, pairs in other.pairs.items()
    }
