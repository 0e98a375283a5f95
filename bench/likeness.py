"""Likeness of duty reports: how long 500 reports take, each with each, and how well planted copies are found.

Time is processor time of the one thread, so that a busy machine tells the same. It stands beside plain all-pairs
Jaccard of the same runs of signs and beside difflib.SequenceMatcher, both on a sample of pairs and scaled up. Quality:
made-up cycles with planted copies of 30, 60 and 95 per cent, verbatim and edited, among honest reports, in the
vocabulary that was not used for developing; with and without taking set phrases out.
"""

import json
import time
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import combinations
from random import Random

from pingyi.review.dutyreports.domain.likeness import Likeness, LikenessRules, Text, find_likeness
from pingyi.review.dutyreports.domain.likeness.phrases import runs_of
from pingyi.review.dutyreports.domain.likeness.texts import Signs
from tests.factories.prose import FINAL, ProseCycle, Vocabulary, make_prose_cycle

REPORTS = 500
PROMISED_SECONDS = 10
SAMPLED_PAIRS, SAMPLED_BY_DIFFLIB = 2_000, 10
SEEDS = (101, 102, 103, 104, 105)
CYCLE, COPIES_EACH = 60, 3
FILTERED, PLAIN = LikenessRules(), LikenessRules(common_share=None)
Chars = set[tuple[str, int]]


def bench(as_json: bool = False, vocabulary: Vocabulary = FINAL) -> dict[str, object]:
    """Measures time and quality, prints the figures and gives them back."""
    seconds, ratios = _time(make_prose_cycle(vocabulary, 7, reports=REPORTS, copies_each=10))
    figures: dict[str, object] = {
        "counts": {"reports": REPORTS, "pairs": REPORTS * (REPORTS - 1) // 2},
        "seconds": seconds,
        "ratios": ratios,
        "with_filter": quality(vocabulary, FILTERED),
        "without_filter": quality(vocabulary, PLAIN),
        "good": seconds["all_pairs"] < PROMISED_SECONDS,
    }
    print(json.dumps(figures, ensure_ascii=False) if as_json else _in_lines(figures))
    return figures


def quality(vocabulary: Vocabulary, rules: LikenessRules) -> dict[str, str]:
    """Planted copies over several cycles: which pairs are pointed at, and how many of the characters."""
    found_pairs = honest_pairs = honest_shown = planted = 0
    shown_chars = right_chars = 0
    kinds: dict[str, list[int]] = {}
    for seed in SEEDS:
        cycle = make_prose_cycle(vocabulary, seed, reports=CYCLE, copies_each=COPIES_EACH)
        result = find_likeness(
            cycle.texts, rules, known=cycle.headings if rules.common_share is not None else ()
        )
        shown = {frozenset((pair.key, pair.other)) for pairs in result.pairs.values() for pair in pairs}
        truth = {frozenset((copy.source, copy.target)) for copy in cycle.copies}
        planted += len(truth)
        found_pairs += len(shown & truth)
        honest_shown += len(shown - truth)
        honest_pairs += CYCLE * (CYCLE - 1) // 2 - len(truth)
        common = {
            key: _chars((one.part, one.start, one.end) for one in places)
            for key, places in result.common.items()
        }
        for copy in cycle.copies:
            taken = _chars(copy.places) - common[copy.target]
            alike = _alike(result, copy.target, copy.source) - common[copy.target]
            tally = kinds.setdefault(f"{copy.percent} % {copy.how}", [0, 0])
            tally[0] += len(taken & alike)
            tally[1] += len(taken)
            right_chars += len(taken & alike)
        shown_chars += sum(
            len(_alike(result, pair.key, pair.other) - common[pair.key])
            for pairs in result.pairs.values()
            for pair in pairs
            if (pair.key, pair.other) not in {(copy.source, copy.target) for copy in cycle.copies}
        )
    return {
        "pairs found / planted": f"{found_pairs} / {planted}",
        "honest pairs shown / honest": f"{honest_shown} / {honest_pairs}",
        "characters planted / shown (precision)": _share(right_chars, shown_chars),
        **{f"characters shown / planted, {kind}": _share(*tally) for kind, tally in sorted(kinds.items())},
    }


def _alike(result: Likeness, key: int, other: int) -> Chars:
    return _chars(
        (one.first.part, one.first.start, one.first.end)
        for pair in result.pairs[key]
        if pair.other == other
        for one in pair.passages
    )


def _chars(spans: Iterable[tuple[str, int, int]]) -> Chars:
    return {(part, at) for part, start, end in spans for at in range(start, end)}


def _share(part: int, whole: int) -> str:
    return f"{part:,} / {whole:,} = {100 * part / whole:.1f} %"


def _time(cycle: ProseCycle) -> tuple[dict[str, float], dict[str, float]]:
    wall, began = time.perf_counter(), time.process_time()
    find_likeness(cycle.texts, FILTERED, known=cycle.headings)
    wall, ours = time.perf_counter() - wall, time.process_time() - began
    began = time.process_time()
    find_likeness(cycle.texts[:136], FILTERED, known=cycle.headings, asked={0})
    one = time.process_time() - began
    pairs = list(combinations(range(len(cycle.texts)), 2))
    sample = Random(1).sample(pairs, SAMPLED_PAIRS)  # noqa: S311 (no secret)
    jaccard = _jaccard(cycle.texts, sample) / SAMPLED_PAIRS * len(pairs)
    peer = _difflib(cycle.texts, sample[:SAMPLED_BY_DIFFLIB]) / SAMPLED_BY_DIFFLIB * len(pairs)
    seconds = {
        "all_pairs": round(ours, 2),
        "all_pairs_by_the_clock_on_the_wall": round(wall, 2),
        "one_report_among_136": round(one, 2),
        "jaccard_all_pairs_scaled_up": round(jaccard, 1),
        "difflib_all_pairs_scaled_up": round(peer),
    }
    return seconds, {"jaccard / ours": round(jaccard / ours, 1), "difflib / ours": round(peer / ours)}


def _jaccard(texts: tuple[Text, ...], pairs: list[tuple[int, int]]) -> float:
    """Only how alike, not where: the sets are made beforehand and not counted."""
    runs = [set(runs_of(Signs(text).row)) for text in texts]
    began = time.process_time()
    for one, other in pairs:
        shared = len(runs[one] & runs[other])
        shared / (len(runs[one]) + len(runs[other]) - shared)
    return time.process_time() - began


def _difflib(texts: tuple[Text, ...], pairs: list[tuple[int, int]]) -> float:
    rows = [Signs(text).row for text in texts]
    began = time.process_time()
    for one, other in pairs:
        SequenceMatcher(None, rows[one], rows[other], autojunk=False).get_matching_blocks()
    return time.process_time() - began


def _in_lines(figures: dict[str, object]) -> str:
    lines = []
    for heading, values in figures.items():
        if isinstance(values, dict):
            lines.append(heading)
            lines += [f"  {name:<44}{value}" for name, value in values.items()]
        else:
            lines.append(f"{heading}: {values}")
    return "\n".join(lines)
