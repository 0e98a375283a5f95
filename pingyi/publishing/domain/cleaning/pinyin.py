"""Readings in brackets behind a character: 學(xué). Scraped pages put them behind Traditional characters."""

import re
from functools import cache
from pathlib import Path

from pingyi.publishing.domain.cleaning.characters import simplified
from pingyi.publishing.domain.cleaning.log import Kind, Log
from pingyi.publishing.domain.cleaning.signs import HAN, SYLLABLE, TONED

TABLE = Path(__file__).with_name("data") / "readings.txt"
READING = re.compile(rf"([{HAN}])\s*[(（]\s*({SYLLABLE})\s*[)）]")


@cache
def readings() -> dict[str, str]:
    """Syllable with tone → the Traditional characters read so."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return {line.split()[0]: line.split()[1] for line in lines}


@cache
def _annotated() -> frozenset[str]:
    """Characters behind which a reading is noise: those of the table, and what they become when simplified."""
    characters = "".join(readings().values())
    return frozenset(characters + simplified(characters))


def strip_readings(text: str, log: Log) -> str:
    """Removes a reading that belongs to the character before it; a word in brackets (AI, hr) stays."""

    def without(match: re.Match[str]) -> str:
        character, syllable = match[1], match[2].replace("ɡ", "g")
        has_tone = any(sign in TONED for sign in syllable)
        is_noise = character in _annotated() and (has_tone or character in readings().get(syllable, ""))
        return character if is_noise else match.group()

    return log.replace(Kind.PINYIN, READING, without, text)
