import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope, scopes_disabled

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.documents.domain.tree import Heading, Paragraph
from pingyi.documents.render import docx
from pingyi.documents.services.school_templates import (
    try_template,
    upload_template,
    use_built_in_layout,
    use_template,
)
from pingyi.doors.office.appraisal.letter_page import letter_file
from pingyi.review.appraisal.documents import feedback_letter
from pingyi.review.appraisal.documents.kept_letter import letter_from
from pingyi.review.appraisal.documents.letter_paper import LETTER_PAPER
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.domain.letter_state import LetterState
from pingyi.review.appraisal.domain.opinion import LONGEST, Opinion
from pingyi.review.appraisal.models import ComprehensiveOpinion, FeedbackLetter
from pingyi.review.appraisal.queries.letters import (
    latest_letter,
    letter_rows,
    letter_text,
    own_letters,
)
from pingyi.review.appraisal.queries.opinions import opinion_of, said_about
from pingyi.review.appraisal.services import decide_grade, issue_letter, issue_letters, write_opinion
from pingyi.review.cycles.models import Reporter
from tests.documents.school.papers import texts_of
from tests.factories.papers import letter_of
from tests.factories.results import BODY, DECIDED_ON, FAIR, GOOD, LATER, Review, make_review

pytestmark = pytest.mark.django_db
WORDS = Opinion("党建工作抓得实。", "记录不全。", "健全制度。")


def decided_review(*, places: int = 2) -> Review:
    review = make_review(*[GOOD, FAIR, FAIR][:places])
    review.take()
    grades = ("good", "fairly_good", "fairly_good")
    review.decide({place: Choice(grades[place]) for place in range(places)})
    return review


def states(review: Review) -> list[LetterState]:
    with scope(institution=review.institution):
        return [row.state for row in letter_rows(review.cycle)]


def letter_words(review: Review, place: int = 0) -> str:
    """Title and text of the letter in force."""
    with scope(institution=review.institution):
        letter = letter_from(latest_letter(review.reporters[place]).content)
    tree = feedback_letter(letter)
    texts = [block.text for block in tree.blocks if isinstance(block, Paragraph | Heading)]
    return "\n".join([tree.title, tree.addressee, *texts])


def test_an_opinion_begins_with_what_was_said() -> None:
    review = make_review()
    review.comment(
        0, ("strength", "换届全部完成。"), ("problem", "记录不全。"), ("requirement", "一周内补齐。")
    )
    with scope(institution=review.institution):
        found = said_about(review.reporters)
    assert found == {review.reporters[0].pk: Opinion("换届全部完成。", "记录不全。", "一周内补齐。")}


def test_an_opinion_is_written_and_its_versions_counted() -> None:
    review = make_review()
    review.write()
    review.write(opinion=WORDS)
    with scope(institution=review.institution):
        row = opinion_of(review.reporters[0])
        assert row is not None
        assert (row.strengths, row.problems, row.direction, row.version) == (
            WORDS.strengths,
            WORDS.problems,
            WORDS.direction,
            1,
        )
    review.write(opinion=Opinion("改过。"), seen_version=1)
    with scopes_disabled():
        assert ComprehensiveOpinion.objects.get().version == 2
    assert Event.objects.filter(verb="opinion.written").count() == 2


def test_nobody_writes_over_words_that_she_has_not_seen() -> None:
    review = make_review()
    review.write()
    with pytest.raises(Refused) as refusal:
        review.write(opinion=Opinion("另一位写的。"))
    assert refusal.value.code == "opinion.changed_meanwhile"
    with scopes_disabled():
        assert ComprehensiveOpinion.objects.get().strengths == WORDS.strengths


@pytest.mark.parametrize(
    ("opinion", "field"),
    [(Opinion(" ", "\n", ""), "strengths"), (Opinion(problems="长" * (LONGEST + 1)), "problems")],
)
def test_an_empty_or_endless_opinion_is_refused_at_its_field(opinion: Opinion, field: str) -> None:
    review = make_review()
    with pytest.raises(Refused) as refusal:
        review.write(opinion=opinion)
    assert refusal.value.field == field


def test_a_letter_needs_a_decision_and_an_opinion() -> None:
    review = make_review()
    assert states(review) == [LetterState.UNDECIDED] * 2
    with pytest.raises(Refused, match="等次还没有定"):
        review.issue()
    review.take()
    review.decide({0: Choice("good")})
    with pytest.raises(Refused, match="综合评价意见还没有写"):
        review.issue()
    assert states(review) == [LetterState.UNWRITTEN, LetterState.UNDECIDED]
    review.write()
    assert states(review) == [LetterState.UNCONFIRMED, LetterState.UNDECIDED]
    with scope(institution=review.institution):
        reporter = Reporter.objects.select_related("cycle").get(pk=review.reporters[0].pk)
        with pytest.raises(Refused, match="领导还没有确认"):
            issue_letter(actor=review.clerk, now=LATER, reporter=reporter)
    review.confirm()
    assert states(review) == [LetterState.READY, LetterState.UNDECIDED]
    review.issue()
    assert states(review) == [LetterState.ISSUED, LetterState.UNDECIDED]


def test_a_letter_says_grade_and_opinion_and_nothing_of_the_votes() -> None:
    review = decided_review()
    review.write()
    review.issue()
    text = letter_words(review)
    for words in (*WORDS.strengths.splitlines(), WORDS.problems, WORDS.direction, "“好”", BODY):
        assert words in text
    # Days, the number of the sitting and the names that we made up are the only digits.
    rest = re.sub(r"\d{4}年(\d+月\d+日|度)|第3次|林晓\d+|第\d+学院|中共示例大学\d+委员会", "", text)
    assert not re.search(r"\d", rest)
    assert not re.search(r"得分|名次|票|分数", rest)


def test_a_kept_letter_is_the_letter() -> None:
    review = decided_review()
    review.write()
    review.issue()
    with scope(institution=review.institution):
        kept = latest_letter(review.reporters[0])
        reporter = Reporter.objects.select_related("cycle__convenor", "meeting").get(pk=kept.reporter_id)
        again = letter_text(reporter, kept.decision, WORDS, issued_on=kept.issued_on)
    assert letter_from(kept.content) == again
    assert again.list_due_on == date(2026, 1, 28)
    assert again.issued_on == date(2026, 1, 20)


@pytest.mark.parametrize("due", [date(2027, 1, 31), None])
def test_a_letter_with_or_without_a_day_is_kept(due: date | None) -> None:
    from pingyi.review.appraisal.documents.kept_letter import letter_content

    letter = letter_of(list_due_on=due, copy_to=("党委办公室",))
    assert letter_from(letter_content(letter)) == letter


def test_a_day_that_has_passed_is_not_named() -> None:
    review = decided_review()
    review.write()
    review.confirm()
    with scope(institution=review.institution):
        reporter = Reporter.objects.select_related("cycle").get(pk=review.reporters[0].pk)
        letter = issue_letter(actor=review.clerk, now=LATER + timedelta(days=30), reporter=reporter)
    assert letter.content["list_due_on"] is None


def test_giving_out_twice_is_giving_out_once() -> None:
    review = decided_review()
    review.write()
    review.issue()
    review.issue()
    with scopes_disabled():
        assert FeedbackLetter.objects.count() == 1
    assert Event.objects.filter(verb="letter.issued").count() == 1


def test_all_that_are_ready_are_given_out_at_once() -> None:
    review = decided_review(places=3)
    review.write(0)
    review.write(2)
    review.confirm()
    with scope(institution=review.institution):
        issued = issue_letters(actor=review.clerk, now=LATER, cycle=review.cycle)
    assert [one.reporter for one in issued] == [review.reporters[0], review.reporters[2]]
    with scope(institution=review.institution), pytest.raises(Refused) as refusal:
        issue_letters(actor=review.clerk, now=LATER, cycle=review.cycle)
    assert refusal.value.code == "letter.none_ready"


def test_after_a_correction_the_letter_has_to_be_given_out_again_and_the_first_one_stays() -> None:
    review = decided_review()
    review.write()
    review.issue()
    with scope(institution=review.institution):
        decide_grade(
            actor=review.leader,
            now=LATER,
            reporter=Reporter.objects.get(pk=review.reporters[0].pk),
            deciding_meeting=BODY,
            decided_on=DECIDED_ON,
            choice=Choice("fairly_good", "复议"),
            seen=1,
            correction_note="复议",
        )
    assert states(review)[0] is LetterState.OUTDATED
    assert "“好”" in letter_words(review)
    review.issue()
    assert "“较好”" in letter_words(review)
    review.write(opinion=Opinion("再改。"), seen_version=1)
    assert states(review)[0] is LetterState.UNCONFIRMED
    review.confirm()
    assert states(review)[0] is LetterState.OUTDATED
    with scopes_disabled():
        assert list(
            FeedbackLetter.objects.order_by("sequence").values_list("sequence", "content__grade")
        ) == [
            (1, "好"),
            (2, "较好"),
        ]


def test_own_letters_are_those_in_force() -> None:
    review = decided_review()
    for place in (0, 1):
        review.write(place)
        review.issue(place)
    review.write(0, opinion=Opinion("改。"), seen_version=1)
    review.issue(0)
    with scope(institution=review.institution):
        found = own_letters([review.reporters[0].organisation_id])
    assert [(one.reporter_id, one.sequence) for one in found] == [(review.reporters[0].pk, 2)]


def test_no_letter_is_missing_in_words() -> None:
    review = make_review()
    with scope(institution=review.institution), pytest.raises(Missing, match="还没有发出"):
        latest_letter(review.reporters[0])


@pytest.mark.parametrize("role", ["leader", "counter", "scrutineer"])
def test_only_the_clerk_writes_and_gives_out(role: str) -> None:
    review = decided_review()
    review.write()
    actor = getattr(review, role)
    with pytest.raises(Forbidden):
        review.write(actor=actor)
    with scope(institution=review.institution), pytest.raises(Forbidden):
        issue_letters(actor=actor, now=LATER, cycle=review.cycle)


def test_somebody_who_is_not_in_the_review_gets_no_letter() -> None:
    review, other = decided_review(), make_review()
    with scopes_disabled():
        stranger = Reporter.objects.select_related("cycle").get(pk=other.reporters[0].pk)
        stranger.cycle = review.cycle
    with scope(institution=review.institution), pytest.raises(Missing):
        issue_letter(actor=review.clerk, now=LATER, reporter=stranger)


def test_the_database_itself_keeps_a_letter_as_it_was_given_out() -> None:
    review = decided_review()
    review.write()
    review.issue()
    with scopes_disabled(), transaction.atomic(), pytest.raises(DatabaseError, match="append-only"):
        FeedbackLetter.objects.update(content={})


@pytest.mark.parametrize("count", [1, 3])
def test_reading_letters_costs_the_same_for_one_person_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    review = decided_review(places=count)
    for place in range(count):
        review.write(place)
        review.issue(place)
    with scope(institution=review.institution), django_assert_num_queries(6):
        assert len(letter_rows(review.cycle)) == count


def test_a_letter_keeps_the_layout_in_which_it_was_given_out(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    review = decided_review(places=3)
    with scope(institution=review.institution):
        for reporter in review.reporters:
            write_opinion(actor=review.clerk, now=LATER, reporter=reporter, opinion=WORDS, seen_version=0)
    review.confirm()
    with scope(institution=review.institution):
        built_in = issue_letter(actor=review.clerk, now=LATER, reporter=review.reporters[0])
        _use_own_layout(review, "校徽版")
        own = issue_letter(actor=review.clerk, now=LATER, reporter=review.reporters[1])
        _use_own_layout(review, "新版")
        use_built_in_layout(actor=review.clerk, now=LATER, kind=LETTER_PAPER)
        later = issue_letter(actor=review.clerk, now=LATER, reporter=review.reporters[2])

        layouts = [letter_file(latest_letter(one.reporter)) for one in (built_in, own, later)]
    said = [texts_of(file.content) for file in layouts]
    assert ["校徽版" in texts for texts in said] == [False, True, False]
    assert all(any("记录不全。" in text for text in texts) for texts in said)
    assert layouts[1].name.startswith("反馈意见_")


def _use_own_layout(review: Review, mark: str) -> None:
    starter = LETTER_PAPER.starter()
    with_mark = docx.render(replace(starter, blocks=(*starter.blocks, Paragraph(mark))))
    template = upload_template(
        actor=review.clerk, now=LATER, kind=LETTER_PAPER, name="反馈.docx", content=with_mark
    )
    try_template(actor=review.clerk, now=LATER, kind=LETTER_PAPER, template=template)
    use_template(actor=review.clerk, now=LATER, kind=LETTER_PAPER, template=template)
