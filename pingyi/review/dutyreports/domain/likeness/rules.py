"""The numbers by which texts are compared. What people may set stands in the settings of the cycle."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

# Grows whenever the same texts would give other passages: stored results are old from then on.
ALGORITHM = 1

# So many signs in a row that are the same are a beginning; shorter ones are chance ("召开党委会议").
SEED = 7
# A passage goes on over so many changed signs on either side, if it is the same again behind them.
GAP = 14
# Of a passage at least this share is the same sign by sign: what was reworded further is another sentence.
LEAST_SAME = Fraction(3, 5)
# Words of fewer authors than this are never taken for a set phrase, however few texts there are.
FEWEST_AUTHORS = 4
# Words of so many authors are a set phrase, however many texts there are.
ENOUGH_AUTHORS = 20


@dataclass(frozen=True)
class LikenessRules:
    """`min_signs`: passages below are not shown. `common_share`: words in the texts of at least this share of the
    authors are set phrases (固定表述) and do not count; None takes nothing out.
    """

    min_signs: int = 30
    common_share: Fraction | None = Fraction(1, 10)

    def fewest_common(self, authors: int) -> int | None:
        """From how many authors on words are a set phrase; None: never."""
        if self.common_share is None:
            return None
        wanted = self.common_share * authors
        return min(ENOUGH_AUTHORS, max(FEWEST_AUTHORS, ceil(wanted)))
