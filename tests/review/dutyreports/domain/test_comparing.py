from pingyi.review.dutyreports.domain.comparing import compare_kept, tally_of
from pingyi.review.dutyreports.domain.kept import Kept, KeptAnswer, KeptSection


def answers(*texts: str) -> Kept:
    return Kept(
        (), tuple(KeptAnswer(place, f"问题{place}", text) for place, text in enumerate(texts, start=1))
    )


def test_a_problem_that_nobody_answered_in_either_version_is_not_shown() -> None:
    parts = compare_kept(answers("", "已整改。"), answers("", "已整改。"))
    assert [part.heading[0].text for part in parts] == ["问题2"]
    assert parts[0].is_same
    assert tally_of(parts).is_nothing


def test_an_answer_that_was_written_or_emptied_is_shown() -> None:
    parts = compare_kept(answers("", "已整改。"), answers("正在整改。", ""))
    assert [part.heading[0].text for part in parts] == ["问题1", "问题2"]
    tally = tally_of(parts)
    assert (tally.changed, tally.added, tally.removed) == (0, 1, 1)


def sections(*texts: str) -> Kept:
    return Kept(
        tuple(KeptSection(place, f"第{place}节", "", text) for place, text in enumerate(texts, start=1)), ()
    )


def test_a_section_that_was_added_or_taken_away_is_shown_whole() -> None:
    (same, added) = compare_kept(sections("抓学习。"), sections("抓学习。", "抓队伍。"))
    assert same.is_same
    assert not added.is_same
    taken = compare_kept(sections("抓学习。", "抓队伍。"), sections("抓学习。"))
    assert tally_of(taken).removed == 1
