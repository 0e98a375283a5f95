"""Which meetings were held."""

from django.db.models import Exists, OuterRef, QuerySet

from pingyi.ledgers.decisions.models import AgendaItem, DecisionMeeting


def held_meetings() -> "QuerySet[DecisionMeeting]":
    """Those that count as held: people were there, and one item at least came to something. A list of names alone is no
    meeting. No query yet.
    """
    came_to_something = AgendaItem.objects.filter(meeting=OuterRef("pk")).exclude(outcome="")
    rows = DecisionMeeting.objects.filter(begun_at__isnull=False)
    return rows.filter(Exists(came_to_something))
