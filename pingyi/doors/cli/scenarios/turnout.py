"""How many people of each voter class come to the meeting."""

from collections.abc import Sequence

# A class of exactly the usual threshold would leave no room for one who votes nothing.
FEWEST_PER_CLASS = 6
MOST = 3_000


class TooFewVoters(ValueError):
    """Fewer voters than every class needs. `minimum` is how many it takes."""

    def __init__(self, minimum: int) -> None:
        self.minimum = minimum
        super().__init__(f"at least {minimum} voters")


class TooManyVoters(ValueError):
    """More voters than names are at hand."""

    def __init__(self, maximum: int) -> None:
        self.maximum = maximum
        super().__init__(f"at most {maximum} voters")


def spread(voters: int, usual: Sequence[int], most: Sequence[int | None]) -> list[int]:
    """Voters over classes in proportion to what is usual; none below the fewest, none above `most` (None: no limit)."""
    fewest = FEWEST_PER_CLASS * len(usual)
    if voters < fewest:
        raise TooFewVoters(fewest)
    if voters > MOST:
        raise TooManyVoters(MOST)
    coming = [FEWEST_PER_CLASS] * len(usual)
    for _ in range(voters - fewest):
        room = [place for place, limit in enumerate(most) if limit is None or coming[place] < limit]
        coming[min(room, key=lambda place: (coming[place] / usual[place], place))] += 1
    return coming


def listed(coming: int) -> int:
    """How long the list of a class is of whom so many come: somebody is always away."""
    return coming + max(1, round(coming * 0.06))
