"""Weights of voter classes: exact, set by people, together exactly one."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.review.cycles.domain.decimals import NotANumberError, is_decimal, read_share, share_text

# Where equal parts have no end as decimals they are cut after so many places of a percentage.
PERCENT_PLACES = 2


class WeightFaultError(ValueError):
    """What was typed cannot be a weight; the message says what can."""


def read_weight(text: str) -> Fraction | None:
    """A weight as typed, None for nothing typed. It must end as a decimal: scores are written with it."""
    if not text.strip():
        return None
    try:
        weight = read_share(text)
    except NotANumberError as fault:
        raise WeightFaultError(str(fault)) from fault
    if not is_decimal(weight):
        raise WeightFaultError(
            Words("“{text}”写成小数没有尽头，算分时不能精确。写成有尽头的数，例如33.33%。", text=text)
        )
    return weight


def equal_weights(count: int) -> list[Fraction]:
    """`count` weights that sum to one: equal where a decimal allows it, else the first takes what is left over."""
    if count == 0:
        return []
    part = Fraction(1, count)
    if not is_decimal(part):
        scale = 100 * 10**PERCENT_PLACES
        part = Fraction(scale // count, scale)
    return [1 - part * (count - 1), *[part] * (count - 1)]


def sum_of(weights: Iterable[Fraction | None]) -> Fraction:
    """The sum of those that are set."""
    return sum((weight for weight in weights if weight is not None), Fraction(0))


def sum_words(weights: Sequence[Fraction | None]) -> str:
    """How far the weights are from exactly one, in a sentence; empty when they are complete and right."""
    unset = sum(weight is None for weight in weights)
    total = sum_of(weights)
    if unset:
        return Words(
            "还有{unset}类没有设权重，已设的合计{share_text}。", unset=unset, share_text=share_text(total)
        )
    if total > 1:
        return Words(
            "权重合计{share_text}，多出{share_text_2}。",
            share_text=share_text(total),
            share_text_2=share_text(total - 1),
        )
    if total < 1:
        return Words(
            "权重合计{share_text}，还差{share_text_2}。",
            share_text=share_text(total),
            share_text_2=share_text(1 - total),
        )
    return ""
