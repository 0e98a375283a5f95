"""Titles before names as they are registered, a title at the first mention, and people in the order of the list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pingyi.core.words import Words
from pingyi.publishing.domain.people import named_posts
from pingyi.publishing.domain.proofing.finding import Check, Finding

SENTENCE = re.compile("[^。；：\n]+")
JOINT = re.compile("[、和与及]")


@dataclass(frozen=True)
class Ranked:
    """Somebody on the list: `titles` are the ways in which the post may be written, `rank` the place (0: no place)."""

    name: str
    titles: tuple[str, ...]
    rank: int = 0


def titles(text: str, people: Sequence[Ranked]) -> Iterator[Finding]:
    """All findings about people."""
    known = {one.name: one for one in people}
    for post, name, start in named_posts(text):
        yield from _post(post, name, start, known)
    for person in people:
        yield from _first_mention(text, person)
    for match in SENTENCE.finditer(text):
        yield from _order(match, people)


def _post(post: str, name: str, start: int, known: dict[str, Ranked]) -> Iterator[Finding]:
    person = known.get(name)
    if person is None:
        holder = next(
            (
                one
                for one in known.values()
                if any(len(each) > 3 and post.endswith(each) for each in one.titles)
            ),
            None,
        )
        if holder:
            message = Words("“{post}”后面的姓名和登记的不一样", post=holder.titles[0])
            yield _found(name, start, message, Words("登记的是{name}", name=holder.name))
    elif person.titles and not any(post.endswith(each) for each in person.titles):
        said = post[-12:]
        message = Words("{name}的职务和登记的不一样", name=name)
        remedy = Words("登记的是“{title}”", title=person.titles[0])
        yield _found(said, start - len(said), message, remedy)


def _first_mention(text: str, person: Ranked) -> Iterator[Finding]:
    start = text.find(person.name)
    if start < 0 or not person.titles:
        return
    before = text[max(0, start - 40) : start]
    # A wrong post is another finding; here there is none at all.
    if not any(place == start for _, name, place in named_posts(text) if name == person.name) and not any(
        before.endswith(each) for each in person.titles
    ):
        message = Words("第一次提到{name}，没有写职务", name=person.name)
        remedy = Words("前面加“{title}”", title=person.titles[0])
        yield _found(person.name, start, message, remedy)


def _order(sentence: re.Match[str], people: Sequence[Ranked]) -> Iterator[Finding]:
    """Names that one sentence lists."""
    said = sentence.group()
    listed = [(said.find(one.name), one) for one in people if one.rank and one.name in said]
    placed = sorted(listed, key=lambda pair: pair[0])
    for (place, first), (then_place, then) in pairwise(placed):
        between = said[place + len(first.name) : then_place]
        if _are_listed(between, then) and then.rank < first.rank:
            yield _found(
                then.name,
                sentence.start() + then_place,
                Words("{then}应当排在{first}前面", then=then.name, first=first.name),
                Words("按登记的次序排"),
            )


def _are_listed(between: str, then: Ranked) -> bool:
    """甲、乙; also 副书记、校长甲，书记乙, where the posts have taken the other mark."""
    return between in {f"，{title}" for title in then.titles} or (
        "，" not in between and JOINT.search(between) is not None
    )


def _found(quote: str, start: int, message: str, remedy: str) -> Finding:
    return Finding(Check.TITLE, start, start + len(quote), quote, message, remedy)
