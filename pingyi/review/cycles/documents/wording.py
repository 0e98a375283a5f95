"""Dates, times, names and shares as the papers of a review write them."""

from datetime import date, datetime

from pingyi.core.words import Words
from pingyi.documents.domain.blanks import Filling
from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.title import break_title
from pingyi.documents.domain.tree import Align, Column, Table, text_row
from pingyi.review.cycles.documents.facts import MeetingFacts, ReporterFacts

TITLE_WIDTH = 19
_WEEKDAYS = "一二三四五六日"
ROSTER_COLUMNS = (
    Column("序号", 2, Align.CENTRE),
    Column("党组织", 8),
    Column("述职人", 4, Align.CENTRE),
    Column("职务", 5, Align.CENTRE),
    Column("方式", 2, Align.CENTRE),
)


def review_name(name: str) -> str:
    """The name of the review without the 会 of its meeting."""
    return name.removesuffix("会")


def title_of(text: str) -> str:
    """A title with its lines broken at the ends of words."""
    return break_title(text, TITLE_WIDTH)


def clock_time(moment: datetime) -> str:
    """14:30 as official texts write it."""
    return f"{moment:%H:%M}"


def day_and_time(moment: datetime) -> str:
    """2026年1月19日（星期一）14:30."""
    return f"{official_date(moment.date())}（星期{_WEEKDAYS[moment.weekday()]}）{clock_time(moment)}"


def span(first: date | None, last: date | None) -> str:
    """1月5日至1月16日 with the year once, "" while neither is set."""
    if first and last and first.year == last.year:
        end = f"{last.month}月{last.day}日" if first.month != last.month else f"{last.day}日"
        return official_date(first) if first == last else f"{official_date(first)}至{end}"
    if first and last:
        return f"{official_date(first)}至{official_date(last)}"
    return f"{official_date(first)}起" if first else f"{official_date(last)}前" if last else ""


def minutes(seconds: int) -> str:
    """8分钟; half minutes with the decimal."""
    whole, rest = divmod(seconds, 60)
    return f"{whole}分钟" if rest == 0 else f"{whole}分{rest}秒"


def chair_and_commentator(meeting: MeetingFacts, filling: Filling) -> str:
    """Who chairs and who comments: one sentence, whether they are one person or two."""
    chair = with_title(meeting.chair_title, meeting.chair, filling, Words("主持人"))
    commentator = with_title(meeting.commentator_title, meeting.commentator, filling, Words("点评人"))
    if meeting.chair and (meeting.chair, meeting.chair_title) == (
        meeting.commentator,
        meeting.commentator_title,
    ):
        return f"{chair}主持会议并逐一点评"
    return f"{chair}主持会议，{commentator}逐一点评"


def with_title(title: str, name: str, filling: Filling, what: str) -> str:
    """校党委书记沈璟玥; the post alone is never invented."""
    person = filling.or_blank(name, Words("{what}没有定", what=what), "plan")
    return f"{title}{person}" if name else person


def post_in(organisation: str, title: str) -> str:
    """图书馆党总支 and 党总支书记 are 图书馆党总支书记: what both name is said once."""
    for length in range(min(len(organisation), len(title)), 0, -1):
        if organisation.endswith(title[:length]):
            return organisation + title[length:]
    return organisation + title


def roster(reporters: tuple[ReporterFacts, ...], caption: str) -> Table:
    """Everybody with organisation, post and mode."""
    rows = tuple(
        text_row(str(number), one.organisation, one.name, one.title, one.mode)
        for number, one in enumerate(reporters, start=1)
    )
    return Table(ROSTER_COLUMNS, rows, caption)
