"""The same fault in other words: how many of the true fellows of a sentence stand among the first five proposed.

208 made-up sentences in 52 groups of four rewordings (`genealogy_sentences.txt`). The weights were chosen on every
second group; the figures are of the other half, which nothing was changed for. Each sentence asks in turn, its three
fellows are to be found among the other 103 of its half. Peers in the same run: Jaccard of the characters, and
difflib.

Who wrote the shipped list of field words had seen all sentences, so the figure with it flatters. "ours" is therefore
measured with `genealogy_words.txt`: the same list without every word that only the asked half brings in (words of the
project's glossary stay). Without any list and without rareness stand beside it, so that one sees what each brings.
"""

import json
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

from pingyi.review.genealogy.domain.features import groups_of
from pingyi.review.genealogy.domain.field_words import START_LIST
from pingyi.review.genealogy.domain.likeness import STANDARD, Blend, Sentences

FILE = Path(__file__).with_name("genealogy_sentences.txt")
FAIR_LIST = Path(__file__).with_name("genealogy_words.txt").read_text(encoding="utf-8")
FIRST = 5
HISTORY = 34 * 10 * 20
Labelled = list[tuple[str, str]]
Rank = Callable[[int, int], float]


def bench(as_json: bool = False) -> dict[str, object]:
    """Measures what is found and how long a long history takes, prints the figures and gives them back."""
    tuned, asked = halves()
    recall = {name: round(100 * recall_at_five(asked, rank(asked)), 1) for name, rank in RANKS.items()}
    ours, peer = recall["ours"], max(recall["jaccard of characters"], recall["difflib"])
    figures: dict[str, object] = {
        "counts": {"sentences": len(tuned) + len(asked), "asked": len(asked), "groups": len(asked) // 4},
        "recall_at_5_percent": recall,
        "recall_at_5_percent_of_the_half_for_choosing": round(
            100 * recall_at_five(tuned, _ours(tuned, words="")), 1
        ),
        "seconds": _seconds(asked),
        "ratios": {"ours / best peer": round(ours / peer, 2)},
        "good": ours > peer,
    }
    print(json.dumps(figures, ensure_ascii=False) if as_json else _in_lines(figures))
    return figures


def halves() -> tuple[Labelled, Labelled]:
    """Every second group for choosing the weights, the others for the figures: (name of the group, sentence)."""
    groups: list[Labelled] = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            groups.append([])
            name = line[2:]
        elif line:
            groups[-1].append((name, line))
    return [row for one in groups[::2] for row in one], [row for one in groups[1::2] for row in one]


def recall_at_five(rows: Labelled, rank: Rank) -> float:
    """The share of true fellows among the first five, over all sentences."""
    found = wanted = 0
    for at, (name, _text) in enumerate(rows):
        others = [one for one in range(len(rows)) if one != at]
        first = sorted(others, key=lambda other: (-rank(at, other), other))[:FIRST]
        found += sum(rows[one][0] == name for one in first)
        wanted += sum(rows[one][0] == name for one in others)
    return found / wanted


def _ours(rows: Labelled, words: str = FAIR_LIST, blend: Blend = STANDARD) -> Rank:
    texts = {at: text for at, (_name, text) in enumerate(rows)}
    return Sentences(texts, groups_of(words), blend).likeness


def _jaccard(rows: Labelled) -> Rank:
    signs = [set(text) for _name, text in rows]
    return lambda one, other: len(signs[one] & signs[other]) / len(signs[one] | signs[other])


def _difflib(rows: Labelled) -> Rank:
    return lambda one, other: SequenceMatcher(None, rows[one][1], rows[other][1], autojunk=False).ratio()


RANKS: dict[str, Callable[[Labelled], Rank]] = {
    "ours": _ours,
    "ours without any list of field words": lambda rows: _ours(rows, words=""),
    "ours with the shipped list (flattering)": lambda rows: _ours(rows, words=START_LIST),
    "ours without rareness": lambda rows: _ours(rows, blend=Blend(rareness=0)),
    "jaccard of characters": _jaccard,
    "difflib": _difflib,
}


def _seconds(rows: Labelled) -> dict[str, float]:
    """34 organisations, ten years, twenty problems each: read and weighed the first time, again, and one page asked."""
    texts = {at: f"{rows[at % len(rows)][1]}（{at}）" for at in range(HISTORY)}
    words = groups_of(START_LIST)
    began = time.process_time()
    Sentences(texts, words)
    first = time.process_time() - began
    began = time.process_time()
    sentences = Sentences(texts, words)
    again = time.process_time() - began
    began = time.process_time()
    for at in range(20):
        sentences.nearest(at, texts)
    asked = time.process_time() - began
    return {
        "6,800 sentences, the first time": round(first, 2),
        "6,800 sentences, again": round(again, 2),
        "20 of them asked": round(asked, 2),
    }


def _in_lines(figures: dict[str, object]) -> str:
    lines = []
    for heading, values in figures.items():
        if isinstance(values, dict):
            lines.append(heading)
            lines += [f"  {name:<44}{value}" for name, value in values.items()]
        else:
            lines.append(f"{heading}: {values}")
    return "\n".join(lines)
