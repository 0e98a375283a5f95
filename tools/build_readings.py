"""Writes the table of Traditional characters by their reading that the cleaner of old texts uses.

    uv pip install --target /tmp/readings pypinyin
    PYTHONPATH=/tmp/readings .venv/bin/python tools/build_readings.py

Only what GBK can hold and Simplified Chinese writes differently: those are the characters that scraped pages carry with
their pinyin in brackets. One line per syllable with its tone: `xùn 訓訊遜`. Readings come from pypinyin (MIT).
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from pathlib import Path

import opencc

TARGET = Path(__file__).resolve().parents[1] / "pingyi/publishing/domain/cleaning/data/readings.txt"
LEADS, TRAILS = range(0x81, 0xFF), range(0x40, 0xFF)


def main() -> None:
    """Every two-byte character of GBK that changes when it is simplified."""
    pinyin = importlib.import_module("pypinyin").pinyin
    to_simplified = opencc.OpenCC("t2s")
    by_syllable: dict[str, str] = defaultdict(str)
    for lead in LEADS:
        for trail in TRAILS:
            character = bytes((lead, trail)).decode("gbk", errors="ignore")
            if (
                len(character) == 1
                and "\u4e00" <= character <= "\u9fff"
                and to_simplified.convert(character) != character
            ):
                for syllable in pinyin(character, heteronym=True)[0]:
                    by_syllable[syllable] += character
    lines = [f"{syllable} {characters}\n" for syllable, characters in sorted(by_syllable.items())]
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
