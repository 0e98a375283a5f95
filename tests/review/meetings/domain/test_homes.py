import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.meetings.domain.comment_edit import Part, Recorded, Wanted, plan_edit, tidy
from pingyi.review.meetings.domain.ending import left_over
from pingyi.review.meetings.domain.homes import NO_HOME, Home, count_homes, home_of
from pingyi.review.meetings.domain.sentences import split_sentences
from tests.review.meetings.domain.lines import lines_of

words = st.text(alphabet="甲乙丙。！；\n “”", max_size=40)
parts = st.sampled_from(list(Part))
wanted_rows = st.lists(
    st.builds(Wanted, part=parts, text=st.sampled_from(["甲。", "乙。", " ", "丙；丁"])), max_size=6
)
recorded_texts = st.lists(st.sampled_from(["甲。", "乙。", "丙；丁"]), max_size=6)


def without_space(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("part", "draft", "reason", "home"),
    [
        ("strength", "", "", Home.STRENGTH),
        ("requirement", "", "", Home.REQUIREMENT),
        ("unsorted", "", "", Home.UNSORTED),
        ("problem", "", "", Home.OPEN),
        ("problem", "补齐谈话记录。", "", Home.TASK),
        ("problem", "", "会前已经整改。", Home.NO_TASK),
    ],
)
def test_a_sentence_has_exactly_one_home(part: str, draft: str, reason: str, home: Home) -> None:
    assert home_of(part, draft, reason) is home


@given(st.lists(st.sampled_from(list(Home))))
def test_every_sentence_is_counted_once(homes: list[Home]) -> None:
    count = count_homes(homes)
    assert count.total == len(homes) == count.settled + count.homeless
    assert count.homeless == sum(home in NO_HOME for home in homes)
    assert count + count_homes(homes[:1]) == count_homes([*homes, *homes[:1]])
    assert count.problems == count.tasks + count.not_tasks + count.open


@given(words)
def test_the_sentences_of_a_comment_put_together_are_its_words(text: str) -> None:
    kept = tidy([Wanted(Part.UNSORTED, sentence) for sentence in split_sentences(text)])
    assert without_space("".join(row.text for row in kept)) == without_space(text)


@given(recorded_texts, wanted_rows)
def test_an_edit_loses_no_sentence_old_or_new(before: list[str], after: list[Wanted]) -> None:
    recorded = [Recorded(number, Part.UNSORTED, text) for number, text in enumerate(before, start=1)]
    edit = plan_edit(recorded, after)
    assert [new for _, new in edit.sentences] == after
    seen = [old.sentence_id for old, _ in edit.sentences if old is not None]
    assert sorted([*seen, *(row.sentence_id for row in edit.removed)]) == list(range(1, len(before) + 1))


def test_a_problem_without_a_home_is_left_when_nothing_else_is() -> None:
    left = left_over(lines_of("R1+ C1+ ballot+"), {1}, [7, 9])
    assert (left.homeless, left.is_nothing, left.is_homeless_only) == ((7, 9), False, True)
    assert not left_over(lines_of("R1+ C1 ballot"), {1}, [7]).is_homeless_only
    assert not left_over(lines_of("R1+ C1+ ballot+"), {1}).is_homeless_only
