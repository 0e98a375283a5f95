"""The meetings that somebody sees."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q

from pingyi.core.paging import Page, page_of
from pingyi.ledgers.decisions.models import DecisionMeeting, MeetingRecord

ON_A_PAGE = 50


@dataclass(frozen=True)
class MeetingLine:
    """A meeting with how many items it has, how many of them have their outcome, how many people signed, and
    the state of its record (none before it began).
    """

    meeting: DecisionMeeting
    items: int
    closed: int
    signed: int
    state: str = ""


@dataclass(frozen=True)
class MeetingList:
    lines: tuple[MeetingLine, ...]
    page: Page


def list_meetings(organisation_ids: Collection[int], page: int) -> MeetingList:
    """The meetings of these organisations, the newest first. Two queries."""
    rows = DecisionMeeting.objects.filter(organisation__in=organisation_ids)
    at = page_of(rows.count(), page, ON_A_PAGE)
    counted = rows.select_related("organisation", "record").annotate(
        item_count=Count("items", distinct=True),
        closed_count=Count("items", filter=~Q(items__outcome=""), distinct=True),
        signed_count=Count("signatures", distinct=True),
    )
    lines = tuple(
        MeetingLine(one, one.item_count, one.closed_count, one.signed_count, _state(one))
        for one in counted.order_by("-held_at", "-pk")[at.rows]
    )
    return MeetingList(lines, at)


def _state(meeting: DecisionMeeting) -> str:
    """Of the record that was loaded with it."""
    try:
        return str(meeting.record.state)
    except MeetingRecord.DoesNotExist:
        return ""
