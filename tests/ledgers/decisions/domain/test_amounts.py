"""Money as people type it."""

import pytest

from pingyi.ledgers.decisions.domain.amounts import fen_of, typed_amount


@pytest.mark.parametrize(
    ("typed", "fen"), [("386", 386_000_000), ("5.25", 5_250_000), ("0", 0), (" 0.000001 ", 1)]
)
def test_ten_thousands_become_fen_and_back(typed: str, fen: int) -> None:
    assert fen_of(typed) == fen
    assert fen_of(typed_amount(fen)) == fen


@pytest.mark.parametrize("typed", ["", "多", "-1", "0.0000001", "NaN", "Infinity", "99999999999"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        fen_of(typed)


def test_round_amounts_have_no_empty_digits() -> None:
    assert (typed_amount(100_000_000), typed_amount(None)) == ("100", "")
