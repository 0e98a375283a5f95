"""Reads one cleaned news text: every fact with the sentence that says it, and nothing that it does not say."""

import re
from dataclasses import dataclass, field, fields
from typing import Any

from pingyi.publishing.domain.reading.attendees import read_attendees
from pingyi.publishing.domain.reading.ballot import read_ballot
from pingyi.publishing.domain.reading.counts import read_count
from pingyi.publishing.domain.reading.credit_lines import read_credits
from pingyi.publishing.domain.reading.meeting import read_convenor, read_date, read_year
from pingyi.publishing.domain.reading.organisations import read_organisations
from pingyi.publishing.domain.reading.person_phrases import Known
from pingyi.publishing.domain.reading.requirements import read_requirements
from pingyi.publishing.domain.reading.roles import read_chair, read_commentator
from pingyi.publishing.domain.reading.sentences import Sentence, split


@dataclass
class News:
    """What a text says. None means: it does not say."""

    year: int | None = None
    date: str | None = None
    convenor: str | None = None
    chair: str | None = None
    commentator: str | None = None
    same_chair_and_commentator: bool | None = None
    on_site: int | None = None
    written: int | None = None
    organisations_on_site: list[str] | None = None
    attendee_categories: list[str] | None = None
    requirements: list[str] | None = None
    ballot: str | None = None
    credits: list[dict[str, str]] | None = None
    evidence: dict[str, str] = field(default_factory=dict)

    def as_document(self) -> dict[str, Any]:
        """All keys in their order, ready for JSON."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @property
    def says_anything(self) -> bool:
        return any(getattr(self, key) is not None for key in KEYS)

    def say(self, key: str, found: tuple[Any, str] | None) -> None:
        """Takes over one finding; an empty one leaves the key unsaid."""
        if found is not None and found[0] not in ([], "", None):
            setattr(self, key, found[0])
            self.evidence[key] = found[1]


KEYS = tuple(each.name for each in fields(News) if each.name != "evidence")
SUBJECT = ("述职", "双述双评")
# Regulations speak of such meetings too: they have articles, news have none.
ARTICLE = re.compile("^ *第[一二三四五六七八九十百0-9]+条", re.MULTILINE)
FEWEST_ARTICLES = 2


def read(text: str) -> News:
    """Reads a cleaned text. A text about something else says nothing."""
    news = News()
    if not any(word in text for word in SUBJECT) or len(ARTICLE.findall(text)) >= FEWEST_ARTICLES:
        return news
    sentences = split(text)
    spoken = [found for found in sentences if not found.is_heading]
    known = Known(text)
    news.say("year", read_year(sentences))
    news.say("date", read_date(sentences))
    news.say("convenor", read_convenor(sentences))
    _say_roles(news, spoken, known, text)
    news.say("on_site", read_count(spoken, "on_site"))
    news.say("written", read_count(spoken, "written"))
    news.say("organisations_on_site", read_organisations(spoken))
    news.say("attendee_categories", read_attendees(sentences))
    news.say("requirements", read_requirements(sentences, text))
    news.say("ballot", read_ballot(spoken))
    credits_found, lines = read_credits(text)
    news.say("credits", ([{"role": role, "name": name} for role, name in credits_found], lines))
    return news


def _say_roles(news: News, sentences: list[Sentence], known: Known, text: str) -> None:
    chair, commentator = read_chair(sentences, known), read_commentator(sentences, known)
    for key, found in (("chair", chair), ("commentator", commentator)):
        news.say(key, ("、".join(found[0]), found[1]) if found else None)
    if chair is None or commentator is None:
        return
    is_same = _is_same(chair[0], commentator[0], known)
    news.say("same_chair_and_commentator", (is_same, _together(chair[1], commentator[1], text)))


def _is_same(chair: list[str], commentator: list[str], known: Known) -> bool | None:
    """True or false only between names, or between posts; a name and a post that nobody links stay open."""
    if set(chair) == set(commentator):
        return True
    if len(chair) == len(commentator) == 1 and all(name in known.names for name in (*chair, *commentator)):
        return False
    are_posts = [not any(name in known.names for name in people) for people in (chair, commentator)]
    return False if all(are_posts) and not set(chair) & set(commentator) else None


def _together(first: str, second: str, text: str) -> str:
    """Both sentences where they stand side by side, else the one about the comments."""
    for pair in (f"{first}{second}", f"{second}{first}"):
        if pair in text:
            return pair
    return second
