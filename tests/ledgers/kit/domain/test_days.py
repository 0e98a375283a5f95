from datetime import date

from pingyi.ledgers.kit.domain.days import day_fault

TODAY = date(2026, 11, 22)


def test_nothing_is_recorded_ahead_nor_before_the_ledgers_begin() -> None:
    early, ahead = day_fault(date(1900, 1, 5), TODAY), day_fault(date(2026, 11, 23), TODAY)
    assert early is not None
    assert ahead is not None
    assert (early[0], ahead[0]) == ("record.too_early", "record.ahead")
    assert "1900年" in early[1]
    assert day_fault(date(2000, 1, 1), TODAY) is None
    assert day_fault(TODAY, TODAY) is None
