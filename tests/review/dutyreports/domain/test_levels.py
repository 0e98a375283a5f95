from pingyi.review.dutyreports.domain.levels import Stage, level_names, place_in

NAMES = level_names("党总支、学院党委、组织部")
SOMEBODY = frozenset({7})


def test_who_is_named_at_a_level_examines_there() -> None:
    first = Stage(NAMES, 0, SOMEBODY)
    assert (first.name, first.is_last, first.is_for_clerks) == ("党总支", False, False)


def test_clerks_examine_last_and_where_nobody_is_named() -> None:
    assert Stage(NAMES, 1, frozenset()).is_for_clerks
    assert Stage(NAMES, 2, SOMEBODY).is_for_clerks


def test_a_report_does_not_stand_beyond_a_chain_that_became_shorter() -> None:
    assert [place_in(NAMES, level) for level in (0, 2, 5)] == [0, 2, 2]
