"""Free text of a comment, cut into sentences. Nothing is lost: joined again they are the text but for white space."""

ENDS = "。！？；!?;"
# Marks that belong to the sentence before them when they stand right behind its end.
TAILS = ENDS + "”’」』）》〉】)\"'…"
PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》"}
# Words that go on with the sentence after a closed quotation: “……。”的道理
GOES_ON = "的，、：,:"


def split_sentences(text: str) -> list[str]:
    """The sentences in order, each with its closing marks; line breaks end a sentence too.

    What stands inside quotation marks or brackets stays together, unless they are never closed on that line.
    """
    sentences: list[str] = []
    for line in text.splitlines():
        for sentence in _split_line(line.strip()):
            _add(sentences, sentence)
    return sentences


def as_statement(sentence: str) -> str:
    """The sentence as it stands alone on a list: it ends with a full stop, not with the mark of an enumeration."""
    words = sentence.rstrip("；;，,、：:")
    return words if words[-1:] in set(TAILS) or not words else f"{words}。"


def _split_line(line: str) -> list[str]:
    parts: list[str] = []
    start = place = 0
    while place < len(line):
        closing = _closing(line, place)
        if closing is not None:
            place = closing
        if _ends_here(line, place):
            place = _end_of_tail(line, place)
            parts.append(line[start : place + 1])
            start = place + 1
        place += 1
    return [part.strip() for part in (*parts, line[start:]) if part.strip()]


def _closing(line: str, place: int) -> int | None:
    """Where the pair that opens here is closed on this line."""
    closer = PAIRS.get(line[place])
    if closer is None:
        return None
    depth = 0
    for at in range(place, len(line)):
        if line[at] == line[place]:
            depth += 1
        elif line[at] == closer:
            depth -= 1
            if depth == 0:
                return at
    return None


def _ends_here(line: str, place: int) -> bool:
    if line[place] in ENDS:
        return True
    is_quotation_end = line[place] in PAIRS.values() and place > 0 and line[place - 1] in ENDS
    return is_quotation_end and line[place + 1 : place + 2] not in tuple(GOES_ON)


def _end_of_tail(line: str, place: int) -> int:
    while place + 1 < len(line) and line[place + 1] in TAILS:
        place += 1
    return place


def _add(sentences: list[str], sentence: str) -> None:
    """Marks without a word are no sentence of their own."""
    if sentences and not any(sign.isalnum() for sign in sentence):
        sentences[-1] += sentence
    else:
        sentences.append(sentence)
