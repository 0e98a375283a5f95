"""How long a text is, and text as it is kept.

No source says how characters are counted: the rule is a setting of the cycle (`report_counting`), and its words stand
beside every count. Spaces, line breaks and signs that nobody sees count in none of them.
"""

import re
import unicodedata

from pingyi.review.cycles.domain.settings import Counting

UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"}


# A foreign word or a number is one, with the signs inside it: 3.5, don't, COVID-19.
_FOREIGN = "[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]+"
_WORD = re.compile(f"{_FOREIGN}(?:[.,'’-]{_FOREIGN})*")


def count_characters(text: str, counting: Counting = Counting.SIGNS) -> int:
    """The length that limits are compared with."""
    if counting == Counting.NO_PUNCTUATION:
        return sum(unicodedata.category(sign)[0] in "LN" for sign in text)
    if counting == Counting.WORDS:
        text = _WORD.sub("字", text)
    return sum(unicodedata.category(sign) not in UNSEEN for sign in text)


def clean_text(text: str) -> str:
    """Text without carriage returns, control signs, blanks at line ends and empty lines around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(sign for sign in line if not _is_unstorable(sign)).rstrip() for line in lines)
    return "\n".join(kept).strip("\n")


def _is_unstorable(sign: str) -> bool:
    """Control signs (tabs stay) and halves of a character, which no database keeps."""
    return unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\t"
