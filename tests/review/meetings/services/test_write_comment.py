from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.cycles.models import Reporter
from pingyi.review.meetings.domain.comment_edit import Part, Wanted
from pingyi.review.meetings.models import CommentSentence, LeaderComment
from pingyi.review.meetings.queries.comments import comment_of, sentences_of
from pingyi.review.meetings.services import finish_comment, reopen_comment, skip_item, write_comment
from pingyi.review.rectification.models import ProblemItem
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db

PRAISE = Wanted(Part.STRENGTH, "五个教工支部全部完成换届。")
GAP = Wanted(Part.PROBLEM, "实习点临时支部两年没有解决组织生活问题。", ("weak_link", "key_problem"))
ASK = Wanted(Part.REQUIREMENT, "会后一周拿出清单。")
LOOSE = Wanted(Part.UNSORTED, "发展党员计划完成不到一半。")


def write(hall: Hall, *sentences: Wanted, reporter: Reporter | None = None, **fields: Any) -> LeaderComment:
    with scope(institution=hall.institution):
        return write_comment(
            **{
                "actor": hall.clerk,
                "now": NOW,
                "reporter": reporter or hall.reporters[0],
                "sentences": sentences,
                **fields,
            }
        )


def refused_code(hall: Hall, *sentences: Wanted, **fields: Any) -> str:
    with pytest.raises(Refused) as refusal:
        write(hall, *sentences, **fields)
    return refusal.value.code


def words(hall: Hall) -> list[str]:
    with scope(institution=hall.institution):
        return [f"{row.part}: {row.text}" for row in sentences_of(comment_of(hall.reporters[0]))]


def problems(hall: Hall) -> list[ProblemItem]:
    with scope(institution=hall.institution):
        return list(ProblemItem.objects.select_related("organisation").order_by("number"))


def rows(hall: Hall) -> list[CommentSentence]:
    with scope(institution=hall.institution):
        return list(CommentSentence.objects.select_related("problem").order_by("sequence"))


def again(row: CommentSentence, text: str | None = None, part: str | None = None) -> Wanted:
    tags = tuple(row.problem.tags) if row.problem else ()
    return Wanted(Part(part or row.part), row.text if text is None else text, tags, row.pk)


def test_every_problem_sentence_becomes_a_problem_item_with_its_tags() -> None:
    hall = make_hall()
    write(hall, PRAISE, GAP, ASK)
    assert words(hall) == [f"{one.part}: {one.text}" for one in (PRAISE, GAP, ASK)]
    (item,) = problems(hall)
    assert (item.text, item.tags, item.state) == (GAP.text, ["key_problem", "weak_link"], "raised")
    assert item.organisation == hall.reporters[0].organisation
    assert (item.source, item.source_note) == ("comment", f"{hall.meeting.name}，点评第2句")


def test_an_unchanged_sentence_keeps_its_item_when_others_come_and_go() -> None:
    hall = make_hall()
    write(hall, PRAISE, GAP)
    write(hall, LOOSE, GAP, ASK)
    assert words(hall) == [f"{one.part}: {one.text}" for one in (LOOSE, GAP, ASK)]
    assert [item.number for item in problems(hall)] == [1]


def test_new_words_correct_the_item_while_it_is_only_raised() -> None:
    hall = make_hall()
    write(hall, GAP)
    write(hall, again(rows(hall)[0], "实习点临时支部三年没有组织生活。"))
    (item,) = problems(hall)
    assert (item.number, item.text) == (1, "实习点临时支部三年没有组织生活。")


def test_a_sentence_finds_its_home_later_and_may_change_it() -> None:
    hall = make_hall()
    write(hall, LOOSE)
    write(hall, again(rows(hall)[0], part="problem"))
    assert [item.text for item in problems(hall)] == [LOOSE.text]
    write(hall, again(rows(hall)[0], part="strength"))
    assert problems(hall) == []
    assert words(hall) == [f"strength: {LOOSE.text}"]


def test_a_removed_problem_is_taken_off_the_list() -> None:
    hall = make_hall()
    write(hall, PRAISE, GAP)
    write(hall, PRAISE)
    assert problems(hall) == []
    assert Event.objects.filter(verb="problem.retracted").count() == 1


def test_what_the_organisation_has_answered_is_neither_reworded_nor_moved_nor_removed() -> None:
    hall = make_hall()
    write(hall, PRAISE, GAP)
    with scope(institution=hall.institution):
        ProblemItem.objects.update(state="claimed", answered_by=hall.clerk.account_id, answered_at=NOW)
    good, gap = rows(hall)
    codes = [
        refused_code(hall, again(good), again(gap, "别的话。")),
        refused_code(hall, again(good), again(gap, part="requirement")),
        refused_code(hall, again(good)),
    ]
    assert codes == ["comment.problem_answered"] * 3
    assert words(hall) == [f"{one.part}: {one.text}" for one in (PRAISE, GAP)]


def test_beside_an_answered_problem_the_rest_may_change() -> None:
    hall = make_hall()
    write(hall, PRAISE, GAP)
    with scope(institution=hall.institution):
        ProblemItem.objects.update(state="claimed", answered_by=hall.clerk.account_id, answered_at=NOW)
    good, gap = rows(hall)
    write(hall, again(gap), again(good, "换届全部完成。"))
    assert words(hall) == [f"problem: {GAP.text}", "strength: 换届全部完成。"]


def test_writing_the_same_again_changes_nothing() -> None:
    hall = make_hall()
    first = write(hall, PRAISE, GAP, seen_version=0)
    second = write(hall, PRAISE, GAP, seen_version=0)
    assert (first.version, second.version) == (1, 1)
    assert [item.number for item in problems(hall)] == [1]
    assert Event.objects.filter(verb="comment.written").count() == 1


def test_two_writers_do_not_write_over_each_other() -> None:
    hall = make_hall()
    write(hall, PRAISE, seen_version=0)
    assert refused_code(hall, LOOSE, seen_version=0) == "comment.changed_meanwhile"
    write(hall, PRAISE, LOOSE, seen_version=1)
    assert words(hall) == [f"{one.part}: {one.text}" for one in (PRAISE, LOOSE)]


def test_an_empty_or_endless_comment_is_refused() -> None:
    hall = make_hall()
    assert refused_code(hall, Wanted(Part.STRENGTH, " \n")) == "comment.empty"
    endless = [Wanted(Part.UNSORTED, f"第{number}句。") for number in range(201)]
    assert refused_code(hall, *endless) == "comment.too_long"
    assert words(hall) == []


def test_a_comment_is_not_finished_while_sentences_have_no_home() -> None:
    hall = make_hall()
    assert refused_code(hall, PRAISE, LOOSE, is_final=True) == "comment.unsorted"
    assert words(hall) == []
    write(hall, PRAISE, LOOSE)
    with scope(institution=hall.institution), pytest.raises(Refused) as refusal:
        finish_comment(actor=hall.clerk, now=NOW, reporter=hall.reporters[0])
    assert refusal.value.message == "还有1句没有归类，没有定稿。给每句选肯定、问题或要求。"


def test_a_finished_comment_is_changed_only_after_reopening_it() -> None:
    hall = make_hall()
    write(hall, PRAISE, is_final=True)
    assert refused_code(hall, PRAISE, ASK) == "comment.finished"
    with scope(institution=hall.institution):
        reopen_comment(actor=hall.clerk, now=NOW, reporter=hall.reporters[0])
        reopen_comment(actor=hall.clerk, now=NOW, reporter=hall.reporters[0])
    write(hall, PRAISE, ASK)
    with scope(institution=hall.institution):
        assert finish_comment(actor=hall.clerk, now=NOW, reporter=hall.reporters[0]).is_finished
        finish_comment(actor=hall.clerk, now=NOW, reporter=hall.reporters[0])
    assert Event.objects.filter(verb="comment.finished").count() == 2
    assert Event.objects.filter(verb="comment.reopened").count() == 1


def test_a_comment_emptied_of_its_sentences_cannot_be_finished() -> None:
    hall = make_hall()
    write(hall, PRAISE)
    assert refused_code(hall, is_final=True) == "comment.empty"
    assert words(hall) == [f"strength: {PRAISE.text}"]


def test_there_is_nothing_to_finish_before_the_first_word() -> None:
    hall = make_hall()
    for verb in (finish_comment, reopen_comment):
        with scope(institution=hall.institution), pytest.raises(Refused) as refusal:
            verb(actor=hall.clerk, now=NOW, reporter=hall.reporters[0])
        assert refusal.value.code == "comment.missing"


def test_written_and_absent_reporters_get_no_comment_and_the_hall_must_be_open() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("report"), reason="因公出差")
    closed = make_hall(is_open=False)
    codes = [
        refused_code(hall, PRAISE, reporter=hall.written[0]),
        refused_code(hall, PRAISE),
        refused_code(closed, PRAISE),
    ]
    assert codes == ["comment.not_on_site", "comment.absent", "sitting.missing"]


@pytest.mark.parametrize("role", ["leader", "counter", "scrutineer"])
def test_only_the_clerk_records_comments(role: str) -> None:
    hall = make_hall()
    actor = make_actor(hall.institution, role)
    with pytest.raises(Forbidden):
        write(hall, PRAISE, actor=actor)
    write(hall, PRAISE)
    for verb in (finish_comment, reopen_comment):
        with scope(institution=hall.institution), pytest.raises(Forbidden):
            verb(actor=actor, now=NOW, reporter=hall.reporters[0])
