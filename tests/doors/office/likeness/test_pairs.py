"""What is marked where two passages differ."""

from pingyi.doors.office.likeness.pairs import Bit, bits_of


def test_what_differs_is_marked_in_both_and_a_number_as_a_whole() -> None:
    own, other = bits_of("办结130件，公示", "办结35件，张贴")
    assert own == (Bit("办结", False), Bit("130", True), Bit("件，", False), Bit("公示", True))
    assert other == (Bit("办结", False), Bit("35", True), Bit("件，", False), Bit("张贴", True))


def test_nothing_of_either_text_is_lost() -> None:
    for own, other in (("", "甲"), ("甲乙\n丙", "乙丙"), ("一样", "一样"), ("长" * 3_000, "短")):
        one, two = bits_of(own, other)
        assert ("".join(bit.text for bit in one), "".join(bit.text for bit in two)) == (own, other)
