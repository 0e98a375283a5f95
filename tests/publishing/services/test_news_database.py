"""What the database itself refuses, whoever asks: the same people twice, news that nobody reviewed, changed records."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django_scopes import scope

from pingyi.core.errors import Refused
from pingyi.publishing.models import NewsItem, NewsPart, NewsPublication, NewsSignature, NewsVersion
from pingyi.publishing.services.news import (
    hand_in_news,
    name_readers,
    publish_news,
    save_news,
    set_house_rules,
)
from tests.factories.news import Desk, make_desk
from tests.factories.world import NOW


@pytest.fixture
def desk(db: None) -> Iterator[Desk]:
    made = make_desk()
    with scope(institution=made.hall.institution):
        yield made


def test_an_open_place_is_never_published(desk: Desk) -> None:
    item = desk.draft()
    text = item.text + "\n〔待补：测评情况〕"
    item = save_news(actor=desk.clerk, now=NOW, item=item, title=item.title, text=text, seen_version=1)
    name_readers(actor=desk.clerk, now=NOW, item=item, names=desk.names)
    item = desk.sign(hand_in_news(actor=desk.clerk, now=NOW, item=item), 1, 2, 3)
    with pytest.raises(Refused) as refusal:
        publish_news(actor=desk.clerk, now=NOW, item=item)
    assert refusal.value.code == "news.open_places"
    with pytest.raises(DatabaseError), transaction.atomic():
        _give_out(desk, item)


def test_the_database_itself_wants_different_people(desk: Desk) -> None:
    item = desk.draft()
    first, writer = desk.signers[0].account_id, desk.clerk.account_id
    _part(desk, item, "review", 1, first)
    for kind, level, account in (
        ("review", 2, first),
        ("review", 3, writer),
        ("proof", 3, writer),
        ("proof", 4, first),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            _part(desk, item, kind, level, account)
    with pytest.raises(DatabaseError), transaction.atomic():
        _part(desk, item, "proof", 1, writer, people="free")
    with pytest.raises(DatabaseError), transaction.atomic():
        NewsPart.objects.update(account_id=writer)
    _part(desk, item, "proof", 1, first)


def test_six_people_where_the_house_says_so(desk: Desk) -> None:
    set_house_rules(
        actor=desk.clerk, now=NOW, people="all", credit_scheme="three_steps", source="", formulas=""
    )
    item = desk.draft()
    with pytest.raises(Refused) as refusal:
        name_readers(actor=desk.clerk, now=NOW, item=item, names=desk.names)
    assert refusal.value.code == "news.twice"
    _part(desk, item, "review", 1, desk.leader.account_id)
    with pytest.raises(IntegrityError), transaction.atomic():
        _part(desk, item, "proof", 1, desk.leader.account_id)


def test_the_database_itself_gives_nothing_out_unreviewed(desk: Desk) -> None:
    item = desk.sign(desk.handed_in(), 1, 2)
    with pytest.raises(DatabaseError), transaction.atomic():
        _give_out(desk, item)
    with pytest.raises(DatabaseError), transaction.atomic():
        NewsItem.objects.filter(pk=item.pk).update(state="published")
    item = desk.sign(item, 3)
    first = NewsVersion.objects.get(item=item)
    item = save_news(
        actor=desk.clerk, now=NOW, item=item, title=item.title, text="签完又改。", seen_version=1
    )
    for version in (first, NewsVersion.objects.get(item=item, number=2)):
        with pytest.raises(DatabaseError), transaction.atomic():
            _give_out(desk, item, version)
    for kept in (NewsVersion, NewsSignature):
        with pytest.raises(DatabaseError), transaction.atomic():
            kept.objects.filter(institution=desk.hall.institution).delete()
    part = NewsPart.objects.get(item=item, kind="review", level=1)
    with pytest.raises(DatabaseError), transaction.atomic():
        NewsSignature.objects.create(
            institution=desk.hall.institution, part=part, version=first, round=1, findings=0, signed_at=NOW
        )


def test_published_text_cannot_drift_from_what_was_signed(desk: Desk) -> None:
    item = desk.sign(desk.handed_in(), 1, 2, 3)
    publish_news(actor=desk.clerk, now=NOW, item=item)
    with pytest.raises(DatabaseError), transaction.atomic():
        NewsItem.objects.filter(pk=item.pk).update(text="悄悄改。")


def _part(desk: Desk, item: NewsItem, kind: str, level: int, account: int, people: str = "") -> None:
    NewsPart.objects.create(
        institution=desk.hall.institution,
        item=item,
        kind=kind,
        level=level,
        account_id=account,
        writer_id=item.writer_id,
        people=people or item.people,
    )


def _give_out(desk: Desk, item: NewsItem, version: NewsVersion | None = None) -> None:
    NewsPublication.objects.create(
        institution=desk.hall.institution,
        item=item,
        version=version or NewsVersion.objects.get(item=item, number=item.version),
        round=item.round,
        published_by_id=desk.clerk.account_id,
        published_at=NOW,
    )
