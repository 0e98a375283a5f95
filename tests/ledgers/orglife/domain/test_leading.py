"""Who convenes, leading cadres in their own branches, new secretaries, fixed theme days, birthdays that come."""

from datetime import date, time

import pytest

from pingyi.ledgers.kit.domain.checks import Level, Verdict
from pingyi.ledgers.kit.domain.parameters import Entry, Rulebook
from pingyi.ledgers.orglife.domain.birthdays import birthdays_to_tell, in_year
from pingyi.ledgers.orglife.domain.convening import Convening, convenor_finding
from pingyi.ledgers.orglife.domain.hours import Length
from pingyi.ledgers.orglife.domain.leading import (
    Cadre,
    NewSecretary,
    double_life_finding,
    months_after,
    new_secretaries_finding,
)
from pingyi.ledgers.orglife.domain.parameters import PARAMETERS
from pingyi.ledgers.orglife.domain.roster import Member
from pingyi.ledgers.orglife.domain.theme_days import ThemeDay, fixed_day, theme_day_findings

DAY = date(2026, 3, 12)
SECRETARY, DEPUTY, GUEST = 1, 2, 3


def chaired_by(number: int | None, **fields: object) -> tuple[Verdict, str]:
    names = {SECRETARY: "林晓", DEPUTY: "陈明", GUEST: "王芳"}
    given: dict[str, object] = {"secretaries": {SECRETARY: "林晓"}, "others": frozenset({DEPUTY}), **fields}
    finding = convenor_finding(Convening(number, names.get(number or 0, ""), **given))  # type: ignore[arg-type]
    assert finding.level is Level.NAT
    return finding.verdict, str(finding.message)


def test_the_secretary_convenes() -> None:
    assert chaired_by(SECRETARY) == (Verdict.PASS, "书记林晓主持。")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"absent": {SECRETARY: "出差"}}, "书记林晓没到（出差），陈明受委托主持。"),
        ({"absent": {SECRETARY: ""}}, "由陈明主持，没有写书记林晓为什么没到。"),
        ({"present": frozenset({SECRETARY})}, "书记林晓到会，却由陈明主持。"),
    ],
)
def test_by_delegation_the_reason_is_that_of_her_absence(fields: dict[str, object], said: str) -> None:
    assert chaired_by(DEPUTY, **fields) == (Verdict.WARN, said)


def test_somebody_else_in_the_chair_is_pointed_out_and_what_is_not_known_stays_open() -> None:
    assert chaired_by(GUEST) == (Verdict.WARN, "王芳不是书记、副书记或委员。")
    assert chaired_by(None)[0] is Verdict.UNKNOWN
    assert chaired_by(DEPUTY, secretaries={})[0] is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("times", "verdict"),
    [((1, 2), Verdict.PASS), ((0, 2), Verdict.WARN), ((None, 2), Verdict.UNKNOWN)],
)
def test_leading_cadres_take_part_in_their_own_branches(
    times: tuple[int | None, ...], verdict: Verdict
) -> None:
    cadres = [Cadre(f"干部{number}", one) for number, one in enumerate(times)]
    finding = double_life_finding(cadres, asked=1, level=Level.COMMON)
    assert finding is not None
    assert finding.verdict is verdict


def test_nothing_is_asked_of_nobody_or_by_nobody() -> None:
    assert double_life_finding([], asked=1, level=Level.COMMON) is None
    assert double_life_finding([Cadre("干部", 0)], asked=0, level=Level.COMMON) is None
    assert new_secretaries_finding([], months=6, level=Level.NAT, today=DAY) is None
    new = NewSecretary("林晓", date(2025, 1, 1))
    assert new_secretaries_finding([new], months=0, level=Level.NAT, today=DAY) is None


@pytest.mark.parametrize(
    ("trained", "today", "verdict"),
    [
        ((date(2026, 2, 28),), date(2026, 12, 1), Verdict.PASS),
        ((date(2026, 3, 1),), date(2026, 12, 1), Verdict.FAIL),
        ((date(2025, 8, 30),), date(2026, 2, 28), Verdict.WARN),
        ((), date(2026, 3, 1), Verdict.FAIL),
    ],
)
def test_a_new_secretary_is_trained_within_half_a_year(
    trained: tuple[date, ...], today: date, verdict: Verdict
) -> None:
    new = NewSecretary("林晓", date(2025, 8, 31), trained)
    finding = new_secretaries_finding([new], months=6, level=Level.NAT, today=today)
    assert finding is not None
    assert finding.verdict is verdict


def test_months_end_where_the_month_ends() -> None:
    assert months_after(date(2025, 8, 31), 6) == date(2026, 2, 28)
    assert months_after(date(2025, 3, 15), 6) == date(2025, 9, 15)


def fixed(**values: int) -> Rulebook:
    entries = [
        Entry(f"theme_day.{key}", value, date(2026, 1, 1), number)
        for number, (key, value) in enumerate(values.items())
    ]
    return Rulebook(PARAMETERS, entries)


def verdicts(held: ThemeDay, rulebook: Rulebook) -> list[Verdict]:
    return [one.verdict for one in theme_day_findings(held, rulebook)]


def test_nothing_is_fixed_until_the_institution_fixes_it() -> None:
    assert verdicts(ThemeDay(DAY), Rulebook(PARAMETERS)) == []


def test_the_first_friday_may_shift_by_a_week() -> None:
    assert fixed_day(2026, 3, 1, 5) == date(2026, 3, 6)
    assert fixed_day(2026, 2, 5, 5) == date(2026, 2, 27), "there are only four"
    friday = fixed(week=1)
    assert verdicts(ThemeDay(date(2026, 3, 13)), friday) == [Verdict.PASS]
    assert verdicts(ThemeDay(date(2026, 3, 14)), friday) == [Verdict.WARN]


@pytest.mark.parametrize(
    ("held", "verdict"),
    [
        (ThemeDay(DAY, time(14), time(18)), Verdict.PASS),
        (ThemeDay(DAY, time(14), time(17, 59)), Verdict.WARN),
        (ThemeDay(DAY, length=Length.HALF_DAY), Verdict.PASS),
        (ThemeDay(DAY, hours=4), Verdict.PASS),
        (ThemeDay(DAY), Verdict.UNKNOWN),
    ],
)
def test_half_a_day_is_four_hours_where_it_is_laid_down(held: ThemeDay, verdict: Verdict) -> None:
    assert verdicts(held, fixed(hours=4)) == [verdict]


def test_birthdays_are_told_from_so_many_days_before() -> None:
    def names(today: date, days: int = 7) -> list[tuple[str, date]]:
        return [(one.member.name, one.day) for one in birthdays_to_tell(members, today, days)]

    members = [
        Member(1, "林晓", 7, date(2010, 3, 8)),
        Member(2, "陈明", 7, date(2010, 3, 8), left_on=date(2026, 3, 1)),
        Member(3, "王芳", 7, date(2026, 3, 5)),
        Member(4, "周敏", 7, date(2012, 1, 2)),
    ]
    assert names(date(2026, 3, 1)) == [("林晓", date(2026, 3, 8))]
    assert names(date(2026, 2, 28)) == []
    assert names(date(2026, 3, 9)) == []
    assert names(date(2026, 3, 1), 0) == []
    assert names(date(2025, 12, 30)) == [("周敏", date(2026, 1, 2))], "over the end of the year"
    assert in_year(date(2012, 2, 29), 2026) == date(2026, 2, 28)
