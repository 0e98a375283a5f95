"""File names that every system accepts and a person still reads."""

import re

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
_LONGEST = 80  # characters; 240 bytes in UTF-8, under the usual limit of 255


def file_stem(*parts: str) -> str:
    """Parts joined by an underscore, without what a file system or an archive tool refuses."""
    cleaned = [_FORBIDDEN.sub("", part).strip(" .") for part in parts]
    stem = "_".join(part for part in cleaned if part)
    return stem[:_LONGEST].rstrip(" .") or "文书"
