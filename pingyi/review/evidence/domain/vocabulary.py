"""Which words of a sentence name a measure, and which name something of which nothing is stated."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pingyi.organisations.domain.facts import Better, Measure
from pingyi.review.evidence.domain.lexicon import OTHERS, TOGETHER


@dataclass(frozen=True, slots=True)
class Subject:
    """What a word speaks of: the codes of one measure (or of one thing counted in two ways); none where no source
    states anything or the word has several meanings. `is_stock` for states of the whole, `unit` as the source counts.
    """

    codes: tuple[str, ...] = ()
    unit: str = ""
    is_stock: bool = False
    is_less: bool = False
    is_together: bool = False

    @property
    def is_problem(self) -> bool:
        return any(code.startswith("problems.") for code in self.codes)

    @property
    def is_task(self) -> bool:
        return any(code.startswith("tasks.") for code in self.codes)


NOTHING_STATED = Subject()


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    end: int
    subject: Subject


@dataclass(frozen=True)
class Vocabulary:
    """The words by which reports speak of these measures."""

    measures: tuple[Measure, ...]

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        by_word: dict[str, list[Measure]] = defaultdict(list)
        for measure in self.measures:
            for word in measure.words:
                by_word[word].append(measure)
        found = dict.fromkeys(OTHERS, NOTHING_STATED)
        found |= {word: Subject(codes, is_together=True) for word, codes in TOGETHER.items()}
        return found | {word: _subject(measures) for word, measures in by_word.items()}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self.subjects, key=len, reverse=True))))

    def mentions(self, text: str) -> list[Mention]:
        """Every word that is known, the longest wins, in order."""
        return list(self._find(text))

    def _find(self, text: str) -> Iterator[Mention]:
        for found in self._pattern.finditer(text):
            yield Mention(found.start(), found.end(), self.subjects[found.group()])


def _subject(measures: Iterable[Measure]) -> Subject:
    """Measures that share a word are one thing only if they differ in nothing but the last part of their code."""
    found = list(measures)
    if len(found) > 1 and len({measure.code.rpartition(".")[0] for measure in found}) > 1:
        return NOTHING_STATED
    codes = tuple(measure.code for measure in found)
    is_stock = len(found) == 1 and found[0].better is Better.NEITHER and codes[0] in STOCKS
    return Subject(codes, str(found[0].unit), is_stock, all(one.better is Better.LESS for one in found))


# States, not deeds: how many there are on the last day.
STOCKS = frozenset({"orglife.members", "orglife.branches"})
