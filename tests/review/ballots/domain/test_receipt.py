import pytest

from pingyi.core.alphabet import CODE_ALPHABET
from pingyi.review.ballots.domain.receipt import CastId, cast_digest, read_cast_id, receipt_word

ID = "0123456789abcdef0123456789abcdef"


def test_the_word_follows_from_the_cast_id_alone() -> None:
    first, again = (receipt_word(cast_digest(CastId(ID))) for _ in range(2))
    assert first == again
    assert first != receipt_word(cast_digest(CastId(ID[::-1])))


def test_the_word_is_ten_letters_that_people_can_read() -> None:
    words = {receipt_word(cast_digest(CastId(f"{number:032x}"))) for number in range(500)}
    assert len(words) == 500
    assert {len(word) for word in words} == {10}
    assert {letter for word in words for letter in word} == set(CODE_ALPHABET)


def test_the_digest_shows_nothing_of_the_cast_id() -> None:
    assert ID not in cast_digest(CastId(ID))


@pytest.mark.parametrize("text", [None, 5, "", ID[:-1], ID + "0", ID.upper(), f"{ID[:-1]}g", f"{ID}\n", [ID]])
def test_anything_but_32_hexadecimal_digits_is_no_cast_id(text: object) -> None:
    assert read_cast_id(text) is None


def test_a_cast_id_is_read() -> None:
    assert read_cast_id(ID) == ID
