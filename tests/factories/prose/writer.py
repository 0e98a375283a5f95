"""One author's report, sentence by sentence. Everything is drawn by a `Random` that the caller seeds."""

from dataclasses import dataclass
from random import Random

from tests.factories.prose.words import Lists, Vocabulary

TARGET = 4_000
SURNAMES, GIVEN = "甄郗蔺钭宓郦滑隗亓逄", "衡朴渝砚澍霁岚恺翊绮昶稷"
AFTERWARDS = ("并", "同时", "其间", "随后", "为此", "由此", "接着", "")


@dataclass(frozen=True)
class Sentence:
    """`is_own`: the author's words; the others are set phrases, headings or guidance."""

    words: str
    is_own: bool = True


@dataclass(frozen=True)
class Draft:
    """A report: for each section its sentences in order."""

    unit: str
    sections: tuple[tuple[Sentence, ...], ...]


def write_report(random: Random, words: Vocabulary, unit: str) -> Draft:
    """About 4,000 characters: five sections of work, one of problems with causes, one of plans."""
    formulas = _habits(random, words.formulas, 0.15, 0.75)
    local = [one for one in words.local if random.random() < 0.06]
    shares = (0.14, 0.14, 0.13, 0.13, 0.13, 0.22, 0.11)
    sections = []
    for place, share in enumerate(shares):
        section = _frame(random, words, place)
        while sum(len(one.words) for one in section) < share * TARGET:
            section.append(_sentence(random, words, place, unit))
            if random.random() < 0.35 and formulas:
                section.append(Sentence(_ending(random, formulas), is_own=False))
        sections.append(section)
    for one in local:
        section = random.choice(sections)
        section.insert(random.randrange(len(section) + 1), Sentence(f"{one}，", is_own=False))
    return Draft(unit, tuple(tuple(section) for section in sections))


def _habits(random: Random, phrases: tuple[str, ...], rare: float, frequent: float) -> list[str]:
    """The set phrases of one author: the first of the list are everybody's, the last only of some."""
    step = (frequent - rare) / len(phrases)
    return [one for place, one in enumerate(phrases) if random.random() < frequent - place * step]


def _frame(random: Random, words: Vocabulary, place: int) -> list[Sentence]:
    """What people copy out of the form: the heading, the guidance."""
    section = []
    if random.random() < 0.3:
        section.append(Sentence(f"{words.headings[place]}。\n", is_own=False))
    if random.random() < 0.12:
        section.append(Sentence(f"{words.guidance[place >= 5]}\n", is_own=False))
    return section


def _ending(random: Random, formulas: list[str]) -> str:
    return f"{random.choice(formulas)}{random.choice('，。；')}"


def _sentence(random: Random, words: Vocabulary, place: int, unit: str) -> Sentence:
    person = random.choice(SURNAMES) + "".join(random.sample(GIVEN, random.choice((1, 2))))
    if place == 5:
        clauses = [
            _clause(random, words.faults),
            _clause(random, words.results),
            _clause(random, words.causes),
        ]
    elif place == 6:
        clauses = [_clause(random, words.plans), _clause(random, words.methods), f"{person}负责"]
    else:
        clauses = [
            _clause(random, words.openings) + _clause(random, words.deeds),
            random.choice(AFTERWARDS) + _clause(random, words.methods),
            _clause(random, words.results),
        ]
        if random.random() < 0.4:
            clauses.insert(1, f"{unit}{person}老师参加")
    return Sentence("，".join(clauses) + "。")


def _clause(random: Random, lists: Lists) -> str:
    return "".join(random.choice(words) for words in lists).format(n=random.randint(2, 180))
