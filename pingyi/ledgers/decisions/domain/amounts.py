"""Money as people type it: in ten thousands of yuan, stored as whole fen."""

from decimal import Decimal, InvalidOperation

FEN_PER_TEN_THOUSAND = 1_000_000
MOST_FEN = 10**15


def fen_of(typed: str) -> int:
    """386 or 5.25 (万元) in fen; ValueError for what is no amount, is below 0, or is finer than a fen."""
    try:
        fen = Decimal(typed.strip()) * FEN_PER_TEN_THOUSAND
    except InvalidOperation as fault:
        raise ValueError(typed) from fault
    if not (fen.is_finite() and 0 <= fen <= MOST_FEN) or fen != fen.to_integral_value():
        raise ValueError(typed)
    return int(fen)


def typed_amount(fen: int | None) -> str:
    """What `fen_of` reads back, without empty digits; nothing for None."""
    return "" if fen is None else f"{(Decimal(fen) / FEN_PER_TEN_THOUSAND).normalize():f}"
