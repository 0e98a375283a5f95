from pingyi.review.meetings.domain.comment_edit import (
    FinishFault,
    Part,
    Recorded,
    Wanted,
    finish_fault,
    plan_edit,
    tidy,
)

GOOD = Recorded(1, Part.STRENGTH, "换届按期完成。")
GAP = Recorded(2, Part.PROBLEM, "组织生活不正常。", ("weak_link",))
ANSWERED = Recorded(3, Part.PROBLEM, "党课没有换过题目。", (), is_answered=True)


def test_an_unchanged_sentence_is_recognised_by_number_and_by_words() -> None:
    edit = plan_edit(
        [GOOD, GAP], [Wanted(Part.PROBLEM, GAP.text), Wanted(Part.STRENGTH, GOOD.text, (), GOOD.sentence_id)]
    )
    assert [old for old, _ in edit.sentences] == [GAP, GOOD]
    assert edit.removed == ()


def test_a_sentence_with_new_words_is_still_itself() -> None:
    changed, new = Wanted(Part.PROBLEM, "组织生活仍不正常。", (), 2), Wanted(Part.UNSORTED, "新的。", (), 77)
    edit = plan_edit([GAP], [changed, new])
    assert [old for old, _ in edit.sentences] == [GAP, None]


def test_two_sentences_with_the_same_words_are_two() -> None:
    twin = Recorded(4, Part.STRENGTH, GOOD.text)
    edit = plan_edit([GOOD, twin], [Wanted(Part.STRENGTH, GOOD.text), Wanted(Part.STRENGTH, GOOD.text)])
    assert [old for old, _ in edit.sentences] == [GOOD, twin]


def test_a_sentence_that_is_left_out_goes() -> None:
    edit = plan_edit([GOOD, GAP], [Wanted(Part.STRENGTH, "别的。")])
    assert edit.removed == (GOOD, GAP)
    assert edit.touched_answers == ()


def test_an_answered_problem_may_not_be_reworded_moved_or_dropped() -> None:
    reworded = plan_edit([ANSWERED], [Wanted(Part.PROBLEM, "别的话。", (), 3)])
    moved = plan_edit([ANSWERED], [Wanted(Part.STRENGTH, ANSWERED.text)])
    dropped = plan_edit([ANSWERED, GAP], [])
    kept = plan_edit([ANSWERED], [Wanted(Part.PROBLEM, ANSWERED.text)])
    assert [edit.touched_answers for edit in (reworded, moved, dropped, kept)] == [
        (ANSWERED,),
        (ANSWERED,),
        (ANSWERED,),
        (),
    ]


def test_empty_sentences_go_and_only_problems_carry_tags() -> None:
    assert tidy(
        [
            Wanted(Part.PROBLEM, " 组织生活\n不正常。", ("key_area",), 2),
            Wanted(Part.STRENGTH, "换届完成。", ("key_area",)),
            Wanted(Part.UNSORTED, " \n"),
        ]
    ) == [
        Wanted(Part.PROBLEM, "组织生活 不正常。", ("key_area",), 2),
        Wanted(Part.STRENGTH, "换届完成。"),
    ]


def test_a_comment_is_finished_when_every_sentence_has_a_home() -> None:
    assert finish_fault([]) == FinishFault.EMPTY
    assert finish_fault([Part.STRENGTH, Part.UNSORTED]) == FinishFault.UNSORTED
    assert finish_fault([Part.STRENGTH, Part.PROBLEM, Part.REQUIREMENT]) is None
