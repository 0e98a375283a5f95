"""A cycle of reports of which some hold planted copies, with the places of what was planted."""

import re
from dataclasses import dataclass, replace
from random import Random

from pingyi.review.dutyreports.domain.likeness import Part, Text
from tests.factories.prose.words import Vocabulary
from tests.factories.prose.writer import Draft, Sentence, write_report

PERCENT = (30, 60, 95)
VERBATIM, EDITED = "verbatim", "edited"
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class PlantedCopy:
    """`target` took so many per cent from `source`. `places`: in the target (part, start, end) of what was taken."""

    source: int
    target: int
    percent: int
    how: str
    places: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class ProseCycle:
    texts: tuple[Text, ...]
    copies: tuple[PlantedCopy, ...]
    headings: tuple[str, ...]


def make_prose_cycle(words: Vocabulary, seed: int, *, reports: int, copies_each: int) -> ProseCycle:
    """So many reports by as many authors; for 30, 60 and 95 per cent and both ways so many pairs with a copy."""
    random = Random(seed)
    drafts = [write_report(random, words, _unit(words, number)) for number in range(reports)]
    kinds = [(percent, how) for percent in PERCENT for how in (VERBATIM, EDITED) for _ in range(copies_each)]
    people = random.sample(range(reports), 2 * len(kinds))
    taken: dict[int, tuple[int, int, str, dict[int, set[int]]]] = {}
    for (percent, how), source, target in zip(kinds, people[::2], people[1::2], strict=True):
        drafts[target], marks = _plant(random, words, drafts[source], drafts[target], percent, how)
        taken[target] = source, percent, how, marks
    texts, copies = [], []
    for number, draft in enumerate(drafts):
        parts, spans = _laid_out(draft, taken[number][3] if number in taken else {})
        texts.append(Text(number, number, parts))
        if number in taken:
            source, percent, how, _ = taken[number]
            copies.append(PlantedCopy(source, number, percent, how, spans))
    return ProseCycle(tuple(texts), tuple(copies), (*words.headings, *words.guidance))


def _unit(words: Vocabulary, number: int) -> str:
    round_, place = divmod(number, len(words.units))
    return words.units[place] + ("" if round_ == 0 else "一二三四五六七八九十"[(round_ - 1) % 10] + "系")


def _plant(
    random: Random, words: Vocabulary, source: Draft, target: Draft, percent: int, how: str
) -> tuple[Draft, dict[int, set[int]]]:
    """Section by section whole sentences of the target give way to those of the source, until the share is reached."""
    sections, marks = [], {}
    for place, (theirs, mine) in enumerate(zip(source.sections, target.sections, strict=True)):
        wanted = percent / 100 * sum(len(one.words) for one in mine)
        start = random.randrange(max(1, int(len(theirs) * (1 - percent / 100)) + 1))
        block: list[Sentence] = []
        for one in theirs[start:]:
            if sum(len(other.words) for other in block) >= wanted:
                break
            block.append(one)
        size = sum(len(one.words) for one in block)
        rest = list(mine)
        while rest and size > 0:
            size -= len(rest.pop(0).words)
        if how == EDITED:
            block = _edited(random, words, block, source.unit, target.unit)
        at = random.randrange(len(rest) + 1)
        sections.append((*rest[:at], *block, *rest[at:]))
        marks[place] = {at + step for step, one in enumerate(block) if one.is_own}
    return replace(target, sections=tuple(sections)), marks


def _edited(
    random: Random, words: Vocabulary, block: list[Sentence], theirs: str, mine: str
) -> list[Sentence]:
    """New numbers, the own unit's name, other words for some, sentences in another order, two by two."""
    changed = []
    for one in block:
        text = NUMBER.sub(lambda _: str(random.randint(2, 180)), one.words).replace(theirs, mine)
        if one.is_own:
            for word, other in words.synonyms.items():
                if word in text and random.random() < 0.6:
                    text = text.replace(word, other)
        changed.append(replace(one, words=text))
    pairs = [changed[at : at + 2] for at in range(0, len(changed), 2)]
    random.shuffle(pairs)
    return [one for pair in pairs for one in pair]


def _laid_out(
    draft: Draft, marks: dict[int, set[int]]
) -> tuple[tuple[Part, ...], tuple[tuple[str, int, int], ...]]:
    parts, spans = [], []
    for place, section in enumerate(draft.sections):
        name, text = f"text-{place + 1}", ""
        for step, one in enumerate(section):
            if step in marks.get(place, ()):
                spans.append((name, len(text), len(text) + len(one.words)))
            text += one.words
        parts.append(Part(name, text))
    return tuple(parts), tuple(spans)
