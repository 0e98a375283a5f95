"""The draw itself. Its exact description for everybody who repeats it: docs/protocol/zh/lots.md."""

import hashlib
from collections.abc import Iterator, Sequence

BLOCK = 2**256


def seed_text(commitment: str, numbers: Sequence[str]) -> str:
    """The fingerprint of the announcement, then the numbers in the announced order, one on each line."""
    return "\n".join([commitment, *numbers])


def blocks_of(seed: str) -> Iterator[int]:
    """SHA-256 of the seed with a counter behind it, one number below 2^256 after the other."""
    number = 0
    while True:
        number += 1
        yield int(hashlib.sha256(f"{seed}\n{number}".encode()).hexdigest(), 16)


def below(bound: int, blocks: Iterator[int], block: int = BLOCK) -> int:
    """An evenly distributed number below `bound`: blocks that would favour small numbers are passed over."""
    limit = block - block % bound
    return next(one for one in blocks if one < limit) % bound


def drawn_order(people: int, blocks: Iterator[int], block: int = BLOCK) -> list[int]:
    """Places 1, 2, 3 … of the announced list in the order drawn: each time one of those who are left."""
    left = list(range(1, people + 1))
    return [left.pop(below(len(left), blocks, block)) for _ in range(people)]


def draw(commitment: str, people: int, numbers: Sequence[str]) -> list[int]:
    """The order that these numbers give for so many people under this announcement."""
    return drawn_order(people, blocks_of(seed_text(commitment, numbers)))
