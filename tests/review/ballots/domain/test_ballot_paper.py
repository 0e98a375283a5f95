import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.ballots.domain.ballot_paper import BadBallot, BallotPaper, broken_rule, check_ballot, gaps
from pingyi.review.ballots.domain.grades import FOUR_GRADES, YES_OR_NO, BallotGrade
from pingyi.review.cycles.domain.settings import InvalidRule

INCOMPLETE = frozenset({InvalidRule.INCOMPLETE})


def a_paper(**fields: object) -> BallotPaper:
    return BallotPaper(**{"rows": (11, 12, 13), "rules": INCOMPLETE, **fields})  # type: ignore[arg-type]


def refusal(paper: BallotPaper, marks: dict[int, str]) -> BadBallot:
    with pytest.raises(BadBallot) as caught:
        check_ballot(paper, marks)
    return caught.value


def test_a_complete_ballot_is_taken_in_the_order_of_its_rows() -> None:
    ballot = check_ballot(a_paper(), {13: "poor", 11: "good", 12: "fairly_good"})
    assert list(ballot.items()) == [
        (11, BallotGrade.GOOD),
        (12, BallotGrade.FAIRLY_GOOD),
        (13, BallotGrade.POOR),
    ]


def test_a_gap_is_named_with_its_number() -> None:
    refused = refusal(a_paper(), {11: "good"})
    assert refused.code == "ballot.incomplete"
    assert "还有2位没选" in refused.message


def test_without_the_rule_gaps_are_blanks() -> None:
    assert check_ballot(a_paper(rules=frozenset()), {12: "good"}) == {12: BallotGrade.GOOD}


def test_a_row_of_another_ballot_is_refused() -> None:
    assert refusal(a_paper(), {11: "good", 12: "good", 13: "good", 99: "good"}).code == "ballot.wrong_row"


def test_a_grade_that_does_not_exist_is_refused() -> None:
    assert refusal(a_paper(), {11: "good", 12: "good", 13: "excellent"}).code == "ballot.wrong_grade"


def test_unknown_counts_only_where_the_plan_has_it() -> None:
    marks = {11: "good", 12: "good", 13: "unknown"}
    assert refusal(a_paper(), marks).code == "ballot.wrong_grade"
    assert check_ballot(a_paper(has_unknown=True), marks)[13] is BallotGrade.UNKNOWN


def test_a_reporter_leaves_her_own_row_and_only_that_one() -> None:
    paper = a_paper(own_rows=frozenset({12, 13}))
    assert check_ballot(paper, {11: "good", 13: "good"}).keys() == {11, 13}
    assert refusal(paper, {11: "good"}).code == "ballot.incomplete"
    assert refusal(paper, {12: "good", 13: "good"}).code == "ballot.incomplete"


def test_somebody_of_that_class_who_reports_nothing_fills_every_row() -> None:
    assert len(check_ballot(a_paper(own_rows=frozenset({12})), {11: "good", 12: "good", 13: "good"})) == 3


def test_all_the_same_is_refused_only_where_the_plan_says_so() -> None:
    marks = {11: "good", 12: "good", 13: "good"}
    strict = a_paper(rules=frozenset({InvalidRule.INCOMPLETE, InvalidRule.ALL_SAME}))
    assert refusal(strict, marks).code == "ballot.all_same"
    assert len(check_ballot(a_paper(), marks)) == 3
    assert len(check_ballot(strict, {**marks, 13: "poor"})) == 3


def test_nothing_but_unknown_is_not_all_the_same() -> None:
    paper = a_paper(has_unknown=True, rules=frozenset({InvalidRule.ALL_SAME}))
    assert broken_rule(paper, dict.fromkeys(paper.rows, BallotGrade.UNKNOWN)) is None


def test_one_row_alone_is_not_all_the_same() -> None:
    paper = BallotPaper(rows=(11,), rules=frozenset({InvalidRule.ALL_SAME}))
    assert broken_rule(paper, {11: BallotGrade.GOOD}) is None


def test_a_vote_offers_yes_no_and_abstention_alone() -> None:
    paper = BallotPaper(rows=(11,), has_unknown=True, offered=YES_OR_NO)
    assert paper.grades == (BallotGrade.GOOD, BallotGrade.POOR, BallotGrade.UNKNOWN)
    assert check_ballot(paper, {11: "poor"}) == {11: BallotGrade.POOR}
    assert refusal(paper, {11: "average"}).code == "ballot.wrong_grade"


def test_an_own_row_must_be_a_row() -> None:
    with pytest.raises(ValueError, match="own row"):
        BallotPaper(rows=(11,), own_rows=frozenset({12}))


papers = st.integers(1, 8).flatmap(
    lambda size: st.builds(
        BallotPaper,
        rows=st.just(tuple(range(1, size + 1))),
        own_rows=st.frozensets(st.integers(1, size)),
        has_unknown=st.booleans(),
        rules=st.frozensets(st.sampled_from(InvalidRule)),
    )
)
any_marks = st.dictionaries(
    st.integers(-1, 10), st.sampled_from([*[g.value for g in BallotGrade], "", "GOOD"])
)


@given(papers, any_marks)
def test_whatever_is_sent_is_taken_whole_or_refused(paper: BallotPaper, marks: dict[int, str]) -> None:
    try:
        ballot = check_ballot(paper, marks)
    except BadBallot:
        return
    assert {row: grade.value for row, grade in ballot.items()} == marks
    assert set(ballot) <= set(paper.rows)
    assert paper.has_unknown or BallotGrade.UNKNOWN not in ballot.values()
    if InvalidRule.INCOMPLETE in paper.rules:
        left_out = set(paper.rows) - set(ballot)
        assert len(left_out) <= 1
        assert left_out <= paper.own_rows
    if InvalidRule.ALL_SAME in paper.rules and len(ballot) > 1:
        assert len(set(ballot.values())) > 1 or set(ballot.values()) == {BallotGrade.UNKNOWN}


@given(papers, st.data())
def test_gaps_never_go_below_nothing(paper: BallotPaper, data: st.DataObject) -> None:
    rows = data.draw(st.sets(st.sampled_from(paper.rows)))
    ballot = dict.fromkeys(rows, FOUR_GRADES[0])
    assert 0 <= gaps(paper, ballot) <= len(paper.rows)
    assert (gaps(paper, ballot) == 0) == (len(set(paper.rows) - rows) <= (1 if paper.own_rows - rows else 0))
