from pingyi.review.supervision.documents.circular import (
    CircularFacts,
    LateFacts,
    UnitFacts,
    supervision_circular,
)

__all__ = ["CircularFacts", "LateFacts", "UnitFacts", "supervision_circular"]
