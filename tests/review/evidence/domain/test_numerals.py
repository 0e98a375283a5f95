"""Numbers as reports write them."""

from fractions import Fraction

import pytest

from pingyi.review.evidence.domain.numerals import Form, chinese_value, numerals_in


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("两千三百", 2300),
        ("三万二千", 32_000),
        ("五万", 50_000),
        ("二〇二五", 2025),
        ("七", 7),
        ("万一", None),
        ("万", None),
        ("", None),
    ],
)
def test_chinese_numbers(said: str, value: int | None) -> None:
    assert chinese_value(said) == value


@pytest.mark.parametrize(
    ("text", "form", "value", "out_of", "decimals"),
    [
        ("开了158次", Form.COUNT, Fraction(158), None, 0),
        ("共1,200人", Form.COUNT, Fraction(1200), None, 0),
        ("经费24.6万元", Form.COUNT, Fraction(246_000), None, 0),
        ("十二次", Form.COUNT, Fraction(12), None, 0),
        ("158/168", Form.RATIO, Fraction(158), 168, 0),
        ("达94%", Form.SHARE, Fraction(94, 100), None, 0),
        ("达95.2％", Form.SHARE, Fraction(952, 1000), None, 1),
        ("达９５％", Form.SHARE, Fraction(95, 100), None, 0),
        ("百分之九十五", Form.SHARE, Fraction(95, 100), None, 0),
        ("百分之95.5", Form.SHARE, Fraction(955, 1000), None, 1),
        ("三分之二", Form.SHARE, Fraction(2, 3), None, None),
        ("九成", Form.SHARE, Fraction(9, 10), None, -1),
    ],
)
def test_a_number_with_its_form_and_how_precisely_it_is_written(
    text: str, form: Form, value: Fraction, out_of: int | None, decimals: int | None
) -> None:
    (found,) = numerals_in(text)
    assert (found.form, found.value, found.out_of, found.decimals) == (form, value, out_of, decimals)


@pytest.mark.parametrize(
    "text",
    [
        "168/158",
        "5/0",
        "没有数",
        "万一下雨",
        "零分之二",
        "百分之万",
        "三分之万",
        "1" * 5_000,
        "一" * 5_000,
        "1" * 5_000 + "%",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert list(numerals_in(text)) == []
