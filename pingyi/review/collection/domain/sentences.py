"""The first sentence of what somebody wrote, word for word."""

import re

_END = re.compile(r"[。！？!?]+[”’）》」]*")


def first_sentence(text: str) -> str:
    """Up to the first full stop, or the first line if it comes before; headings of her own are passed over."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if not lines:
        return ""
    # A line of one's own heading (一、……) says nothing yet: the sentence after it does.
    while len(lines) > 1 and not _END.search(lines[0]) and len(lines[0]) <= 30:
        lines.pop(0)
    found = _END.search(lines[0])
    return lines[0][: found.end()] if found else lines[0]
