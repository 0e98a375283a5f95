"""The clause of a sentence in which some words stand."""

import re

_MARKS = re.compile(r"[，,。；;！？：:\n]")


def clause_around(sentence: str, words: str) -> str:
    """From the mark before the words to the mark behind them; the words alone where the sentence has them not."""
    start = sentence.find(words)
    if start < 0:
        return words
    before = [mark.end() for mark in _MARKS.finditer(sentence, 0, start)]
    behind = _MARKS.search(sentence, start + len(words))
    return sentence[before[-1] if before else 0 : behind.start() if behind else len(sentence)].strip()
