"""When something is due: the table of yearround-rules section 2 and 3, line by line."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.ledgers.kit.domain.parameters import Entry, Rulebook
from pingyi.ledgers.kit.domain.periods import Period, Rhythm
from pingyi.ledgers.orglife import phrases
from pingyi.ledgers.orglife.domain.due import Place, dues_of, periods_of, rhythm_of
from pingyi.ledgers.orglife.domain.kinds import RULES, Kind, kinds_for
from pingyi.ledgers.orglife.domain.parameters import COUNTS, PARAMETERS
from pingyi.ledgers.orglife.domain.roster import BranchRoster, Member

RULEBOOK = Rulebook(PARAMETERS)
MARCH = Period(2025, 3, Rhythm.MONTH)
FIRST_QUARTER = Period(2025, 1, Rhythm.QUARTER)


def members(count: int, *, group: str = "") -> list[Member]:
    return [Member(n, f"林{n}", 1, date(2010, 3, 8), date(2011, 3, 8), group=group) for n in range(count)]


def due(kind: Kind, period: Period, place: Place | None = None, rulebook: Rulebook = RULEBOOK) -> int:
    return dues_of(kind, [place or Place(1)], [period], rulebook)(1)[0]


@pytest.mark.parametrize(
    ("rule", "kind", "rhythm", "level"),
    [
        ("L1", Kind.MEMBERS_MEETING, Rhythm.QUARTER, "NAT"),
        ("L2", Kind.COMMITTEE, Rhythm.MONTH, "NAT"),
        ("L3", Kind.GROUP, Rhythm.MONTH, "NAT"),
        ("L4", Kind.PARTY_CLASS, Rhythm.QUARTER, "ONE"),
        ("L5", Kind.THEME_DAY, Rhythm.MONTH, "NAT"),
        ("L7", Kind.LIFE_MEETING, Rhythm.YEAR, "NAT"),
        ("L8", Kind.APPRAISAL, Rhythm.YEAR, "NAT"),
        ("L9", Kind.TALK, Rhythm.YEAR, "NAT"),
        ("R1", Kind.OATH, Rhythm.YEAR, "NAT"),
    ],
)
def test_rhythm_and_level_are_those_of_the_paper(rule: str, kind: Kind, rhythm: Rhythm, level: str) -> None:
    assert (RULES[kind].rule, RULES[kind].rhythm) == (rule, rhythm)
    in_force = RULEBOOK.in_force(f"{kind}.count", date(2025, 1, 1))
    assert (in_force.level, in_force.source) == (level, rule)


@pytest.mark.parametrize(
    ("kind", "period", "times"),
    [
        (Kind.MEMBERS_MEETING, FIRST_QUARTER, 1),
        (Kind.COMMITTEE, MARCH, 1),
        (Kind.THEME_DAY, MARCH, 1),
        (Kind.LIFE_MEETING, Period(2025, 1, Rhythm.YEAR), 1),
        (Kind.OATH, Period(2025, 1, Rhythm.YEAR), 0),
        (Kind.TRAINING, Period(2025, 1, Rhythm.YEAR), 0),
    ],
)
def test_how_often_it_is_due_without_rules_of_ones_own(kind: Kind, period: Period, times: int) -> None:
    assert due(kind, period) == times


@pytest.mark.parametrize(("voters", "times"), [(6, 0), (7, 1)])
def test_committee_meetings_are_due_from_seven_full_members_on(voters: int, times: int) -> None:
    assert due(Kind.COMMITTEE, MARCH, Place(1, roster=BranchRoster(members(voters)))) == times


def test_group_meetings_are_due_only_where_there_are_groups() -> None:
    assert due(Kind.GROUP, MARCH) == 0
    assert due(Kind.GROUP, MARCH, Place(1, roster=BranchRoster(members(9)))) == 0
    assert due(Kind.GROUP, MARCH, Place(1, roster=BranchRoster(members(9, group="第一小组")))) == 1


def test_a_political_birthday_is_due_in_the_month_of_joining() -> None:
    place = Place(1, roster=BranchRoster(members(1)))
    assert due(Kind.BIRTHDAY, MARCH, place) == 1
    assert due(Kind.BIRTHDAY, Period(2025, 4, Rhythm.MONTH), place) == 0
    assert due(Kind.BIRTHDAY, MARCH) == 0


def test_the_day_of_joining_is_no_birthday_yet_and_who_left_has_none() -> None:
    joined = [
        Member(1, "林晓", 1, date(2025, 3, 8)),
        Member(2, "陈明", 1, date(2010, 3, 8), left_on=date(2025, 3, 1)),
    ]
    assert due(Kind.BIRTHDAY, MARCH, Place(1, roster=BranchRoster(joined))) == 0


def test_birthdays_may_be_kept_by_quarter() -> None:
    rulebook = Rulebook(PARAMETERS, [Entry("birthday.by_quarter", True, date(2025, 1, 1), 1)])
    assert rhythm_of(Kind.BIRTHDAY, rulebook, date(2025, 6, 1)) is Rhythm.QUARTER
    assert rhythm_of(Kind.BIRTHDAY, rulebook, date(2024, 6, 1)) is Rhythm.MONTH
    assert len(periods_of(Kind.BIRTHDAY, rulebook, [2024, 2025])) == 12 + 4


def test_vacation_months_are_due_only_as_the_institution_has_it() -> None:
    rulebook = Rulebook(PARAMETERS, [Entry("exempt_months", [2, 8], date(2025, 1, 1), 1)])
    assert due(Kind.COMMITTEE, Period(2025, 2, Rhythm.MONTH), rulebook=rulebook) == 0
    assert due(Kind.COMMITTEE, Period(2024, 2, Rhythm.MONTH), rulebook=rulebook) == 1
    assert due(Kind.MEMBERS_MEETING, FIRST_QUARTER, rulebook=rulebook) == 1


def test_nothing_is_due_before_the_branch_was_founded() -> None:
    assert due(Kind.COMMITTEE, MARCH, Place(1, founded_on=date(2025, 4, 1))) == 0
    assert due(Kind.COMMITTEE, MARCH, Place(1, founded_on=date(2025, 3, 31))) == 1


def test_who_leaves_or_is_not_yet_full_does_not_vote() -> None:
    roster = BranchRoster(
        [
            Member(1, "林晓", 1, date(2010, 3, 8), date(2011, 3, 8)),
            Member(2, "陈明", 1, date(2010, 3, 8), date(2011, 3, 8), date(2025, 2, 1)),
            Member(3, "王芳", 1, date(2025, 1, 1)),
        ]
    )
    assert roster.voters(date(2025, 1, 31)) == 2
    assert roster.voters(date(2025, 2, 1)) == 1
    assert [one.may_vote(date(2025, 2, 1)) for one in roster.members] == [True, False, False]


DAYS = st.dates(date(2024, 1, 1), date(2026, 6, 1))


@pytest.mark.parametrize("kind", [Kind.COMMITTEE, Kind.GROUP, Kind.BIRTHDAY])
@given(
    st.lists(st.tuples(DAYS, st.none() | DAYS, st.none() | DAYS, st.sampled_from(["", "一组"])), max_size=8)
)
def test_a_year_at_once_is_due_as_each_month_by_itself(kind: Kind, people: list[Any]) -> None:
    rulebook = Rulebook(PARAMETERS, [Entry("committee.from_members", 2, date(2025, 1, 1), 1)])
    roster = BranchRoster(
        Member(
            n,
            f"林{n}",
            1,
            joined,
            max(full, joined) if full else None,
            max(left, joined) if left else None,
            group,
        )
        for n, (joined, full, left, group) in enumerate(people)
    )
    months = periods_of(kind, rulebook, [2025])
    place = Place(1, roster=roster)
    together = dues_of(kind, [place], months, rulebook)(1)
    assert together == tuple(due(kind, month, place, rulebook) for month in months)
    for month, times in zip(months, together, strict=True):
        is_there = [one for one in roster.members if one.is_member(month.last)]
        asked = {
            Kind.COMMITTEE: sum(one.may_vote(month.last) for one in is_there) >= 2,
            Kind.GROUP: any(one.group for one in is_there),
            Kind.BIRTHDAY: bool(roster.birthdays(month)),
        }
        assert times == asked[kind]


def test_a_branch_whose_members_stay_is_due_the_same_all_year() -> None:
    months = periods_of(Kind.COMMITTEE, RULEBOOK, [2025])
    place = Place(1, roster=BranchRoster(members(7, group="第一小组")))
    assert dues_of(Kind.COMMITTEE, [place], months, RULEBOOK)(1) == (1,) * 12
    assert dues_of(Kind.GROUP, [place], months, RULEBOOK)(1) == (1,) * 12
    assert dues_of(Kind.BIRTHDAY, [place], [], RULEBOOK)(1) == ()


def test_regular_meetings_of_secretaries_belong_to_the_organisation_above() -> None:
    assert Kind.SECRETARIES not in kinds_for(is_branch=True)
    assert set(kinds_for(is_branch=False)) == {Kind.SECRETARIES, Kind.PARTY_CLASS, Kind.TRAINING}


def test_every_kind_has_words_and_every_count_its_kind() -> None:
    assert set(phrases.KINDS) == set(Kind) == set(RULES)
    assert {one.key for one in COUNTS} == {f"{kind}.count" for kind in Kind if RULES[kind].has_count}
