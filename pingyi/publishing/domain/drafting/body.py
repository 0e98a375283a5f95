"""The middle and the end: the speech with its numbered requirements, the words of the chair, the ballot."""

from collections.abc import Iterator

from pingyi.publishing.domain.drafting.draft import Sentence, filled
from pingyi.publishing.domain.drafting.facts import Demand, Key, NewsFacts, joined

NUMBERS = "一二三四五六七八九十"


def speech(facts: NewsFacts) -> Iterator[tuple[Sentence, ...]]:
    """A paragraph each: what was said before the requirements, these, what was said after."""
    who = facts.commentator.name or filled("", Key.COMMENTATOR)
    for text in facts.speech.before:
        yield (Sentence(f"{who}指出，{_ended(text)}", (Key.SPEECH,)),)
    demands = facts.speech.demands
    if demands:
        yield (
            Sentence(f"{who}{_lead(demands)}", (Key.REQUIREMENTS,)),
            *(
                Sentence(f"{_number(place)}{_ended(one.text)}", (Key.REQUIREMENTS,))
                for place, one in enumerate(demands)
            ),
        )
    else:
        yield (Sentence(f"{who}提出要求：{filled('', Key.REQUIREMENTS)}。", (Key.REQUIREMENTS,)),)
    for text in facts.speech.after:
        yield (Sentence(f"{who}强调，{_ended(text)}", (Key.SPEECH,)),)


def chair_words(facts: NewsFacts) -> Iterator[tuple[Sentence, ...]]:
    """What the chair said, where somebody wrote it down. Who comments as well has said it in the speech."""
    if facts.chair_words:
        who = facts.chair.name or filled("", Key.CHAIR)
        yield (Sentence(f"{who}在主持时强调，{_ended(facts.chair_words)}", (Key.CHAIR_WORDS,)),)


def ballot(facts: NewsFacts) -> Iterator[tuple[Sentence, ...]]:
    """That people voted, by the name that the ballot has here. Never how."""
    held = filled(facts.ballot, Key.BALLOT)
    yield (Sentence(f"述职结束后，与会人员对{facts.voted_on}抓党建工作情况进行了{held}。", (Key.BALLOT,)),)


def _lead(demands: tuple[Demand, ...]) -> str:
    levels = list(dict.fromkeys(one.level for one in demands))
    if len(levels) > 1 and all(levels):
        return f"从{joined(levels, '和')}{_count(len(levels))}个层面提出要求。"
    return f"对抓好基层党建工作提出{_count(len(demands))}点要求。"


def _count(number: int) -> str:
    if number == 2:
        return "两"
    return NUMBERS[number - 1] if number <= len(NUMBERS) else str(number)


def _number(place: int) -> str:
    return f"{NUMBERS[place]}是" if place < len(NUMBERS) else f"第{place + 1}，"


def _ended(text: str) -> str:
    bare = " ".join(text.split())
    return bare if bare.endswith(("。", "！", "？", "”")) else f"{bare.rstrip('，；、')}。"
