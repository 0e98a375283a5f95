"""Quorum, votes, hours, hints and the year's verdicts, with the numbers of the domain paper."""

from datetime import date, time

import pytest

from pingyi.ledgers.kit.domain.checks import Level, Verdict
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.orglife.domain.attendance import activity_findings, quorum_finding
from pingyi.ledgers.orglife.domain.hints import Sighting, Twice, in_two_rooms, same_photo
from pingyi.ledgers.orglife.domain.hours import Length, Lesson, YearOfHours, year_of_hours
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.domain.measures import facts_of_sum, longest_run
from pingyi.ledgers.orglife.domain.parameters import PARAMETERS
from pingyi.ledgers.orglife.domain.year_check import hours_finding, kind_finding, secretary_class_finding
from pingyi.organisations.domain.facts import Span

RULEBOOK = Rulebook(PARAMETERS)
DAY = date(2025, 3, 12)


@pytest.mark.parametrize(
    ("kind", "due", "present", "verdict"),
    [
        (Kind.MEMBERS_MEETING, 20, 10, Verdict.PASS),
        (Kind.MEMBERS_MEETING, 20, 9, Verdict.WARN),
        (Kind.MEMBERS_MEETING, 21, 10, Verdict.WARN),
        (Kind.COMMITTEE, 5, 3, Verdict.PASS),
        (Kind.COMMITTEE, 5, 2, Verdict.WARN),
        (Kind.COMMITTEE, 0, 0, Verdict.UNKNOWN),
    ],
)
def test_half_of_those_due_are_enough_to_vote(kind: Kind, due: int, present: int, verdict: Verdict) -> None:
    finding = quorum_finding(kind, DAY, due, present, RULEBOOK)
    assert finding is not None
    assert (finding.code, finding.verdict, finding.level) == ("orglife.quorum", verdict, Level.NAT)
    assert bool(finding.remedy) is (verdict is Verdict.WARN)


@pytest.mark.parametrize(("in_favour", "verdict"), [(10, Verdict.FAIL), (11, Verdict.PASS)])
def test_a_vote_passes_with_more_than_half_of_those_due(in_favour: int, verdict: Verdict) -> None:
    found = activity_findings(
        Kind.MEMBERS_MEETING, DAY, due=20, present=12, in_favour=in_favour, rulebook=RULEBOOK
    )
    assert [one.verdict for one in found] == [Verdict.PASS, verdict]


def test_a_theme_day_needs_no_quorum() -> None:
    assert activity_findings(Kind.THEME_DAY, DAY, due=20, present=2, in_favour=None, rulebook=RULEBOOK) == []
    assert activity_findings(Kind.THEME_DAY, DAY, due=0, present=0, in_favour=0, rulebook=RULEBOOK) == []


LESSONS = [
    Lesson(DAY, Kind.TRAINING, Length.FULL_DAY),
    Lesson(DAY, Kind.PARTY_CLASS, Length.HALF_DAY),
    Lesson(DAY, Kind.PARTY_CLASS, Length.HOURS, 2),
    Lesson(date(2024, 12, 31), Kind.TRAINING, Length.FULL_DAY),
]


def test_a_day_counts_eight_hours_half_a_day_four_and_nothing_is_carried_over() -> None:
    year = year_of_hours(LESSONS, 2025, RULEBOOK, is_lead=False)
    assert year == YearOfHours(hours=14, asked=32, sessions=1, sessions_asked=0)
    assert (year.missing, year.is_enough) == (18, False)


def test_secretaries_and_committee_members_need_more_hours_and_a_central_training() -> None:
    year = year_of_hours(LESSONS, 2025, RULEBOOK, is_lead=True)
    assert (year.asked, year.sessions_asked) == (56, 1)
    assert not YearOfHours(60, 56, 0, 1).is_enough
    assert YearOfHours(56, 56, 1, 1).is_enough


def test_one_photograph_in_two_records_is_pointed_out() -> None:
    assert same_photo([("a", 1), ("a", 2), ("a", 2), ("b", 3)]) == [(1, 2)]


def seen(person: int, record: int, begins: int, ends: int, day: date = DAY) -> Sighting:
    return Sighting(person, record, day, time(begins), time(ends))


def test_one_person_in_two_rooms_at_once_is_pointed_out() -> None:
    sightings = [
        seen(1, 10, 9, 11),
        seen(1, 11, 10, 12),
        seen(1, 12, 12, 13),
        seen(1, 13, 10, 12, date(2025, 3, 13)),
        seen(2, 11, 10, 12),
    ]
    assert in_two_rooms(sightings) == [Twice(1, 10, 11, DAY)]


@pytest.mark.parametrize(
    ("done", "excused", "missed", "verdict"),
    [(12, 0, 0, Verdict.PASS), (11, 1, 0, Verdict.WARN), (10, 1, 1, Verdict.WARN)],
)
def test_a_miss_is_a_reminder_whether_it_has_a_reason_or_not(
    done: int, excused: int, missed: int, verdict: Verdict
) -> None:
    finding = kind_finding(
        Kind.COMMITTEE, "支委会", Level.NAT, due=12, done=done, excused=excused, missed=missed
    )
    assert finding is not None
    assert finding.verdict is verdict
    assert f"{done} / 12" in finding.message


def test_nothing_is_said_where_nothing_was_due() -> None:
    assert kind_finding(Kind.OATH, "重温", Level.NAT, due=0, done=0, excused=0, missed=0) is None
    assert secretary_class_finding(Level.NAT, held=0, asked=0, is_over=True) is None
    assert list(facts_of_sum(1, Span(DAY, DAY), "talk", "谈话", due=0, counts={"done": 0})) == []


@pytest.mark.parametrize(
    ("held", "is_over", "verdict"),
    [(1, True, Verdict.PASS), (0, False, Verdict.WARN), (0, True, Verdict.FAIL)],
)
def test_the_secretary_teaches_once_a_year(held: int, is_over: bool, verdict: Verdict) -> None:
    finding = secretary_class_finding(Level.NAT, held=held, asked=1, is_over=is_over)
    assert finding is not None
    assert finding.verdict is verdict


def test_hours_are_judged_only_when_the_year_is_over() -> None:
    short, enough = YearOfHours(8, 32, 0, 0), YearOfHours(32, 32, 0, 0)
    assert hours_finding(Level.NAT, [], is_over=True).verdict is Verdict.UNKNOWN
    assert hours_finding(Level.NAT, [enough], is_over=True).verdict is Verdict.PASS
    assert hours_finding(Level.NAT, [enough, short], is_over=False).verdict is Verdict.WARN
    assert hours_finding(Level.NAT, [enough, short], is_over=True).verdict is Verdict.FAIL


def test_a_fact_names_its_denominator_and_where_it_stands() -> None:
    (fact,) = facts_of_sum(7, Span(DAY, DAY), "committee", "支委会", due=12, counts={"done": 11})
    assert (fact.measure, fact.value, fact.out_of) == ("orglife.committee.done", 11, 12)
    assert "支委会" in fact.source


@pytest.mark.parametrize(
    ("missed", "run"),
    [
        ([], (0, 0)),
        ([False, False], (0, 0)),
        ([True], (0, 1)),
        ([True, False, True, True, False], (2, 2)),
        ([True, True, False, True, True], (0, 2)),
        ([False, True, True, True], (1, 3)),
    ],
)
def test_the_longest_run_is_the_first_of_the_longest(missed: list[bool], run: tuple[int, int]) -> None:
    assert longest_run(missed) == run
