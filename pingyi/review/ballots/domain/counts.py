"""What a box says about one reporter in one voter class once it has been counted."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from pingyi.core.errors import Refused
from pingyi.core.words import Words


class ImpossibleCounts(Refused):
    """Counts that no real count can give. `field` names the wrong one, None when they only clash together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The `ballots` value of the contract `appraise`: forms issued, the four grades, 不了解 and blank.

    Impossible counts cannot be built, so whatever calculates with them need not ask again.
    """

    issued: int = 0
    good: int = 0
    fairly_good: int = 0
    average: int = 0
    poor: int = 0
    unknown: int = 0
    blank: int = 0

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) < 0:
                message = Words("票数不能是负数。请核对这一栏。")
                raise ImpossibleCounts(message, code="counts.negative", field=field.name)
        if self.returned > self.issued:
            raise ImpossibleCounts(
                Words(
                    "六栏合计 {returned} 张，多于发出的 {issued} 张。请核对发出数和各栏票数。",
                    returned=self.returned,
                    issued=self.issued,
                ),
                code="counts.more_than_issued",
            )

    @property
    def valid(self) -> int:
        """Ballots that gave one of the four grades."""
        return self.good + self.fairly_good + self.average + self.poor

    @property
    def returned(self) -> int:
        """Ballots that came back, also those that gave no grade."""
        return self.valid + self.unknown + self.blank


def added_up(counts: Iterable[Counts]) -> Counts:
    """Counts of several classes together, column by column."""
    every = list(counts)
    return Counts(**{field.name: sum(getattr(one, field.name) for one in every) for field in fields(Counts)})
