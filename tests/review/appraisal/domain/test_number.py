"""How numbers are read and printed (ADR 0009)."""

from fractions import Fraction

import pytest

from pingyi.review.appraisal.domain.errors import InputError
from pingyi.review.appraisal.domain.number import (
    digits,
    display_text,
    exact_text,
    fraction_text,
    json_integer,
    read_decimal,
    read_integer,
    read_points,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("1", 1),
        ("0.6", Fraction(3, 5)),
        ("92.50", Fraction(185, 2)),
        ("-3.25", Fraction(-13, 4)),
        ("-0", 0),
        ("007", 7),
        ("9" * 1000, 10**1000 - 1),
    ],
)
def test_a_decimal_is_read_exactly(text: str, value: Fraction) -> None:
    assert read_decimal(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", ".", ".5", "5.", "+1", "--1", "1e2", "1E2", "0x1", "1_000", "1,5", "1/2", " 1", "1 ",
        "1\n", "1.2.3", "NaN", "Infinity", "１", "٣", "一", "0.６",
    ],
)  # fmt: skip
def test_anything_else_is_no_decimal(text: str) -> None:
    with pytest.raises(InputError) as caught:
        read_decimal(text)
    assert caught.value.message == '不是十进制数。只能用数字和一个小数点，例如 "0.6"、"92.5"。'


@pytest.mark.parametrize("value", [1, 1.0, True, None, [], {}, json_integer("1" * 1001)])
def test_a_decimal_must_be_a_string(value: object) -> None:
    with pytest.raises(InputError) as caught:
        read_decimal(value)
    assert caught.value.message == '应为带引号的十进制数，例如 "0.6"。请加上引号，免得小数在读取时走样。'


@pytest.mark.parametrize("value", [1.0, "1", True, False, None, [1], {}])
def test_an_integer_must_be_an_integer(value: object) -> None:
    with pytest.raises(InputError) as caught:
        read_integer(value)
    assert caught.value.message == "应为整数，直接写成 9 这样，不加引号，不带小数点。"


def test_numbers_have_at_most_a_thousand_characters() -> None:
    assert read_integer(json_integer("9" * 1000)) == 10**1000 - 1
    assert read_points(json_integer("-5")) == -5
    for read, value in (
        (read_integer, json_integer("9" * 1001)),
        (read_points, json_integer("9" * 1001)),
        (read_points, "9" * 1001),
        (read_decimal, "0" * 1001),
    ):
        with pytest.raises(InputError) as caught:
            read(value)
        assert caught.value.message == "这个数太长，超过 1000 个字符。请核对。"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(90), 2, "90.00"),
        (Fraction(90), 0, "90"),
        (Fraction(181, 2), 0, "91"),
        (Fraction(179, 2), 0, "90"),
        (Fraction(1825, 20), 2, "91.25"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(1249, 10000), 2, "0.12"),
        (Fraction(2, 3), 4, "0.6667"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(9999, 100), 1, "100.0"),
        (Fraction(1, 1000), 3, "0.001"),
        (Fraction(0), 3, "0.000"),
        (Fraction(-1, 8), 2, "-0.13"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(-1, 2), 0, "-1"),
    ],
)
def test_a_display_is_rounded_half_up(value: Fraction, decimals: int, text: str) -> None:
    assert display_text(value, decimals) == text


def test_fractions_are_in_lowest_terms_with_a_bar() -> None:
    assert [fraction_text(Fraction(*pair)) for pair in ((180, 2), (0, 7), (195, 4), (-2, 4))] == [
        "90/1",
        "0/1",
        "195/4",
        "-1/2",
    ]


def test_long_results_are_printed_in_full() -> None:
    assert digits(10**6000 + 7) == "1" + "0" * 5999 + "7"


@pytest.mark.parametrize("text", ["0", "1", "0.6", "-3.25", "100", "0.0009765625", "0.00032"])
def test_a_decimal_is_written_as_it_was_read(text: str) -> None:
    assert exact_text(read_decimal(text)) == text


@pytest.mark.parametrize("value", [Fraction(1, 3), Fraction(1, 6), Fraction(22, 7)])
def test_what_no_decimal_can_hold_is_written_as_a_fraction(value: Fraction) -> None:
    assert exact_text(value) == str(value)
