from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.publishing.models import NewsItem, NewsSignature
from pingyi.publishing.phrases import STEP_WORDS
from pingyi.publishing.queries.news import findings_in, whole_of
from pingyi.publishing.services.news.hand_in_news import tell_next
from pingyi.publishing.services.news.locked import locked, newest, record
from pingyi.publishing.services.news.turns import turn_of

LONGEST_REMARK = 200


@transaction.atomic
def sign_news(
    *, actor: Actor, now: datetime, item: NewsItem, seen_version: int, remark: str = ""
) -> NewsItem:
    """Sign the step whose turn it is, under the text as it stands. Review and proof of one level are signed together
    where they are the same person's. What the machine still found is kept with the signature.
    """
    item = locked(item)
    turn = turn_of(item)
    if turn is None:
        raise Refused(Words("现在没有要签的。请回到稿子看走到哪一步。"), code="news.nothing_to_sign")
    if turn.account_id != actor.account_id or item.institution_id != actor.institution_id:
        holder = turn.parts[0].account.display_name
        raise Forbidden(
            Words("现在轮到{name}{step}。", name=holder, step=STEP_WORDS[turn.step]),
            code="news.not_your_turn",
        )
    if seen_version != item.version:
        raise Refused(
            Words("您打开以后稿子改过了，现在是第{number}版。请看过差异再签。", number=item.version),
            code="news.changed_meanwhile",
        )
    version, left = newest(item), len(findings_in(item, whole_of(item.title, item.text)))
    for part in turn.parts:
        NewsSignature.objects.create(
            institution_id=item.institution_id,
            part=part,
            version=version,
            round=item.round,
            findings=left,
            remark=tidy(remark)[:LONGEST_REMARK],
            signed_at=now,
        )
    steps = [f"{part.kind}-{part.level}" for part in turn.parts]
    record("news.signed", item, actor, now, steps=steps, findings=left)
    tell_next(item, actor, now)
    return item
