"""The leader's word, the receipt, what the person says and what the committee answers."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django_scopes import scope, scopes_disabled

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.notices.models import Notice
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.domain.opinion import Opinion
from pingyi.review.appraisal.models import (
    FeedbackLetter,
    LetterOpening,
    LetterStatement,
    OpinionVerdict,
    StatementAnswer,
)
from pingyi.review.appraisal.queries.drafting import opinion_draft
from pingyi.review.appraisal.queries.letters import letter_rows, own_letters
from pingyi.review.appraisal.services import (
    answer_statement,
    confirm_opinion,
    give_opinion_back,
    give_statement,
    open_letter,
    remind_unread,
    write_opinion,
)
from pingyi.review.rectification.models import ProblemItem
from tests.factories.results import FAIR, GOOD, LATER, Review, make_review
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db


def issued_review() -> Review:
    review = make_review(GOOD, FAIR)
    review.take()
    review.decide({0: Choice("good"), 1: Choice("fairly_good")})
    for place in (0, 1):
        review.write(place)
        review.issue(place)
    return review


def letter_of(review: Review, actor: Actor) -> FeedbackLetter:
    return own_letters(actor.organisation_ids)[0]


def test_a_leader_gives_an_opinion_back_and_confirms_what_comes_again() -> None:
    review = make_review(GOOD)
    review.write()
    look: dict[str, Any] = {"actor": review.leader, "now": LATER, "reporter": review.reporters[0]}
    with scope(institution=review.institution):
        with pytest.raises(Refused) as refusal:
            give_opinion_back(**look, seen_version=1, note=" ")
        assert refusal.value.field == "note"
        with pytest.raises(Refused, match="最多400字"):
            give_opinion_back(**look, seen_version=1, note="长" * 401)
        give_opinion_back(**look, seen_version=1, note="问题写得太笼统。")
        with pytest.raises(Refused, match="已经退回过了"):
            confirm_opinion(**look, seen_version=1)
    review.write(opinion=Opinion("改过。"), seen_version=1)
    with scope(institution=review.institution):
        with pytest.raises(Refused, match="意见改过"):
            confirm_opinion(**look, seen_version=1)
        confirm_opinion(**look, seen_version=2)
        confirm_opinion(**look, seen_version=2)
    with scopes_disabled():
        assert list(OpinionVerdict.objects.order_by("version").values_list("version", "is_confirmed")) == [
            (1, False),
            (2, True),
        ]
    assert Event.objects.filter(verb="opinion.confirmed").count() == 1


def test_who_wrote_the_opinion_does_not_confirm_it_and_nothing_unwritten_is() -> None:
    review = make_review(GOOD)
    both = make_actor(review.institution, "clerk", "leader")
    with scope(institution=review.institution):
        with pytest.raises(Refused, match="还没有写"):
            confirm_opinion(actor=both, now=LATER, reporter=review.reporters[0], seen_version=0)
        with pytest.raises(Forbidden):
            confirm_opinion(actor=review.clerk, now=LATER, reporter=review.reporters[0], seen_version=0)
    review.write(actor=both)
    with scope(institution=review.institution), pytest.raises(Refused, match="您自己存的"):
        confirm_opinion(actor=both, now=LATER, reporter=review.reporters[0], seen_version=1)


def test_nobody_words_confirms_or_answers_what_is_said_about_her_own_organisation() -> None:
    review = issued_review()
    own, other = review.reporters[0], review.reporters[1]
    both = make_actor(review.institution, "clerk", "leader", "secretary", organisation=own.organisation)
    secretary = review.secretary(0)
    with scope(institution=review.institution):
        letter = letter_of(review, secretary)
        statement = give_statement(
            actor=secretary, now=LATER, letter=letter, agrees=False, text="记录后来补了。"
        )
        wording: dict[str, Any] = {"opinion": Opinion("很好。"), "seen_version": 1}
        with pytest.raises(Forbidden, match="自己单位的意见不能自己写"):
            write_opinion(actor=both, now=LATER, reporter=own, **wording)
        with pytest.raises(Forbidden, match="自己单位的意见不能自己确认"):
            confirm_opinion(actor=both, now=LATER, reporter=own, seen_version=1)
        with pytest.raises(Forbidden, match="不能自己答复"):
            answer_statement(actor=both, now=LATER, statement=statement, text="采纳。")
        write_opinion(actor=both, now=LATER, reporter=other, **wording)


def test_the_draft_takes_up_what_the_ballot_and_inspections_brought_to_the_list() -> None:
    review = make_review(GOOD)
    reporter = review.reporters[0]
    review.comment(0, ("problem", "记录不全。"))
    sources = ("ballot_remark", "inspection", "self_found", "inspection")
    with scope(institution=review.institution):
        for number, source in enumerate(sources, start=2):
            ProblemItem.objects.create(
                institution=review.institution,
                cycle=review.cycle,
                organisation=reporter.organisation,
                number=number,
                text=f"第{number}个\n问题。",
                source=source,
                raised_at=LATER,
            )
        ProblemItem.objects.filter(number=5).update(
            state="withdrawn", ruling_note="另一单位的。", ruled_by_id=review.leader.account_id
        )
        draft = opinion_draft(reporter, None)
    assert draft.opinion.problems.splitlines() == ["记录不全。", "第2个 问题。", "第3个 问题。"]


def test_the_first_opening_is_kept_and_reminders_go_to_the_others() -> None:
    review = issued_review()
    first, second = review.secretary(0), review.secretary(1)
    with scope(institution=review.institution):
        letter = letter_of(review, first)
        opening = open_letter(actor=first, now=LATER, letter=letter)
        again = open_letter(actor=first, now=LATER + timedelta(days=1), letter=letter)
        assert opening == again
        assert again is not None
        assert again.opened_at == LATER
        assert [row.opening is not None for row in letter_rows(review.cycle)] == [True, False]
        told = remind_unread(actor=review.clerk, now=LATER, cycle=review.cycle)
        assert (told.told, told.already) == (1, 0)
        told = remind_unread(actor=review.clerk, now=LATER, cycle=review.cycle)
        assert (told.told, told.already) == (0, 1)
        assert Notice.objects.get(kind="letter.reminded").account_id == second.account_id
        open_letter(actor=second, now=LATER, letter=letter_of(review, second))
        with pytest.raises(Refused, match="都看过了"):
            remind_unread(actor=review.clerk, now=LATER, cycle=review.cycle)
        with pytest.raises(Forbidden):
            remind_unread(actor=review.leader, now=LATER, cycle=review.cycle)
    assert Event.objects.filter(verb="letter.opened").count() == 2


def test_where_nobody_can_sign_in_the_clerk_is_told_who() -> None:
    review = issued_review()
    with scope(institution=review.institution):
        told = remind_unread(actor=review.clerk, now=LATER, cycle=review.cycle)
    assert told.told == 0
    assert told.nobody == tuple(row.organisation.name for row in review.reporters)


def test_a_successor_who_looks_does_not_sign_for_it() -> None:
    review = issued_review()
    successor = replace(review.secretary(), person_id=review.reporters[1].person_id)
    with scope(institution=review.institution):
        letter = letter_of(review, successor)
        assert open_letter(actor=successor, now=LATER, letter=letter) is None
        with pytest.raises(Forbidden):
            give_statement(actor=successor, now=LATER, letter=letter, agrees=True, text="")
        with pytest.raises(Forbidden):
            open_letter(actor=review.clerk, now=LATER, letter=letter)
        assert not LetterOpening.objects.exists()


def test_remarks_are_handed_in_once_and_answered_once() -> None:
    review = issued_review()
    secretary = review.secretary()
    with scope(institution=review.institution):
        letter = letter_of(review, secretary)
        say: dict[str, Any] = {"actor": secretary, "now": LATER, "letter": letter}
        for agrees, text, field in ((None, "", "agrees"), (False, " ", "text"), (True, "长" * 2001, "text")):
            with pytest.raises(Refused) as refusal:
                give_statement(**say, agrees=agrees, text=text)
            assert refusal.value.field == field
        assert not LetterStatement.objects.exists()
        statement = give_statement(**say, agrees=False, text="会前协调有记录。")
        assert give_statement(**say, agrees=False, text="会前协调有记录。") == statement
        with pytest.raises(Refused, match="只交一次"):
            give_statement(**say, agrees=True, text="")
        assert LetterOpening.objects.filter(letter=letter).exists()
        assert [row.waits_for_answer for row in letter_rows(review.cycle)] == [True, False]

        answer: dict[str, Any] = {"now": LATER, "statement": statement}
        with pytest.raises(Forbidden):
            answer_statement(**answer, actor=review.clerk, text="核实过。")
        with pytest.raises(Refused, match="没有答复"):
            answer_statement(**answer, actor=review.leader, text="")
        answer_statement(**answer, actor=review.leader, text="核实过，补记录。")
        with pytest.raises(Refused, match="已经答复过"):
            answer_statement(**answer, actor=review.leader, text="再答。")
        assert not any(row.waits_for_answer for row in letter_rows(review.cycle))
        assert Notice.objects.get(kind="statement.answered").account_id == secretary.account_id


def test_nobody_says_anything_to_a_letter_that_was_replaced() -> None:
    review = issued_review()
    secretary = review.secretary()
    with scope(institution=review.institution):
        old = letter_of(review, secretary)
    review.write(opinion=Opinion("改过。"), seen_version=1)
    review.issue()
    with scope(institution=review.institution), pytest.raises(Refused, match="刚重发过"):
        give_statement(actor=secretary, now=LATER, letter=old, agrees=True, text="")


def test_the_database_keeps_receipts_and_words_as_they_are() -> None:
    review = issued_review()
    secretary = review.secretary()
    with scope(institution=review.institution):
        letter = letter_of(review, secretary)
        given = give_statement(actor=secretary, now=LATER, letter=letter, agrees=False, text="有一处不符。")
        answer_statement(actor=review.leader, now=LATER, statement=given, text="已核实。")
        for model in (OpinionVerdict, LetterOpening, LetterStatement, StatementAnswer):
            with transaction.atomic(), pytest.raises(DatabaseError, match="append-only"):
                model.objects.update(institution=review.institution)
        other = own_letters([review.reporters[1].organisation_id])[0]
        with transaction.atomic(), pytest.raises(IntegrityError):
            LetterStatement.objects.create(
                institution=review.institution,
                letter=other,
                agrees=False,
                given_by_id=secretary.account_id,
                given_at=LATER,
            )
