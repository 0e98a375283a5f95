from datetime import date

import pytest

from pingyi.review.rotation.domain.candidate import Candidate, OnSiteRule, RotationRules
from pingyi.review.rotation.domain.rotation import plan_rotation
from pingyi.review.rotation.domain.standing import Turn, months_later

YEAR = 2025
TERM = RotationRules(exempt_months=3)
EVERY_TWO = RotationRules(rule=OnSiteRule.YEARS, every_years=2)
ALL = RotationRules(rule=OnSiteRule.ALL, exempt_months=3)


def candidate(**fields: object) -> Candidate:
    defaults: dict[str, object] = {
        "id": 1,
        "name": "护理学院党委",
        "unit_kind": "college",
        "order": 0,
        "since": date(2022, 3, 1),
        "term_ends_on": date(2026, 12, 31),
    }
    return Candidate(**{**defaults, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "rules", "turn", "why"),
    [
        (
            {"on_site": frozenset({2023})},
            TERM,
            Turn.NOT_DUE,
            "2023年度现场述过，这一届（2022—2026年）不用再述。",
        ),
        ({}, TERM, Turn.MAY, "2022年3月到任，还没有现场述过，任期到2026年12月，最迟明年。"),
        (
            {"term_ends_on": date(2026, 6, 1)},
            TERM,
            Turn.DUE,
            "2022年3月到任，还没有现场述过，任期到2026年6月，今年是最后一次机会。",
        ),
        (
            {"term_ends_on": date(2025, 3, 1)},
            TERM,
            Turn.DUE,
            "2022年3月到任，还没有现场述过，任期2025年3月已满，早该现场述职。",
        ),
        (
            {"term_ends_on": None},
            TERM,
            Turn.MAY,
            "2022年3月到任，还没有现场述过，没有登记任期到哪天，算不出最迟哪年。",
        ),
        (
            {"since": date(2025, 3, 1), "by_others": frozenset({2023}), "term_ends_on": date(2029, 6, 1)},
            TERM,
            Turn.MAY,
            "今年3月到任，2023年度现场述的是前任，任期到2029年6月，最迟2028年度。",
        ),
        (
            {"on_site": frozenset({2021})},
            TERM,
            Turn.MAY,
            "2022年3月到任，2021年度现场述过，在这一届以前，还没有现场述过，任期到2026年12月，最迟明年。",
        ),
        (
            {"is_known": False, "unknown": (2022, 2023)},
            TERM,
            Turn.MAY,
            "2022年3月到任，2022、2023年度没有记录，不知道有没有现场述过，任期到2026年12月，最迟明年。",
        ),
        (
            {"since": None, "term_ends_on": None, "is_known": False},
            EVERY_TWO,
            Turn.MAY,
            "没有查到任职起始，以往没有记录，规则是每2年至少一次，算不出最迟哪年。",
        ),
        (
            {"since": date(2019, 3, 1), "is_known": False, "unknown": (2019, 2020, 2022, 2024)},
            EVERY_TWO,
            Turn.DUE,
            (
                "2019年3月到任，2019到2024年度没有记录，不知道有没有现场述过，"
                "每2年至少一次，最迟该在2020年度，已经过了。"
            ),
        ),
        (
            {"founded_on": date(2025, 10, 8), "since": date(2025, 10, 8), "is_acting": True},
            TERM,
            Turn.EXEMPT,
            "2025年10月成立，到年底不满3个月，今年免现场述职。没有书记，由主持工作的副书记述职。",
        ),
        (
            {"on_site": frozenset({2023})},
            EVERY_TWO,
            Turn.DUE,
            "2023年度现场述过，每2年至少一次，今年是最后一次机会。",
        ),
        (
            {"on_site": frozenset({2024})},
            EVERY_TWO,
            Turn.NOT_DUE,
            "2024年度现场述过，每2年至少一次，最迟明年。",
        ),
        (
            {"since": date(2025, 5, 1)},
            EVERY_TWO,
            Turn.MAY,
            "今年5月到任，每2年至少一次，最迟明年。",
        ),
        ({"on_site": frozenset({2024})}, ALL, Turn.DUE, "2024年度现场述过，今年全部现场述职。"),
        (
            {"postponed": "公派学习"},
            TERM,
            Turn.MAY,
            "2022年3月到任，还没有现场述过，任期到2026年12月，最迟明年。去年轮到没有上：公派学习。",
        ),
    ],
)
def test_where_somebody_stands_and_why(
    fields: dict[str, object], rules: RotationRules, turn: Turn, why: str
) -> None:
    line = plan_rotation([candidate(**fields)], rules, YEAR).lines[0]
    assert (line.standing.turn, line.why) == (turn, why)


def test_an_organisation_is_new_for_so_many_months() -> None:
    def turn(founded_on: date) -> Turn:
        one = candidate(founded_on=founded_on, since=founded_on)
        return plan_rotation([one], TERM, YEAR).lines[0].standing.turn

    assert [turn(date(2025, 9, 30)), turn(date(2025, 10, 1))] == [Turn.MAY, Turn.EXEMPT]
    assert months_later(date(2025, 11, 30), 3) == date(2026, 3, 1)
    assert months_later(date(2025, 1, 31), 13) == date(2026, 3, 1)


def four_of_a_term() -> list[Candidate]:
    ends = (date(2026, 6, 1), date(2027, 6, 1), date(2027, 6, 1), date(2028, 6, 1))
    return [candidate(id=n, order=n, term_ends_on=end) for n, end in enumerate(ends, 1)]


def test_the_plan_shows_who_gets_a_turn_when_and_the_fewest_places_for_it() -> None:
    rotation = plan_rotation([*four_of_a_term(), candidate(id=9, on_site=frozenset({2024}))], TERM, YEAR)
    assert (rotation.fewest, rotation.places, rotation.is_enough) == (2, 2, True)
    assert [(one.year, one.ids, one.missed) for one in rotation.years] == [
        (2025, (1, 2), ()),
        (2026, (3, 4), ()),
        (2027, (), ()),
    ]
    assert rotation.proposed == {1, 2}


def test_too_few_places_are_told_with_whom_they_cost_the_turn() -> None:
    people = [candidate(id=n, order=n, term_ends_on=date(2026, 6, 1)) for n in (1, 2, 3)]
    rotation = plan_rotation(people, RotationRules(places=2), YEAR)
    assert (rotation.fewest, rotation.is_enough) == (3, False)
    assert [line.candidate.id for line in rotation.left_out] == [3]
    assert rotation.years[0].missed == (3,)


def test_an_exempt_organisation_waits_for_the_next_year() -> None:
    new = candidate(founded_on=date(2025, 11, 1), since=date(2025, 11, 1), term_ends_on=date(2026, 6, 1))
    rotation = plan_rotation([new], TERM, YEAR)
    assert rotation.proposed == frozenset()
    assert [(one.year, one.ids, one.missed) for one in rotation.years] == [(2025, (), ()), (2026, (1,), ())]


def test_somebody_brought_forward_is_told_why() -> None:
    people = [candidate(id=n, order=n, on_site=frozenset({2024})) for n in (1, 2, 3)]
    rotation = plan_rotation(people, RotationRules(rule=OnSiteRule.YEARS, every_years=2, places=2), YEAR)
    assert (rotation.proposed, rotation.counted(Turn.NOT_DUE)) == ({1}, 3)
    assert rotation.lines[0].why == "2024年度现场述过，每2年至少一次，最迟明年。后几年位置不够，提前到今年。"


def test_without_a_number_of_places_everybody_who_must_is_proposed_and_all_report_where_the_rule_says_so() -> (
    None
):
    rotation = plan_rotation([*four_of_a_term(), candidate(id=5, founded_on=date(2025, 12, 1))], ALL, YEAR)
    assert rotation.proposed == {1, 2, 3, 4}
    assert (rotation.fewest, rotation.is_enough, len(rotation.years)) == (4, True, 1)


def test_somebody_without_a_known_end_of_term_is_named_and_fills_what_is_left() -> None:
    people = [candidate(id=1, term_ends_on=None), candidate(id=2, order=1)]
    rotation = plan_rotation(people, RotationRules(places=2), YEAR)
    assert [line.candidate.id for line in rotation.without_deadline] == [1]
    assert (rotation.proposed, rotation.fewest) == ({1, 2}, 1)


@pytest.mark.parametrize(
    ("fields", "rules", "expected"),
    [
        ({"term_ends_on": None}, TERM, True),
        ({"term_ends_on": None}, RotationRules(places=0), False),
        ({"term_ends_on": date(2026, 6, 1)}, TERM, False),
        ({"on_site": frozenset({2023})}, TERM, False),
    ],
)
def test_a_proposal_of_nobody_may_have_nothing_to_go_by(
    fields: dict[str, object], rules: RotationRules, *, expected: bool
) -> None:
    assert plan_rotation([candidate(**fields)], rules, YEAR).has_nothing_to_go_by is expected
