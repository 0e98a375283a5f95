from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.publishing.models import NewsItem
from pingyi.publishing.rules import may_change_news
from pingyi.publishing.services.news.locked import keep_version, locked, record
from pingyi.publishing.services.news.turns import turn_of

LONGEST_TITLE, LONGEST_TEXT = 200, 20_000


@transaction.atomic
def save_news(
    *, actor: Actor, now: datetime, item: NewsItem, title: str, text: str, seen_version: int
) -> NewsItem:
    """Keep a changed text as a new version. While it is a draft the clerk changes it; under review only the one whose
    turn it is, and the last signatures have to be given again if there were any. The same text makes no version.
    """
    item = locked(item)
    turn = turn_of(item)
    if not may_change_news(actor, item, turn.account_id if turn else None):
        raise Forbidden(Words("现在轮不到您改这篇稿子。起草时经办人改，送审以后轮到谁签谁改。"))
    if item.state == "published":
        raise Refused(Words("这篇稿子已经发布，不能再改。要改，先写明原因退回起草。"), code="news.published")
    if seen_version != item.version:
        raise Refused(
            Words("您打开以后别人存过第{number}版。请先看差异，再把您的改动加上去。", number=item.version),
            code="news.changed_meanwhile",
        )
    title, text = " ".join(title.split()), _tidied(text)
    _check_sizes(title, text)
    if (title, text) == (item.title, item.text):
        return item
    item.title, item.text, item.version = title, text, item.version + 1
    item.save(update_fields=["title", "text", "version"])
    keep_version(item, actor, now)
    record("news.changed", item, actor, now)
    return item


def _tidied(text: str) -> str:
    """One paragraph a line, without the blanks around it and without empty lines."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _check_sizes(title: str, text: str) -> None:
    for key, value, limit in (("title", title, LONGEST_TITLE), ("text", text, LONGEST_TEXT)):
        if not value:
            raise Refused(Words("这里不能空着。"), code="news.empty", field=key)
        if len(value) > limit:
            raise Refused(Words("太长了，请缩到{limit}个字以内。", limit=limit), code="news.long", field=key)
