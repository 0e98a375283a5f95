from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.publishing.domain.drafting.compose import compose
from pingyi.publishing.domain.drafting.draft import Draft
from pingyi.publishing.models import NewsItem
from pingyi.publishing.queries.house_rules import house_rules
from pingyi.publishing.queries.news import news_of_meeting
from pingyi.publishing.queries.news_facts import facts_of_meeting
from pingyi.publishing.rules import may_draft_news
from pingyi.publishing.services.news.locked import keep_version, record
from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.meetings.domain.agenda import SittingState
from pingyi.review.meetings.queries import sitting_of

LONGEST_ADDED, LONGEST_BALLOT, LONGEST_TITLE = 2000, 20, 200


@dataclass(frozen=True)
class Added:
    """What no record of the meeting holds. All of it may be empty; nothing is put in its place."""

    purpose: str = ""
    chair_words: str = ""
    ballot: str = ""


@transaction.atomic
def draft_news(
    *, actor: Actor, now: datetime, meeting: ReviewMeeting, added: Added | None = None
) -> NewsItem:
    """Write the first version of a meeting's news from its records. The meeting is over and has no news yet.

    Facts that nobody recorded become open places in the text.
    """
    if not may_draft_news(actor, meeting):
        raise Forbidden(Words("新闻稿由经办人拟。"))
    _refuse_too_early(meeting)
    words = _words(added or Added())
    rules = house_rules()
    draft = compose(facts_of_meeting(meeting).with_words(**words))
    item: NewsItem = NewsItem.objects.create(
        institution_id=meeting.institution_id,
        meeting=meeting,
        title=draft.title.text[:LONGEST_TITLE],
        text=draft.text,
        people=rules.people,
        credit_scheme=rules.credit_scheme,
        source=rules.source,
        added=words,
        origins=origins_of(draft),
        writer_id=actor.account_id,
        drafted_at=now,
    )
    keep_version(item, actor, now)
    record("news.drafted", item, actor, now)
    return item


def origins_of(draft: Draft) -> list[dict[str, object]]:
    """Every drafted sentence with the keys of its facts."""
    return [{"text": one.text, "keys": [key.value for key in one.keys]} for one in draft.sentences]


def _refuse_too_early(meeting: ReviewMeeting) -> None:
    sitting = sitting_of(meeting)
    if sitting is None or sitting.state != SittingState.ENDED:
        raise Refused(
            Words("“{name}”还没有散会，拟不了新闻稿。散会以后再来。", name=meeting.name),
            code="news.too_early",
        )
    if news_of_meeting(meeting) is not None:
        raise Refused(
            Words("“{name}”已经有新闻稿了。请在“新闻稿”里打开它。", name=meeting.name), code="news.again"
        )


def _words(added: Added) -> dict[str, str]:
    words = {
        "purpose": tidy(added.purpose),
        "chair_words": tidy(added.chair_words),
        "ballot": tidy(added.ballot),
    }
    limits = {"purpose": LONGEST_ADDED, "chair_words": LONGEST_ADDED, "ballot": LONGEST_BALLOT}
    for key, limit in limits.items():
        if len(words[key]) > limit:
            raise Refused(Words("太长了，请缩到{limit}个字以内。", limit=limit), code="news.long", field=key)
    return words
