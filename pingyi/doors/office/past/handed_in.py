"""An old text on its way through the pages: handed in, cleaned, its damaged places settled. Nothing is stored yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.publishing.domain.cleaning.clean import Cleaned, clean
from pingyi.publishing.domain.cleaning.damage import MARK, damaged_places
from pingyi.publishing.domain.cleaning.encodings import UnreadableText, decode

LONGEST = 60_000
KEEP, OWN = "keep", "own"


@dataclass(frozen=True)
class Choice:
    """What a person can do with one damaged place: take a proposal, write the words, or leave the mark."""

    number: int
    line: int
    context: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    own: str
    fault: str = ""


def raw_text(sent: Mapping[str, str], files: Mapping[str, Any]) -> tuple[str, str]:
    """Name and text of what was uploaded, or else pasted."""
    upload = files.get("file")
    content = bytes(upload.read()) if upload else sent.get("text", "").encode("utf-8", errors="replace")
    if not content.strip():
        raise Refused(
            Words("还没有稿子。选一个文本文件，或者把文字粘贴到下面。"), code="past.nothing", field="text"
        )
    try:
        text = decode(content).text
    except UnreadableText as error:
        raise Refused(str(error), code="past.unreadable", field="file" if upload else "text") from error
    if len(text) > LONGEST:
        raise Refused(
            Words(
                "稿子有{text}个字，不像一篇新闻。请只留这一篇，{longest}个字以内。",
                text=len(text),
                longest=LONGEST,
            ),
            code="past.long",
            field="text",
        )
    return (str(upload.name) if upload else Words("粘贴的文字")), text.replace("\r\n", "\n")


def cleaned_of(raw: str) -> Cleaned:
    """The text cleaned; the same every time."""
    return clean(raw)


def choices_of(text: str, sent: Mapping[str, str], faults: Mapping[int, str]) -> list[Choice]:
    """The damaged places of the text, with what was chosen before."""
    return [
        Choice(
            number,
            damage.line,
            damage.context,
            tuple(
                (filled, f"{proposal}")
                for filled, proposal in zip(damage.characters, damage.proposals, strict=True)
            ),
            sent.get(f"damage-{number}", ""),
            sent.get(f"own-{number}", ""),
            faults.get(number, ""),
        )
        for number, damage in enumerate(damaged_places(text))
    ]


def settled(text: str, sent: Mapping[str, str]) -> tuple[str, dict[int, str]]:
    """The text with every choice carried out, and what is wrong by the number of the place."""
    faults: dict[int, str] = {}
    pieces, end = [], 0
    for number, match in enumerate(MARK.finditer(text)):
        chosen, own = sent.get(f"damage-{number}", ""), sent.get(f"own-{number}", "").strip()
        pieces += [text[end : match.start()], _filling(match.group(), chosen, own)]
        end = match.end()
        if chosen not in (KEEP, OWN) and chosen not in (match[1] or ""):
            faults[number] = Words("这一处要定一下：选建议的字，写上原来的字，或者留着标记。")
        if not chosen:
            faults[number] = Words("这一处还没有定。选建议的字，写上原来的字，或者留着标记。")
        if chosen == OWN and not own:
            faults[number] = Words("选了自己写，还没有写。")
    return "".join([*pieces, text[end:]]), faults


def _filling(mark: str, chosen: str, own: str) -> str:
    if chosen == OWN:
        return own
    return mark if chosen in (KEEP, "") else chosen
