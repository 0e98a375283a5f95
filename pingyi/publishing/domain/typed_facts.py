"""Facts as a form shows and sends them: one text each, lists with one item a line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pingyi.core.words import Words
from pingyi.publishing.domain.reading.news import KEYS
from pingyi.publishing.domain.reading.words import KEY_WORDS

TEXTS = ("date", "convenor", "chair", "commentator", "ballot")
NUMBERS = ("on_site", "written")
LISTS = ("attendee_categories", "requirements")
YES_NO = {"yes": True, "no": False, "": None}
FIRST_YEAR = 1980
LONGEST_LINE, LONGEST_TEXT, MOST_ITEMS = 500, 10_000, 200
CREDIT = re.compile("[：:]")


@dataclass
class TypedFacts:
    """The facts that were sent, and by key what is wrong with them."""

    facts: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)


def shown(document: Mapping[str, Any]) -> dict[str, str]:
    """What stands in the form: nothing where the text does not say."""
    typed = {
        key: str(document[key] if document[key] is not None else "") for key in ("year", *TEXTS, *NUMBERS)
    }
    typed |= {key: "\n".join(document[key] or []) for key in LISTS}
    same = document["same_chair_and_commentator"]
    typed["same_chair_and_commentator"] = "" if same is None else "yes" if same else "no"
    typed["credits"] = "\n".join(f"{each['role']}：{each['name']}" for each in document["credits"] or [])
    return typed


def read_typed(sent: Mapping[str, str], latest_year: int) -> TypedFacts:
    """Every key but the organisations. An empty field is unsaid; a year is the only thing that must be there."""
    typed = TypedFacts()
    for key in (*TEXTS, *NUMBERS, *LISTS, "credits", "year", "problems"):
        if len(sent.get(key, "")) > LONGEST_TEXT:
            typed.faults[key] = Words("太长了，请缩到{longest}个字以内。", longest=LONGEST_TEXT)
    if typed.faults:
        return typed
    typed.facts = {key: sent.get(key, "").strip() or None for key in TEXTS}
    typed.facts |= {key: _number(sent.get(key, ""), key, typed.faults) for key in NUMBERS}
    typed.facts |= {key: _lines(sent.get(key, ""), key, typed.faults) or None for key in LISTS}
    typed.facts["same_chair_and_commentator"] = YES_NO.get(sent.get("same_chair_and_commentator", ""))
    typed.facts["credits"] = _credits(sent.get("credits", ""), typed.faults)
    typed.facts["year"] = _year(sent.get("year", ""), latest_year, typed.faults)
    typed.facts["problems"] = _lines(sent.get("problems", ""), "problems", typed.faults)
    return typed


def changed_keys(read: Mapping[str, Any], confirmed: Mapping[str, Any]) -> list[str]:
    """Facts that the person corrected, added or took out."""
    return [key for key in KEYS if read[key] != confirmed.get(key)]


def _number(text: str, key: str, faults: dict[str, str]) -> int | None:
    bare = text.strip()
    if not bare:
        return None
    if bare.isascii() and bare.isdigit() and 0 < int(bare) < 1000:
        return int(bare)
    faults[key] = Words("{fact}写成数字，例如9；稿子没有写就空着。", fact=KEY_WORDS[key])
    return None


def _year(text: str, latest: int, faults: dict[str, str]) -> int | None:
    bare = text.strip().removesuffix("年度").removesuffix("年")
    if bare.isascii() and bare.isdigit() and FIRST_YEAR <= int(bare) <= latest:
        return int(bare)
    faults["year"] = Words("写被评议的那一年，{first}到{latest}之间。", first=FIRST_YEAR, latest=latest)
    return None


def _lines(text: str, key: str, faults: dict[str, str]) -> list[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_ITEMS or any(len(line) > LONGEST_LINE for line in lines):
        faults[key] = Words("最多{most}行，每行不超过{longest}个字。", most=MOST_ITEMS, longest=LONGEST_LINE)
    return lines


def _credits(text: str, faults: dict[str, str]) -> list[dict[str, str]] | None:
    found = []
    for line in _lines(text, "credits", faults):
        role, *name = CREDIT.split(line, maxsplit=1)
        if not name or not role.strip() or not name[0].strip():
            faults["credits"] = Words("“{line}”看不出谁做了什么。写成“撰稿：张三”。", line=line[:20])
            return None
        found.append({"role": role.strip(), "name": name[0].strip()})
    return found or None
