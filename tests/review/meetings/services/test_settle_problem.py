from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.organisations.actor import Actor
from pingyi.review.meetings.domain.comment_edit import Part, Wanted
from pingyi.review.meetings.domain.homes import NOTHING_SAID, Home, HomeCount
from pingyi.review.meetings.domain.sentences import split_sentences
from pingyi.review.meetings.models import CommentSentence, LeaderComment, Sitting
from pingyi.review.meetings.queries.comments import comment_board, comment_of, sentences_of
from pingyi.review.meetings.queries.homes import home_of_sentence, homes_by_reporter
from pingyi.review.meetings.services import (
    decline_task,
    draft_rest,
    draft_task,
    end_sitting,
    reopen_comment,
    skip_item,
    start_item,
    write_comment,
)
from pingyi.review.rectification.models import ProblemItem
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)
PRAISE = Wanted(Part.STRENGTH, "换届按期完成。")
GAP = Wanted(Part.PROBLEM, "谈话记录不全；", ("weak_link",))
OTHER = Wanted(Part.PROBLEM, "书记轮训没有全覆盖。")


def said(*sentences: Wanted, on_site: int = 1, is_final: bool = True) -> Hall:
    """A meeting at which everything happened and this was said about the first reporter."""
    hall = make_hall(on_site=on_site)
    with scope(institution=hall.institution):
        for kind in ("opening", "report", "comment"):
            start_item(actor=hall.clerk, now=NOW, item=hall.item(kind))
        write(hall, *sentences, is_final=is_final)
        for place in range(1, on_site):
            skip_item(actor=hall.clerk, now=NOW, item=hall.item("report", place), reason="出差")
        start_item(actor=hall.clerk, now=NOW, item=hall.item("ballot"))
    return hall


def write(hall: Hall, *sentences: Wanted, is_final: bool = False) -> LeaderComment:
    with scope(institution=hall.institution):
        return write_comment(
            actor=hall.clerk, now=NOW, reporter=hall.reporters[0], sentences=sentences, is_final=is_final
        )


def rows(hall: Hall) -> list[CommentSentence]:
    with scope(institution=hall.institution):
        return list(
            CommentSentence.objects.select_related(
                "problem", "comment__reporter__meeting", "settled_by"
            ).order_by("sequence")
        )


def homes(hall: Hall) -> list[Home]:
    return [home_of_sentence(row) for row in rows(hall)]


def draft(hall: Hall, place: int, text: str = "", actor: Actor | None = None) -> None:
    with scope(institution=hall.institution):
        draft_task(actor=actor or hall.clerk, now=LATER, sentence=rows(hall)[place], text=text)


def decline(hall: Hall, place: int, reason: str = "会前已经整改。", actor: Actor | None = None) -> None:
    with scope(institution=hall.institution):
        decline_task(actor=actor or hall.clerk, now=LATER, sentence=rows(hall)[place], reason=reason)


def end(hall: Hall) -> Sitting:
    with scope(institution=hall.institution):
        return end_sitting(actor=hall.clerk, now=LATER, sitting=hall.open)


def on_list(hall: Hall) -> list[str]:
    with scope(institution=hall.institution):
        return list(ProblemItem.objects.order_by("number").values_list("text", flat=True))


@contextmanager
def refused_by_the_database() -> Iterator[None]:
    with pytest.raises(DatabaseError, match="no home"), transaction.atomic():
        yield


def test_the_meeting_does_not_end_while_a_problem_is_neither_a_task_nor_explained() -> None:
    hall = said(PRAISE, GAP, OTHER)
    with pytest.raises(Refused) as refusal:
        end(hall)
    assert refusal.value.code == "sitting.problems_without_home"
    assert refusal.value.message == (
        "会议没有结束。还有2句问题没有去向：护理学院党委第2句“谈话记录不全”、护理学院党委第3句“书记轮训没有全覆盖”。"
        "到“问题去向”列为任务草案，或写明为什么不列。"
    )
    draft(hall, 1)
    with pytest.raises(Refused, match="还有1句问题没有去向"):
        end(hall)
    decline(hall, 2)
    assert end(hall).state == "ended"


def test_the_database_itself_does_not_let_such_a_meeting_end() -> None:
    hall = said(GAP)
    ended = {"state": "ended", "ended_at": LATER}
    with scope(institution=hall.institution):
        with refused_by_the_database():
            Sitting.objects.update(**ended)
        draft(hall, 0)
        assert Sitting.objects.update(**ended) == 1
        with refused_by_the_database():
            CommentSentence.objects.update(task_draft="", settled_by=None, settled_at=None)
        new = {"institution_id": hall.institution.pk, "comment": rows(hall)[0].comment, "sequence": 9}
        with refused_by_the_database():
            CommentSentence.objects.create(
                **new, part="problem", text="还有。", problem=rows(hall)[0].problem
            )
        CommentSentence.objects.create(**new, part="strength", text="还有。")


def test_a_draft_says_what_is_to_be_done_and_who_decided() -> None:
    hall = said(GAP)
    draft(hall, 0, "  三月底前补齐\n谈话记录。 ")
    draft(hall, 0, "三月底前补齐 谈话记录。")
    (row,) = rows(hall)
    assert (row.task_draft, row.settled_at) == ("三月底前补齐 谈话记录。", LATER)
    assert row.settled_by is not None
    assert row.settled_by.pk == hall.clerk.account_id
    assert on_list(hall) == ["谈话记录不全。"]
    assert Event.objects.filter(verb="task_draft.written").count() == 1


def test_a_problem_that_becomes_no_task_leaves_the_list_with_its_reason_kept() -> None:
    hall = said(GAP, OTHER)
    decline(hall, 0)
    decline(hall, 0)
    assert on_list(hall) == ["书记轮训没有全覆盖。"]
    assert [(row.text, row.no_task_reason) for row in rows(hall)] == [
        (GAP.text, "会前已经整改。"),
        (OTHER.text, ""),
    ]
    event = Event.objects.get(verb="task_draft.declined")
    assert event.payload.body == {
        "organisation": "护理学院党委",
        "sentence": GAP.text,
        "reason": "会前已经整改。",
    }
    draft(hall, 0)
    assert sorted(on_list(hall)) == ["书记轮训没有全覆盖。", "谈话记录不全。"]
    assert rows(hall)[0].no_task_reason == ""


def test_no_task_needs_a_reason_and_words_have_an_end() -> None:
    hall = said(GAP)
    codes = []
    for act, words in ((decline, " \n"), (decline, "长" * 501), (draft, "长" * 501)):
        with pytest.raises(Refused) as refusal:
            act(hall, 0, words)
        codes.append((refusal.value.code, refusal.value.field))
    assert codes == [
        ("sentence.reason", "no_task_reason"),
        ("sentence.too_long", "no_task_reason"),
        ("sentence.too_long", "task_draft"),
    ]
    assert homes(hall) == [Home.OPEN]


def test_what_the_organisation_has_answered_stays_a_task() -> None:
    hall = said(GAP)
    draft(hall, 0)
    with scope(institution=hall.institution):
        ProblemItem.objects.update(state="claimed", answered_by=hall.clerk.account_id, answered_at=NOW)
    with pytest.raises(Refused) as refusal:
        decline(hall, 0)
    assert refusal.value.code == "sentence.answered"
    assert homes(hall) == [Home.TASK]


def test_the_rest_becomes_drafts_in_its_own_words() -> None:
    hall = said(GAP, OTHER)
    decline(hall, 0)
    with scope(institution=hall.institution):
        counts = [draft_rest(actor=hall.clerk, now=LATER, meeting=hall.meeting) for _ in range(2)]
    assert counts == [1, 0]
    assert [row.task_draft for row in rows(hall)] == ["", "书记轮训没有全覆盖。"]


def test_a_home_stays_with_its_sentence_and_goes_with_it() -> None:
    hall = said(GAP, OTHER, is_final=False)
    draft(hall, 0)
    draft(hall, 1, "暑期办一期轮训班。")
    first, second = rows(hall)
    write(
        hall,
        Wanted(Part.PROBLEM, "谈话记录不全、不细。", ("weak_link",), first.pk),
        Wanted(Part.PROBLEM, "轮训没有全覆盖。", (), second.pk),
    )
    assert [row.task_draft for row in rows(hall)] == ["谈话记录不全、不细。", "暑期办一期轮训班。"]
    write(hall, Wanted(Part.STRENGTH, "谈话记录不全、不细。", (), first.pk))
    assert homes(hall) == [Home.STRENGTH]
    assert rows(hall)[0].settled_by is None
    gone = [event.payload.body for event in Event.objects.filter(verb="comment.written").order_by("pk")]
    assert [body.get("reworded") for body in gone] == [None, [GAP.text, OTHER.text], None]
    assert gone[-1]["removed"] == ["轮训没有全覆盖。"]


def test_an_explained_sentence_may_be_reworded_and_stays_off_the_list() -> None:
    hall = said(GAP, is_final=False)
    decline(hall, 0)
    write(hall, Wanted(Part.PROBLEM, "谈话记录不细。", (), rows(hall)[0].pk))
    assert (homes(hall), on_list(hall)) == ([Home.NO_TASK], [])


def test_a_problem_written_after_the_end_is_a_draft_at_once() -> None:
    hall = said(PRAISE)
    end(hall)
    with scope(institution=hall.institution):
        reopen_comment(actor=hall.clerk, now=LATER, reporter=hall.reporters[0])
    write(hall, PRAISE, OTHER, is_final=True)
    assert homes(hall) == [Home.STRENGTH, Home.TASK]


def test_the_meter_counts_all_sentences_and_lists_those_that_need_a_decision() -> None:
    hall = said(PRAISE, GAP, OTHER, on_site=2)
    draft(hall, 1)
    with scope(institution=hall.institution):
        (group,) = homes_by_reporter(hall.meeting)
        board = comment_board(hall.meeting)
    assert group.count == HomeCount(total=3, tasks=1, not_tasks=0, open=1, unsorted=0)
    assert (group.count.settled, group.count.problems) == (2, 2)
    assert [row.homes for row in board] == [group.count, NOTHING_SAID]
    assert [(row.sequence, home) for row, home in group.sentences] == [(2, Home.TASK), (3, Home.OPEN)]


def test_only_the_clerk_decides_and_only_about_problems_of_this_meeting() -> None:
    hall = said(PRAISE, GAP)
    for act in (draft, decline):
        with pytest.raises(Forbidden):
            act(hall, 1, "话", make_actor(hall.institution, "leader"))
        with pytest.raises(Missing):
            act(hall, 0, "话")
    assert homes(hall) == [Home.STRENGTH, Home.OPEN]
    draft(hall, 1)
    stranger = make_actor(hall.institution, "counter")
    with scope(institution=hall.institution), pytest.raises(Forbidden):
        draft_rest(actor=stranger, now=LATER, meeting=hall.meeting)


decided = st.tuples(
    st.text(alphabet="甲乙丙“”", min_size=1, max_size=5).map(lambda words: f"话{words}"),
    st.sampled_from(["。", "；", "！\n", "。”"]),
    st.sampled_from(["task", "none", "strength"]),
)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(comment=st.lists(decided, min_size=1, max_size=5))
def test_whatever_is_decided_no_sentence_of_the_comment_is_lost(comment: list[tuple[str, str, str]]) -> None:
    text = "".join(words + mark for words, mark, _ in comment)
    sentences = split_sentences(text)
    wishes = [wish for _, _, wish in comment][: len(sentences)]
    hall = make_hall(on_site=1, written=0, voters=1)
    parts = [Part.STRENGTH if wish == "strength" else Part.PROBLEM for wish in wishes]
    write(hall, *(Wanted(part, one) for part, one in zip(parts, sentences, strict=True)))
    for place, wish in enumerate(wishes):
        if wish != "strength":
            (draft if wish == "task" else decline)(hall, place, "由学院办。")
    with scope(institution=hall.institution):
        kept = "".join(row.text for row in sentences_of(comment_of(hall.reporters[0])))
    assert "".join(kept.split()) == "".join(text.split())
    assert len(on_list(hall)) == wishes.count("task")
