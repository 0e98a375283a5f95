from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words, listed
from pingyi.notices.services import Draft, give_notices
from pingyi.organisations.actor import Actor
from pingyi.publishing.domain.reviewing.steps import STEPS
from pingyi.publishing.models import NewsItem
from pingyi.publishing.phrases import STEP_WORDS
from pingyi.publishing.queries.news import parts_of
from pingyi.publishing.rules import may_draft_news
from pingyi.publishing.services.news.locked import locked, record
from pingyi.publishing.services.news.turns import turn_of


@transaction.atomic
def hand_in_news(*, actor: Actor, now: datetime, item: NewsItem) -> NewsItem:
    """Give the draft to the first reviewer. All six are named by then."""
    item = locked(item)
    if not may_draft_news(actor, item):
        raise Forbidden(Words("新闻稿由经办人送审。"))
    if item.state != "draft":
        raise Refused(Words("这篇稿子已经送审了。"), code="news.handed_in")
    named = parts_of(item)
    missing = [STEP_WORDS[step] for step in STEPS if step not in named]
    if missing:
        raise Refused(
            Words("还没有指定{steps}的人。请先在“审校的人”里选好。", steps=listed(missing)),
            code="news.no_reader",
        )
    item.state = "in_review"
    item.save(update_fields=["state"])
    record("news.handed_in", item, actor, now, round=item.round)
    tell_next(item, actor, now)
    return item


def tell_next(item: NewsItem, actor: Actor, now: datetime) -> None:
    """Tells the one whose turn it is."""
    turn = turn_of(item)
    if turn is None:
        return
    draft = Draft(
        turn.account_id,
        "news.turn",
        f"news:{item.pk}:{turn.step.kind}{turn.step.level}",
        Words("有一篇新闻稿等您{step}", step=STEP_WORDS[turn.step]),
        path=f"/office/news/{item.pk}/",
    )
    give_notices(institution_id=item.institution_id, given_by_id=actor.account_id, now=now, drafts=[draft])
