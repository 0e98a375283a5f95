"""Text as people typed it, without what nobody sees."""

import re
import unicodedata

INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]")
SPACES = re.compile(r"\s+")
# Signs that stay as they are: ASCII, Chinese characters, punctuation of both. Most of what people write is just that.
ALREADY_TIDY = re.compile(
    "[PLAIN]*(?: [PLAIN]+)*".replace(
        "PLAIN", "!-~\u4e00-\u9fff\u3001\u3002\u3008-\u3011\u2014\u2018-\u201d\u2026\u00b7！（），：；？"
    )
)


def tidy(text: str) -> str:
    """Text without invisible signs, doubled or wide spaces, wide digits and letters.

    Punctuation stays as typed: （ and ( are both in use in names.
    """
    if ALREADY_TIDY.fullmatch(text) and text[:1] != " ":
        return text
    narrow = "".join(_narrow(sign) for sign in INVISIBLE.sub("", text))
    return SPACES.sub(" ", "".join(sign for sign in narrow if _is_kept(sign))).strip()


def _is_kept(sign: str) -> bool:
    """Control and formatting signs go. Private and unassigned code points stay: in a name they are somebody's rare
    character, newer than this Python or made by the school itself, and it is for a person to correct it."""
    if sign.isprintable() or sign.isspace():
        return True
    return unicodedata.category(sign) in ("Co", "Cn") and ord(sign) & 0xFFFE != 0xFFFE


def shorten(text: str, limit: int = 40) -> str:
    """Text short enough to be quoted in a sentence."""
    return text if len(text) <= limit else f"{text[:limit]}…"


def _narrow(sign: str) -> str:
    if "０" <= sign <= "９" or "Ａ" <= sign <= "Ｚ" or "ａ" <= sign <= "ｚ":
        return unicodedata.normalize("NFKC", sign)
    return sign
