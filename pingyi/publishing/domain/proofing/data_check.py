"""What the text says against the records of the meeting: it is read back as any old news text would be."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pingyi.core.words import Words
from pingyi.publishing.domain.drafting.draft import KEY_NAMES
from pingyi.publishing.domain.drafting.facts import Key, NewsFacts
from pingyi.publishing.domain.proofing.finding import Check, Finding
from pingyi.publishing.domain.reading.counts import QUANTITY
from pingyi.publishing.domain.reading.meeting import DATE
from pingyi.publishing.domain.reading.news import News, read
from pingyi.publishing.domain.reading.numbers import NUMBER, value

YEAR_REVIEWED = re.compile("((?:19|20)[0-9]{2})年度")
POINTS = re.compile(f"提出(?:了)?({NUMBER})(?:点|条|项|个方面)(?:的)?(?:具体|明确)?(?:要求|意见|希望|建议)")
OF_PEOPLE = re.compile("[^，。；]{0,6}?(?:书记|党组织|述职|票类)")


def against_data(text: str, facts: NewsFacts) -> Iterator[Finding]:
    """All findings about facts; a number that is wrong for a fact is not told of once more as unknown."""
    found = list(_facts(text, facts))
    yield from found
    for one in _quantities(text, facts):
        if not any(one.start < other.end and other.start < one.end for other in found):
            yield one


def _facts(text: str, facts: NewsFacts) -> Iterator[Finding]:
    news = read(text)
    for key, right in _recorded(facts):
        said = getattr(news, key)
        if said is not None and said != right and not _is_fuller(key, said, right):
            yield _differs(text, news, key, said, right)
    yield from _lists(text, news, facts)
    yield from _years(text, facts)
    yield from _points(text, news, facts)


def _recorded(facts: NewsFacts) -> Iterator[tuple[Key, Any]]:
    """The single facts that a text can be read for, where somebody recorded them."""
    day = f"{facts.held_on.month}月{facts.held_on.day}日" if facts.held_on else ""
    pairs: Sequence[tuple[Key, Any]] = (
        (Key.DATE, day),
        (Key.CHAIR, facts.chair.name),
        (Key.COMMENTATOR, facts.commentator.name),
        (Key.ON_SITE, facts.on_site),
        (Key.WRITTEN, facts.written),
        (Key.BALLOT, facts.ballot),
    )
    return ((key, right) for key, right in pairs if right)


def _is_fuller(key: Key, said: Any, right: Any) -> bool:
    """2024年1月20日 says 1月20日 as well."""
    return (
        key is Key.DATE
        and str(said).endswith(str(right))
        and not str(said)[: -len(str(right))][-1:].isdigit()
    )


def _differs(text: str, news: News, key: Key, said: Any, right: Any) -> Finding:
    sentence = news.evidence[key]
    begin = max(text.find(sentence), 0)
    inside = sentence.find(str(said))
    start = begin + max(inside, 0)
    quote = str(said) if inside >= 0 else sentence[:20]
    return Finding(
        Check.DATA,
        start,
        start + len(quote),
        quote,
        Words("{fact}和会议数据不一样", fact=KEY_NAMES[key]),
        Words("照会议数据改成“{right}”", right=right),
    )


def _lists(text: str, news: News, facts: NewsFacts) -> Iterator[Finding]:
    """Organisations and groups of people: none too many, none left out, in the order of the records."""
    pairs = (
        (Key.ORGANISATIONS, news.organisations_on_site, facts.organisations),
        (Key.ATTENDEES, news.attendee_categories, facts.attendees),
    )
    for key, said, right in pairs:
        if not said or not right or said == list(right):
            continue
        start = max(text.find(news.evidence[key]), 0)
        place = max(text.find(said[0], start), start)
        missing = [one for one in right if one not in said]
        extra = [one for one in said if one not in right]
        if missing:
            remedy = Words("缺{names}", names="、".join(missing))
        elif extra:
            remedy = Words("会议数据里没有{names}", names="、".join(extra))
        else:
            remedy = Words("次序是{names}", names="、".join(right))
        message = Words("{fact}和会议数据不一样", fact=KEY_NAMES[key])
        yield Finding(Check.DATA, place, place + len(said[0]), said[0], message, remedy)


def _years(text: str, facts: NewsFacts) -> Iterator[Finding]:
    for match in YEAR_REVIEWED.finditer(text):
        if facts.year is not None and int(match[1]) != facts.year:
            yield _found(
                match,
                Words("年度和会议数据不一样"),
                Words("评议的是{year}年度；说的是另一年度就留着", year=facts.year),
            )


def _points(text: str, news: News, facts: NewsFacts) -> Iterator[Finding]:
    """提出三点要求, and as many follow."""
    listed = len(news.requirements or facts.speech.demands)
    for match in POINTS.finditer(text):
        number = value(match[1])
        if listed and number != listed:
            yield _found(
                match,
                Words("说是{number}点，下面列了{listed}点", number=number, listed=listed),
                Words("改数字，或者补齐各点"),
            )


def _quantities(text: str, facts: NewsFacts) -> Iterator[Finding]:
    """Counted secretaries and organisations: every number comes from the records."""
    numbers = (facts.on_site, facts.written, facts.commented, len(facts.attendees), len(facts.organisations))
    allowed = {one for one in numbers if one} | {(facts.on_site or 0) + (facts.written or 0)}
    days = [match.span() for match in DATE.finditer(text)]
    for match in QUANTITY.finditer(text):
        number = value(match[1])
        in_date = any(start <= match.start() < end for start, end in days)
        if number is None or number < 2 or number in allowed or in_date:
            continue
        if OF_PEOPLE.match(text, match.end()):
            yield _found(match, Words("这个数不在会议数据里"), Words("照会议数据核对，改正或者删掉"))


def _found(match: re.Match[str], message: str, remedy: str) -> Finding:
    return Finding(Check.DATA, match.start(), match.end(), match.group(), message, remedy)
