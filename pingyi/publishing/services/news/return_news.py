from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.publishing.models import NewsItem, NewsReturn
from pingyi.publishing.rules import may_draft_news
from pingyi.publishing.services.news.locked import locked, newest, record
from pingyi.publishing.services.news.turns import turn_of

LONGEST_REASON = 1000


@transaction.atomic
def return_news(*, actor: Actor, now: datetime, item: NewsItem, reason: str) -> NewsItem:
    """Back to the draft: by the one whose turn it is, or by the clerk, also after it was published. All signatures of
    this round lapse and stay on record.
    """
    item = locked(item)
    turn = turn_of(item)
    is_own_turn = turn is not None and turn.account_id == actor.account_id
    at_home = item.institution_id == actor.institution_id
    if not (may_draft_news(actor, item) or (is_own_turn and at_home)):
        raise Forbidden(Words("退回由轮到审校的人或者经办人办。"))
    if item.state == "draft":
        raise Refused(Words("这篇稿子正在起草，不用退回。"), code="news.is_draft")
    words = tidy(reason)
    if not words or len(words) > LONGEST_REASON:
        message = Words("写明为什么退回，{most}个字以内。", most=LONGEST_REASON)
        raise Refused(message, code="news.no_reason", field="reason")
    NewsReturn.objects.create(
        institution_id=item.institution_id,
        item=item,
        version=newest(item),
        round=item.round,
        reason=words,
        returned_by_id=actor.account_id,
        returned_at=now,
    )
    item.state, item.round = "draft", item.round + 1
    item.save(update_fields=["state", "round"])
    record("news.returned", item, actor, now, reason=words)
    return item
