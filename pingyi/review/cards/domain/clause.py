"""The clause of a sentence in which some words stand."""

import re
from collections.abc import Collection

LONGEST = 40

_MARKS = re.compile(r"[，,。；;！？：:\n]")


def clause_around(sentence: str, words: str, names: Collection[str] = ()) -> str:
    """From the mark before the words to the mark behind them, or from the clause before that says one of the names
    of what is meant; the words alone where the sentence has them not.
    """
    start = sentence.find(words)
    if start < 0:
        return words
    before = [mark.end() for mark in _MARKS.finditer(sentence, 0, start)]
    behind = _MARKS.search(sentence, start + len(words))
    end = behind.start() if behind else len(sentence)
    starts = [0, *before]
    named = [place for place in starts if any(name in sentence[place:end] for name in names)]
    begin = named[-1] if named else starts[-1]
    if end - begin > LONGEST:
        begin = starts[-1]
    return sentence[begin:end].strip()
