"""The chain of those who examine a report: several levels, lowest first. The last are always the clerks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stage:
    """Where a report stands in the chain, and whose turn it is there.

    `named` are the accounts named for this organisation at this level, without those who report for it: nobody
    examines her own. Where nobody is named the clerks stand in, so that no report is stuck.
    """

    names: tuple[str, ...]
    place: int
    named: frozenset[int]

    @property
    def name(self) -> str:
        return self.names[self.place]

    @property
    def is_last(self) -> bool:
        return self.place == len(self.names) - 1

    @property
    def is_for_clerks(self) -> bool:
        return self.is_last or not self.named


def level_names(setting: str) -> tuple[str, ...]:
    """The levels of the setting `report_levels`."""
    return tuple(setting.split("、"))


def place_in(names: tuple[str, ...], level: int) -> int:
    """The level of a report within the chain as it is now; the chain may have become shorter."""
    return min(level, len(names) - 1)
