"""Text typed or pasted by people, made safe for every file format without changing what it says."""

import re

# Control characters that XML forbids (a line break pasted from Word is one of them), and halves of surrogate pairs.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def printable(text: str) -> str:
    """The text with one kind of line break and without characters that no file can hold."""
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text))
