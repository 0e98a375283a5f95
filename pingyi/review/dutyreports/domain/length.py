"""How long a text is, and text as it is kept.

Punctuation counts; spaces, line breaks and signs that nobody sees do not. No source says how characters are counted:
this is our choice, and the settings page says so.
"""

import unicodedata

UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"}


def count_characters(text: str) -> int:
    """The length that limits are compared with."""
    return sum(unicodedata.category(sign) not in UNSEEN for sign in text)


def clean_text(text: str) -> str:
    """Text without carriage returns, control signs, blanks at line ends and empty lines around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(sign for sign in line if not _is_unstorable(sign)).rstrip() for line in lines)
    return "\n".join(kept).strip("\n")


def _is_unstorable(sign: str) -> bool:
    """Control signs (tabs stay) and halves of a character, which no database keeps."""
    return unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\t"
