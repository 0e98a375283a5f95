from pingyi.review.papers.domain.range import Reader, range_of

FIRST, SECOND, THIRD = Reader(1, 11, "甲", "林晓"), Reader(2, 12, "乙", "陈默"), Reader(2, 13, "乙", "周安")


def test_who_reads_it_already_is_not_added_again() -> None:
    found = range_of([THIRD, FIRST, SECOND], [SECOND], ["丙"])
    assert (found.coming, found.already, found.unreachable) == ((FIRST, THIRD), (SECOND,), ("丙",))


def test_the_seal_changes_with_whoever_joins_and_with_nothing_else() -> None:
    seal = range_of([FIRST, SECOND], [], []).seal
    assert range_of([SECOND, FIRST], [THIRD], ["丙"]).seal == seal
    assert range_of([FIRST, SECOND, THIRD], [], []).seal != seal
