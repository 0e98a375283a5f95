"""Shares of a meeting in whole numbers: 以上 and 不少于 include the bound, 超过 excludes it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """`num`/`den` of a base; with `strict` more than that, otherwise at least that."""

    num: int
    den: int
    strict: bool = False

    def __post_init__(self) -> None:
        if not 0 < self.num <= self.den or (self.strict and self.num == self.den):
            raise ValueError(f"{self.num}/{self.den} strict={self.strict} can never be met or is no share")

    def met(self, count: int, of: int) -> bool:
        return count * self.den > of * self.num if self.strict else count * self.den >= of * self.num

    def least(self, of: int) -> int:
        """The smallest count that meets the share."""
        return of * self.num // self.den + 1 if self.strict else -(-of * self.num // self.den)
