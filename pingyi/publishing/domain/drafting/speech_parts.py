"""Requirements as they were recorded, ready to be numbered again."""

import re

NUMBER = re.compile(
    "^(?:[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+[，、]?|[0-9]+[.、．])(?:要)?"
)


def without_number(text: str) -> str:
    """一是要提高政治站位 → 提高政治站位."""
    return NUMBER.sub("", text.strip(), count=1)
