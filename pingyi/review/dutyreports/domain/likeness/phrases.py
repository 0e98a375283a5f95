"""Set phrases (固定表述): formulas, slogans, headings, words of the guidance.

What stands with many authors is nobody's own. It is found by counting authors, not from a list made by hand; a list of
known words (the headings of this cycle) may be added to it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import IntEnum

from pingyi.review.dutyreports.domain.likeness.rules import SEED, LikenessRules
from pingyi.review.dutyreports.domain.likeness.texts import BREAK, Part, Signs, Text

SHORTEST_KNOWN = 4


class Kind(IntEnum):
    """What a run that stands in several texts is: somebody's own words, or a set phrase."""

    OWN = 1
    COMMON = 2


def kinds_of_runs(rows: Sequence[Signs], rules: LikenessRules, step: Callable[[], None]) -> dict[str, Kind]:
    """Every run of `SEED` signs that stands in at least two texts. Runs over a break are none."""
    texts: Counter[str] = Counter()
    by_author: defaultdict[Hashable, list[Signs]] = defaultdict(list)
    for signs in rows:
        texts.update(set(runs_of(signs.row)))
        by_author[signs.text.author].append(signs)
        step()
    again: Counter[str] = Counter()
    for own in by_author.values():
        if len(own) > 1:
            counts: Counter[str] = Counter()
            for signs in own:
                counts.update(set(runs_of(signs.row)))
            again.update({run: count - 1 for run, count in counts.items() if count > 1})
    fewest = rules.fewest_common(len(by_author)) or len(rows) + 1
    return {
        run: Kind.COMMON if count >= fewest and count - again[run] >= fewest else Kind.OWN
        for run, count in texts.items()
        if count > 1 and BREAK not in run
    }


def runs_of(row: str) -> list[str]:
    """Every run of `SEED` signs, also those over a break, so that the n-th run begins at the n-th sign."""
    return [row[at : at + SEED] for at in range(len(row) - SEED + 1)]


def known_signs(words: Iterable[str]) -> list[str]:
    """Headings and the like as rows of signs; those of one or two words are too short to be told from prose."""
    rows = {Signs(Text(0, 0, (Part("", one),))).row.rstrip(BREAK) for one in words}
    return sorted(row for row in rows if len(row) >= SHORTEST_KNOWN)


def mask_of(row: str, kinds: Sequence[Kind | None], known: Sequence[str]) -> bytearray:
    """1 for every sign that belongs to a set phrase; `kinds` are those of the runs of the row."""
    mask = bytearray(len(row))
    whole = b"\1" * SEED
    for at, kind in enumerate(kinds):
        if kind == 2:  # Kind.COMMON, without asking the class for every sign of every text
            mask[at : at + SEED] = whole
    for words in known:
        at = row.find(words)
        while at >= 0:
            mask[at : at + len(words)] = b"\1" * len(words)
            at = row.find(words, at + len(words))
    return mask
