"""The rules of one count. Nothing here is law: the cycle sets each value. Wrong rules cannot exist."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.review.appraisal.domain.errors import InputError, inside

MOST_DISPLAY_DECIMALS = 1000


class Denominator(StrEnum):
    """What the points of a category are divided by."""

    VALID = "valid"
    RETURNED = "returned"
    ISSUED = "issued"


class EmptyCategory(StrEnum):
    """What happens when a category with weight has nothing to divide by."""

    REDISTRIBUTE = "redistribute"
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class GradePoints:
    """What one mark of each grade is worth."""

    good: Fraction
    fairly_good: Fraction
    average: Fraction
    poor: Fraction


@dataclass(frozen=True, slots=True)
class Category:
    """A voter class and the share of the ballot score that it carries."""

    id: str
    weight: Fraction

    def __post_init__(self) -> None:
        refuse_negative("weight", self.weight)


@dataclass(frozen=True, slots=True)
class Band:
    """A grade and the lowest score that earns it."""

    name: str
    bound: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Composite:
    """How the score is put together: the ballot, the year-round assessment, the leaders' part."""

    ballot: Fraction
    daily: Fraction
    leader: Fraction

    def __post_init__(self) -> None:
        refuse_negative("ballot", self.ballot)
        refuse_negative("daily", self.daily)
        refuse_negative("leader", self.leader)
        refuse_unless_one(self.ballot + self.daily + self.leader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Everything that decides how counts become scores, grades and ranks."""

    grade_points: GradePoints
    denominator: Denominator
    categories: tuple[Category, ...]
    empty_category: EmptyCategory
    bands: tuple[Band, ...]
    composite: Composite
    min_non_good_share: Fraction
    display_decimals: int

    def __post_init__(self) -> None:
        with inside("categories"):
            refuse_repeats([category.id for category in self.categories], "id", Words("类别编号"))
            refuse_unless_one(sum((category.weight for category in self.categories), Fraction(0)))
        with inside("bands"):
            check_bands(self.bands)
        if not 0 <= self.min_non_good_share <= 1:
            raise InputError("min_non_good_share", Words('比例要在 0 和 1 之间。例如 15% 写成 "0.15"。'))
        if not 0 <= self.display_decimals <= MOST_DISPLAY_DECIMALS:
            raise InputError(
                "display_decimals",
                Words(
                    "小数位数要在 0 和 {most_display_decimals} 之间。",
                    most_display_decimals=MOST_DISPLAY_DECIMALS,
                ),
            )


def check_bands(bands: tuple[Band, ...]) -> None:
    """Bands are read from the top: the first is the best grade, each next one starts strictly lower."""
    if not bands:
        raise InputError("", Words("至少要写一个等次。第一个等次就是最高等次。"))
    refuse_repeats([band.name for band in bands], "[0]", Words("等次名称"))
    for index in range(1, len(bands)):
        if bands[index].bound >= bands[index - 1].bound:
            raise InputError(f"[{index}][1]", Words("等次的分数线要从高到低，一个比一个低。请调整这一条。"))


def refuse_repeats(names: list[str], part: str, what: str) -> None:
    """Each name may stand only once in a list; the fault is the second one's."""
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            with inside(f"[{index}]"):
                raise InputError(part, Words("{what}“{name}”写了两次。请改成不同的。", what=what, name=name))
        seen.add(name)


def refuse_negative(path: str, weight: Fraction) -> None:
    """Weights are shares of a whole."""
    if weight < 0:
        raise InputError(path, Words("权重不能是负数。请写 0 到 1 之间的数。"))


def refuse_unless_one(total: Fraction) -> None:
    """Shares of a whole make up the whole, to the last digit."""
    if total != 1:
        raise InputError("", Words("权重合起来要正好等于 1。请核对各项权重。"))
