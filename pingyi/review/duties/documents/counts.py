"""The counts of a list in one line, as papers of the review say them."""

from pingyi.review.duties.domain.standing import Tally


def counts_in_words(counts: Tally) -> str:
    """办结5 / 8条，逾期1 / 8条; what is late is only said where something is."""
    late = f"，逾期{counts.late} / {counts.total}条" if counts.late else ""
    return f"办结{counts.done} / {counts.total}条{late}"
