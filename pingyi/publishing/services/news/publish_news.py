from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.publishing.domain.drafting.draft import open_places
from pingyi.publishing.domain.reviewing.steps import next_step
from pingyi.publishing.models import NewsItem, NewsPublication
from pingyi.publishing.phrases import STEP_WORDS
from pingyi.publishing.queries.news import steps_done
from pingyi.publishing.rules import may_draft_news
from pingyi.publishing.services.news.locked import locked, newest, record

LONGEST_PLACE = 120


@transaction.atomic
def publish_news(*, actor: Actor, now: datetime, item: NewsItem, place: str = "") -> NewsPublication:
    """Give the news out: all six have signed, the last two under this very text, and no place is open.

    The database refuses anything else as well.
    """
    item = locked(item)
    if not may_draft_news(actor, item):
        raise Forbidden(Words("新闻稿由经办人发布。"))
    _refuse_unready(item)
    publication: NewsPublication = NewsPublication.objects.create(
        institution_id=item.institution_id,
        item=item,
        version=newest(item),
        round=item.round,
        place=tidy(place)[:LONGEST_PLACE],
        published_by_id=actor.account_id,
        published_at=now,
    )
    item.state = "published"
    item.save(update_fields=["state"])
    record("news.published", item, actor, now, place=publication.place)
    return publication


def _refuse_unready(item: NewsItem) -> None:
    if item.state == "published":
        raise Refused(Words("这篇稿子已经发布了。"), code="news.published")
    step = next_step(steps_done(item))
    if item.state == "draft" or step is not None:
        waits = STEP_WORDS[step] if step and item.state != "draft" else Words("送审")
        raise Refused(Words("三审三校没有走完，还差{step}，不能发布。", step=waits), code="news.unreviewed")
    missing = open_places(item.title) + open_places(item.text)
    if missing:
        raise Refused(
            Words(
                "稿子里还空着：{places}。补上或删掉，由终审、三校重签以后再发布。", places="、".join(missing)
            ),
            code="news.open_places",
        )
