"""What examiners said of sentences of reports."""

from collections import defaultdict
from collections.abc import Iterable

from pingyi.review.evidence.domain.finding import Place
from pingyi.review.evidence.models import ClaimWord


def words_on(report_ids: Iterable[int]) -> dict[int, dict[Place, ClaimWord]]:
    """The words that stand, by report and by passage and sentence. One query however many reports."""
    found: defaultdict[int, dict[Place, ClaimWord]] = defaultdict(dict)
    rows = ClaimWord.objects.filter(report__in=list(report_ids), ended_at__isnull=True)
    for row in rows.select_related("said_by").order_by("pk"):
        found[row.report_id][row.section, row.sentence] = row
    return found
