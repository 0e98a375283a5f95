"""The news of a meeting: the text, who signs, who has signed, what the machine finds."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.publishing.documents import Article
from pingyi.publishing.domain.drafting.credits import MARKS, CreditScheme, credits_of
from pingyi.publishing.domain.drafting.draft import credit_lines
from pingyi.publishing.domain.drafting.facts import Credit, NewsFacts
from pingyi.publishing.domain.drafting.set_words import STEPS
from pingyi.publishing.domain.proofing.finding import Finding
from pingyi.publishing.domain.proofing.read_proof import Known, read_proof
from pingyi.publishing.domain.reviewing.steps import Kind, Signed, Step, next_step, standing
from pingyi.publishing.models import (
    NewsItem,
    NewsPart,
    NewsPublication,
    NewsReturn,
    NewsSignature,
    NewsVersion,
)
from pingyi.publishing.queries.house_rules import house_rules
from pingyi.publishing.queries.news_facts import facts_of_meeting, people_of_meeting
from pingyi.review.cycles.models import Cycle, ReviewMeeting


@dataclass(frozen=True)
class MeetingLine:
    """A meeting of the review with its news, if there is one, and the step that is next."""

    meeting: ReviewMeeting
    item: NewsItem | None
    done: int
    next: Step | None
    is_over: bool


def find_news(news_id: int) -> NewsItem:
    """One with its meeting and people; `Missing` for any other."""
    item: NewsItem | None = _items().filter(pk=news_id).first()
    if item is None:
        raise Missing(Words("没有这篇新闻稿。请从“新闻稿”的列表里打开。"), code="news.missing")
    return item


def news_of_meeting(meeting: ReviewMeeting) -> NewsItem | None:
    """The news of this meeting, if somebody has drafted it."""
    item: NewsItem | None = _items().filter(meeting=meeting).first()
    return item


def published_news_of(cycle: Cycle) -> list[NewsPublication]:
    """What was given out of this review, oldest first, each with its version and item."""
    rows = NewsPublication.objects.select_related("version", "item__meeting", "published_by")
    return list(rows.filter(item__meeting__cycle=cycle).order_by("published_at", "pk"))


def news_of_cycle(cycle: Cycle) -> list[MeetingLine]:
    """Every meeting of the review in order. Three queries however many there are."""
    meetings = list(ReviewMeeting.objects.select_related("sitting").filter(cycle=cycle).order_by("sequence"))
    items = {
        item.meeting_id: item
        for item in NewsItem.objects.filter(meeting__in=meetings).select_related("writer")
    }
    signed: dict[int, list[Signed]] = {}
    for row in _signatures().filter(part__item__in=[item.pk for item in items.values()]):
        signed.setdefault(row.part.item_id, []).append(_signed(row))
    lines = []
    for meeting in meetings:
        item = items.get(meeting.pk)
        given = signed.get(item.pk, []) if item else []
        done = standing(given, now_round=item.round, version=item.version) if item else set()
        sitting = getattr(meeting, "sitting", None)
        is_over = sitting is not None and sitting.state == "ended"
        lines.append(MeetingLine(meeting, item, len(done), next_step(done) if item else None, is_over))
    return lines


def parts_of(item: NewsItem) -> dict[Step, NewsPart]:
    """Who gives which signature. One query."""
    rows = NewsPart.objects.filter(item=item).select_related("account")
    return {Step(Kind(row.kind), row.level): row for row in rows}


def signatures_of(item: NewsItem) -> list[NewsSignature]:
    """Every signature, the newest first."""
    return list(_signatures().filter(part__item=item).order_by("-signed_at", "-pk"))


def returns_of(item: NewsItem) -> list[NewsReturn]:
    rows = NewsReturn.objects.filter(item=item).select_related("returned_by", "version")
    return list(rows.order_by("-returned_at"))


def steps_done(item: NewsItem) -> set[Step]:
    """The steps whose signature counts now."""
    signed = [_signed(row) for row in _signatures().filter(part__item=item)]
    return standing(signed, now_round=item.round, version=item.version)


def versions_of(item: NewsItem) -> list[NewsVersion]:
    """Every kept text, the newest first."""
    return list(NewsVersion.objects.filter(item=item).select_related("written_by").order_by("-number"))


def version_of(item: NewsItem, number: int) -> NewsVersion:
    row: NewsVersion | None = NewsVersion.objects.filter(item=item, number=number).first()
    if row is None:
        raise Missing(Words("没有留下这一版。请回到稿子里看有哪些。"), code="news.version_missing")
    return row


def publication_of(item: NewsItem) -> NewsPublication | None:
    """What was given out in this round."""
    rows = NewsPublication.objects.select_related("published_by", "version")
    found: NewsPublication | None = rows.filter(item=item, round=item.round).first()
    return found


def credits_of_item(item: NewsItem, parts: Mapping[Step, NewsPart]) -> tuple[Credit, ...]:
    names = {step: part.account.display_name for step, part in parts.items()}
    scheme = CreditScheme(item.credit_scheme)
    return credits_of(scheme, source=item.source, writer=item.writer.display_name, names=names)


def credit_text(item: NewsItem, parts: Mapping[Step, NewsPart]) -> tuple[str, ...]:
    """The credit lines as they stand under the news."""
    return credit_lines(credits_of_item(item, parts), MARKS[CreditScheme(item.credit_scheme)])


def facts_of_item(item: NewsItem) -> NewsFacts:
    """The facts of its meeting now, with what a person added when it was drafted."""
    return facts_of_meeting(item.meeting).with_words(**item.added)


def findings_in(item: NewsItem, whole: str) -> list[Finding]:
    """What a proof reader should look at in this text, its title in the first line (`whole_of`)."""
    known = Known(facts_of_item(item), people_of_meeting(item.meeting), house_rules().known_formulas)
    return read_proof(whole, known)


def whole_of(title: str, text: str) -> str:
    """The title is read like the text: it stands in the first line, also while it is empty."""
    return f"{title}\n{text}"


def _items() -> QuerySet[NewsItem]:
    rows: QuerySet[NewsItem] = NewsItem.objects.select_related(
        "meeting__cycle__convenor", "meeting__chair", "meeting__commentator", "writer"
    )
    return rows


def _signatures() -> QuerySet[NewsSignature]:
    rows: QuerySet[NewsSignature] = NewsSignature.objects.select_related("part__account", "version")
    return rows


def _signed(row: NewsSignature) -> Signed:
    step = Step(Kind(row.part.kind), row.part.level)
    return Signed(step, row.part.account_id, row.round, row.version.number)


def article_of(item: NewsItem, parts: Mapping[Step, NewsPart]) -> Article:
    """The text as a file shows it: what was given out, or as it stands now with how far it is."""
    return Article(item.title, item.text, credit_text(item, parts), STEPS.get(item.state, ""))
