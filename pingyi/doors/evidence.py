"""Who states facts about organisations. Only the doors know both the ledgers and the review that reads them."""

from collections.abc import Collection

from pingyi.ledgers.decisions.queries.evidence import EVIDENCE as DECISIONS
from pingyi.ledgers.orglife.queries.facts import EVIDENCE as ORGLIFE
from pingyi.organisations.domain.facts import EvidenceSource, Fact, Measure, Span
from pingyi.review.rectification.queries.facts import EVIDENCE as RECTIFICATION

SOURCES: tuple[EvidenceSource, ...] = (ORGLIFE, DECISIONS, RECTIFICATION)


def measures() -> dict[str, Measure]:
    """All measures that the sources can state, by code, in the order in which tables show them."""
    return {measure.code: measure for source in SOURCES for measure in source.measures}


def facts_between(organisation_ids: Collection[int], span: Span) -> list[Fact]:
    """What all sources have to say about these organisations in the span. As many queries as the sources take."""
    return [fact for source in SOURCES for fact in source.stated(organisation_ids, span)]
