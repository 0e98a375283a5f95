"""Bytes of a file become one JSON value, or a fault with a place."""

import json

import pytest

from pingyi.review.appraisal.domain.appraise import appraise_document
from pingyi.review.appraisal.domain.errors import InputError, joined
from pingyi.review.appraisal.domain.reading import read_json
from tests.review.appraisal.domain.documents import counts, document, reporter


def fault_of(raw: bytes) -> InputError:
    """The fault that reading and appraising these bytes meets."""
    with pytest.raises(InputError) as caught:
        appraise_document(read_json(raw))
    return caught.value


def test_a_byte_order_mark_is_read_over() -> None:
    assert read_json(b'\xef\xbb\xbf{"a": [1, "b", null]}') == {"a": [1, "b", None]}


@pytest.mark.parametrize("raw", ["{}".encode("utf-16"), "述职".encode("gbk"), b"\xff", b'{"\xed\xa0\x80":1}'])
def test_only_utf_8_is_read(raw: bytes) -> None:
    fault = fault_of(raw)
    assert (fault.path, fault.message) == ("", "文件不是 UTF-8 编码。请另存为 UTF-8 再试。")


@pytest.mark.parametrize(
    "raw", [b"", b" ", b"{", b"{} {}", b"{'a':1}", b'{"a":1,}', b"nul", b"[1]]", b'{"a":01}']
)
def test_a_broken_document_is_told(raw: bytes) -> None:
    fault = fault_of(raw)
    assert fault.path == ""
    assert "读不下去" in fault.message


def test_the_broken_place_is_named() -> None:
    assert "第 2 行第 5 个字符" in fault_of(b'{"rules":\n    x}').message


@pytest.mark.parametrize("raw", [b"[" * 200_000, b'{"a":' * 200_000])
def test_deep_nesting_is_told(raw: bytes) -> None:
    fault = fault_of(raw)
    assert fault.path == ""
    assert "套得太深" in fault.message


def with_text(old: str, new: str) -> bytes:
    """A sound file in which one piece of text is replaced."""
    text = json.dumps(document(reporter(A=counts(7, 1), B=counts(1))))
    assert old in text
    return text.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('"weight": "0.4"', '"weight": "0.4", "weight": "0.4"', "rules.categories[1].weight"),
        ('{"rules":', '{"rules": {}, "rules":', "rules"),
        ('"good": 7', '"good": 7, "good": 7', "reporters[0].ballots.A.good"),
        ('"good": 7', '"good": 7, "poor": 0', "reporters[0].ballots.A.poor"),
        ('"good": 7', '"poor": 0, "good": 7, "good": 7', "reporters[0].ballots.A.good"),
        ('"ballots": {', '"ballots": {"B": {}, ', "reporters[0].ballots.B"),
    ],
)
def test_a_key_that_stands_twice_is_told(old: str, new: str, path: str) -> None:
    fault = fault_of(with_text(old, new))
    assert fault.path == path
    assert fault.message == "这一项写了两次。请只留一个。"


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "7e0", "7.0", "1e999", "-0.0"])
def test_no_float_of_any_kind_is_a_count(word: str) -> None:
    fault = fault_of(with_text('"good": 7', f'"good": {word}'))
    assert fault.path == "reporters[0].ballots.A.good"
    assert "整数" in fault.message


def test_an_absurdly_long_count_is_told_at_its_place() -> None:
    fault = fault_of(with_text('"good": 7', f'"good": {"7" * 5000}'))
    assert fault.path == "reporters[0].ballots.A.good"
    assert "太长" in fault.message


def test_minus_zero_is_zero() -> None:
    answer = appraise_document(read_json(with_text('"poor": 0', '"poor": -0')))
    assert answer == appraise_document(read_json(with_text('"poor": 0', '"poor": 0')))


@pytest.mark.parametrize(
    ("step", "path", "whole"),
    [
        ("rules", "", "rules"),
        ("rules", "bands", "rules.bands"),
        ("bands", "[1]", "bands[1]"),
        ("[1]", "id", "[1].id"),
    ],
)
def test_pieces_of_a_path_are_joined(step: str, path: str, whole: str) -> None:
    assert joined(step, path) == whole
