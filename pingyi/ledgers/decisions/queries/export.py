"""Topics as the workbook in which they are imported."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from pingyi.ledgers.decisions.domain.amounts import typed_amount
from pingyi.ledgers.decisions.domain.sheets import TOPICS
from pingyi.ledgers.decisions.models import Topic
from pingyi.ledgers.decisions.phrases import AUTHORITIES, KINDS, MAJORS, SUBJECTS
from pingyi.organisations.models import Organisation

CHUNK = 2000


def export_lines(
    organisations: Sequence[Organisation], first: date, last: date
) -> dict[str, Iterator[dict[str, Any]]]:
    """The topics of these organisations that were proposed on these days. One query."""
    rows = Topic.objects.filter(
        organisation__in=[one.pk for one in organisations], proposed_on__range=(first, last)
    ).select_related("organisation", "presenter")
    ordered = rows.order_by("organisation__path", "proposed_on", "pk").iterator(CHUNK)
    return {TOPICS.name: (row_of(one) for one in ordered)}


def row_of(topic: Topic) -> dict[str, Any]:
    """One topic as its row."""
    return {
        "organisation": topic.organisation.path,
        "title": topic.title,
        "proposed_on": topic.proposed_on,
        "subject": str.__str__(SUBJECTS[topic.subject]),
        "kind": str.__str__(KINDS[topic.kind]),
        "major": str.__str__(MAJORS[topic.major]) if topic.major else "",
        "amount": typed_amount(topic.amount),
        "authority": str.__str__(AUTHORITIES[topic.authority]) if topic.authority else "",
        "presenter": topic.presenter.name,
        "presenter_number": topic.presenter.staff_number,
        "summary": topic.summary,
    }
