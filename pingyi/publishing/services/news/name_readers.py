from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries import accounts_with_roles
from pingyi.publishing.domain.reviewing.steps import STEPS, People, Step, clashes
from pingyi.publishing.models import NewsItem, NewsPart
from pingyi.publishing.phrases import CLASHES, STEP_WORDS
from pingyi.publishing.queries.news import parts_of
from pingyi.publishing.rules import may_draft_news
from pingyi.publishing.services.news.locked import locked, record


@transaction.atomic
def name_readers(*, actor: Actor, now: datetime, item: NewsItem, names: Mapping[Step, int]) -> NewsItem:
    """Say who gives which of the six signatures (account numbers). Whoever has signed already stays."""
    item = locked(item)
    if not may_draft_news(actor, item):
        raise Forbidden(Words("审校的人由经办人指定。"))
    if item.state == "published":
        raise Refused(Words("这篇稿子已经发布，审校的人不能再改。"), code="news.published")
    _check(item, names)
    before = parts_of(item)
    for step in STEPS:
        part, account_id = before.get(step), names.get(step)
        if part is not None and part.account_id == account_id:
            continue
        if part is not None:
            _take_away(part, step)
        if account_id is not None:
            _give(item, step, account_id)
    record("news.readers_named", item, actor, now, readers={_code(step): names.get(step) for step in STEPS})
    return item


def _check(item: NewsItem, names: Mapping[Step, int]) -> None:
    known = {row.account_id for row in accounts_with_roles() if row.account.is_active}
    for step, account_id in names.items():
        if account_id not in known:
            message = Words("{step}选的账号已经不在，请重选。", step=STEP_WORDS[step])
            raise Refused(message, code="news.reader_missing", field=_code(step))
    found = clashes(names, writer=item.writer_id, people=People(item.people))
    if found:
        step, clash = found[0]
        raise Refused(
            Words(CLASHES[clash].template, step=STEP_WORDS[step]), code=f"news.{clash}", field=_code(step)
        )


def _take_away(part: NewsPart, step: Step) -> None:
    if part.signatures.exists():
        raise Refused(
            Words("{step}已经签过，不能换人。", step=STEP_WORDS[step]), code="news.signed", field=_code(step)
        )
    part.delete()


def _give(item: NewsItem, step: Step, account_id: int) -> None:
    NewsPart.objects.create(
        institution_id=item.institution_id,
        item=item,
        kind=step.kind,
        level=step.level,
        account_id=account_id,
        writer_id=item.writer_id,
        people=item.people,
    )


def _code(step: Step) -> str:
    return f"{step.kind}-{step.level}"
