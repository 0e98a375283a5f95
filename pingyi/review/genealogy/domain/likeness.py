"""How alike two sentences about faults are: what only few sentences say counts more than what all of them say."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt
from typing import Generic, TypeVar

from pingyi.review.genealogy.domain.features import FieldWords, features_of

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Blend:
    """How much a single character, a pair of characters and a shared meaning count, and how steeply rareness does.

    Chosen on one half of the labelled sentences (bench/genealogy.py).
    """

    single: float = 0.4
    pair: float = 1.0
    meaning: float = 1.6
    rareness: float = 1.0


STANDARD = Blend()


@dataclass(frozen=True)
class Near(Generic[Key]):
    """A sentence and how alike it is, from 0 to 100."""

    key: Key
    percent: int


class Sentences(Generic[Key]):
    """The sentences of one institution, weighed by how many of them say a thing. Likeness is symmetric."""

    def __init__(self, texts: Mapping[Key, str], words: FieldWords, blend: Blend = STANDARD) -> None:
        self._features = {key: features_of(text, words) for key, text in texts.items()}
        self._places = {key: place for place, key in enumerate(texts)}
        self._weights = _weights(self._features, blend)
        self._lengths = {
            key: sqrt(sum(self._weights[one] ** 2 for one in features))
            for key, features in self._features.items()
        }

    def likeness(self, first: Key, second: Key) -> float:
        """From 0 (nothing in common that counts) to 1 (the same words)."""
        whole = self._lengths[first] * self._lengths[second]
        if not whole:
            return 0.0
        shared = self._features[first] & self._features[second]
        return sum(self._weights[one] ** 2 for one in shared) / whole

    def nearest(self, key: Key, among: Collection[Key], *, least_percent: int = 0) -> list[Near[Key]]:
        """Those of `among` that have something in common and are at least so much alike, the most alike first.

        Looks only at sentences that share something, so that a long history is asked quickly.
        """
        sums: defaultdict[Key, float] = defaultdict(float)
        for feature in self._features[key]:
            weight = self._weights[feature] ** 2
            for other in self._holders[feature]:
                sums[other] += weight
        own, lengths = self._lengths[key], self._lengths
        allowed = set(among) - {key}
        # Most have too little in common: they are left before anything is made of them.
        enough = own * (least_percent - 0.5) / 100
        found = [
            Near(other, round(100 * shared / (own * lengths[other])))
            for other, shared in sums.items()
            if shared >= enough * lengths[other] and other in allowed
        ]
        return sorted(found, key=lambda near: (-near.percent, self._places[near.key]))

    @cached_property
    def _holders(self) -> Mapping[str, list[Key]]:
        """Which sentences say a thing."""
        found: defaultdict[str, list[Key]] = defaultdict(list)
        for key, features in self._features.items():
            for feature in features:
                found[feature].append(key)
        return found


def _weights(features: Mapping[Key, frozenset[str]], blend: Blend) -> dict[str, float]:
    counts = Counter(one for row in features.values() for one in row)
    return {
        feature: _share(feature, blend) * log(1 + len(features) / count) ** blend.rareness
        for feature, count in counts.items()
    }


def _share(feature: str, blend: Blend) -> float:
    if feature[0] == "#":
        return blend.meaning
    return blend.single if len(feature) == 1 else blend.pair
