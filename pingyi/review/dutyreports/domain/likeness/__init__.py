"""Likeness (雷同) of texts: passages that stand, almost word for word, in two of them.

Texts go in, places come out. The machine says where words are alike and nothing else: no verdict, no ranking.
"""

from pingyi.review.dutyreports.domain.likeness.compare import Likeness, Pair, Share, find_likeness, steps_of
from pingyi.review.dutyreports.domain.likeness.passages import Passage
from pingyi.review.dutyreports.domain.likeness.rules import ALGORITHM, LikenessRules
from pingyi.review.dutyreports.domain.likeness.texts import Part, Place, Text

__all__ = [
    "ALGORITHM",
    "Likeness",
    "LikenessRules",
    "Pair",
    "Part",
    "Passage",
    "Place",
    "Share",
    "Text",
    "find_likeness",
    "steps_of",
]
