"""The problems that a report names for itself: the numbered points of its part about problems."""

import re

_POINT = re.compile(
    r"(?:^|(?<=[。；：\n]))\s*(?:"
    r"[一二三四五六七八九十]{1,3}(?:是|、)|第[一二三四五六七八九十]{1,3}[，、]"
    r"|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\d{1,2}[.、．]"
    r")\s*(?P<point>[^。；\n]+)"
)
_SENTENCE = re.compile(r"[^。；！？\n]+")
_CLAUSE = re.compile(r"[，,：:]")
_LONGEST = 40


def named_points(text: str) -> tuple[str, ...]:
    """The first clause of every numbered point; where nothing is numbered, of every sentence."""
    points = [match["point"] for match in _POINT.finditer(text)]
    if not points:
        points = [match.group() for match in _SENTENCE.finditer(text)]
    heads = (_CLAUSE.split(point.strip(), maxsplit=1)[0].strip()[:_LONGEST] for point in points)
    return tuple(dict.fromkeys(head for head in heads if head))
