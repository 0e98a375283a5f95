"""The form of the facts: what was read, its sentence beside it, and what the person typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pingyi.core.words import Words
from pingyi.doors.office.sent_fields import number_in
from pingyi.publishing.domain.matching import match_organisations
from pingyi.publishing.domain.reading.news import News
from pingyi.publishing.domain.reading.words import KEY_WORDS
from pingyi.publishing.domain.typed_facts import shown
from pingyi.publishing.queries import organisations_to_choose, registered_names

ROWS = {"attendee_categories": 6, "requirements": 6, "credits": 4, "problems": 3}
HINTS = {
    "year": Words("被评议的那一年；稿子没有写，就照会议时间判断后填上"),
    "date": Words("照稿子的写法"),
    "attendee_categories": Words("一行一类"),
    "requirements": Words("一行一条"),
    "credits": Words("一行一个，写成“撰稿：张三”"),
    "problems": Words("稿子里点到的问题，一行一条；没有就空着"),
}
SAME = (("", Words("稿子没有写")), ("yes", Words("是")), ("no", Words("不是")))
ORDER = (
    "year",
    "date",
    "convenor",
    "chair",
    "commentator",
    "same_chair_and_commentator",
    "on_site",
    "written",
    "attendee_categories",
    "requirements",
    "problems",
    "ballot",
    "credits",
)
EMPTY_TURNS = 3


@dataclass(frozen=True)
class FactLine:
    """One fact: label, what stands in the field, and the sentence of the text that says it."""

    key: str
    label: str
    value: str
    sentence: str
    kind: str
    rows: int = 0
    hint: str = ""
    fault: str = ""
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class TurnLine:
    """An organisation on site: as named, and which registered one it is."""

    number: int
    name: str
    chosen: str
    is_guess: bool


@dataclass(frozen=True)
class FactForm:
    lines: tuple[FactLine, ...]
    turns: tuple[TurnLine, ...]
    turn_sentence: str
    organisations: list[tuple[str, str]] = field(default_factory=list)

    @property
    def said(self) -> int:
        return sum(1 for line in self.lines if line.sentence) + bool(self.turn_sentence)

    @property
    def unmatched(self) -> int:
        return sum(1 for turn in self.turns if turn.name and not turn.chosen)


def form_of(news: News, sent: Mapping[str, str] | None, faults: Mapping[str, str]) -> FactForm:
    """The form as it was read, or as it was sent and refused."""
    document = news.as_document()
    values: Mapping[str, str] = shown(document) if sent is None else sent
    lines = tuple(
        FactLine(
            key,
            KEY_WORDS.get(key, Words("点到的问题")),
            values.get(key, ""),
            news.evidence.get(key, ""),
            "select" if key == "same_chair_and_commentator" else "lines" if key in ROWS else "text",
            ROWS.get(key, 0),
            HINTS.get(key, ""),
            faults.get(key, ""),
            SAME if key == "same_chair_and_commentator" else (),
        )
        for key in ORDER
    )
    turns = (
        _turns_read(news)
        if sent is None
        else tuple(
            TurnLine(number, name, str(chosen or ""), False)
            for number, (name, chosen) in enumerate(turns_sent(sent))
        )
    )
    empty = tuple(TurnLine(len(turns) + step, "", "", False) for step in range(EMPTY_TURNS))
    sentence = news.evidence.get("organisations_on_site", "")
    return FactForm(lines, turns + empty, sentence, organisations_to_choose())


def turns_sent(sent: Mapping[str, str]) -> list[tuple[str, int | None]]:
    """The organisations on site as sent: `turn-N` the name, `turn-org-N` the registered one (empty: none)."""
    numbers = sorted(
        number_in(key.removeprefix("turn-")) for key in sent if key.removeprefix("turn-").isdigit()
    )
    return [
        (sent[f"turn-{number}"].strip()[:200], number_in(sent.get(f"turn-org-{number}", "")) or None)
        for number in numbers[:200]
        if sent[f"turn-{number}"].strip()
    ]


def _turns_read(news: News) -> tuple[TurnLine, ...]:
    names: list[Any] = news.organisations_on_site or []
    matched = match_organisations(names, registered_names())
    return tuple(
        TurnLine(number, name, str(fit or ""), fit is not None)
        for number, (name, fit) in enumerate(zip(names, matched, strict=True))
    )
