"""A sheet to put up: one address as a code to scan, and what it is for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Poster:
    """`lines` stand under the code one by one; `small` are conditions at the foot."""

    file_stem: str
    heading: str
    title: str
    link: str
    lines: tuple[str, ...]
    small: tuple[str, ...]
