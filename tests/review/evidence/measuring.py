"""How well claims are found and judged: the program's against the labels of a person."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pingyi.ledgers.decisions.domain.measures import MEASURES as DECISIONS
from pingyi.ledgers.orglife.domain.measures import MEASURES as ORGLIFE
from pingyi.organisations.domain.facts import Measure
from pingyi.review.evidence.domain.claims import Passage, ReportText, claims_of
from pingyi.review.evidence.domain.verdict import CheckedClaim, ground_of, judged
from pingyi.review.evidence.domain.vocabulary import Vocabulary
from pingyi.review.rectification.domain.facts import MEASURES as RECTIFICATION
from tests.review.evidence.world_of_claims import FACTS

KNOWN: dict[str, Measure] = {one.code: one for one in (*ORGLIFE, *DECISIONS, *RECTIFICATION)}
LABELS = {"supported": "S", "contradicted": "C", "no_record": "N"}
Labelled = tuple[str, tuple[tuple[str, str], ...]]


@dataclass
class Score:
    """`found` of `labelled` claims, `marked` by the program; `right` verdicts of those found."""

    labelled: int = 0
    marked: int = 0
    found: int = 0
    right: int = 0
    # Verdicts S or C that the person did not give: worse than none.
    wrongly_sure: int = 0
    faults: list[str] = field(default_factory=list)


def checked(text: str) -> list[CheckedClaim]:
    ground = ground_of(1, FACTS, KNOWN)
    report = ReportText(1, 2025, (Passage("1", text),))
    return [judged(claim, ground) for claim in claims_of(report, Vocabulary(tuple(KNOWN.values())))]


def score_of(sentences: Iterable[Labelled]) -> Score:
    score = Score()
    for text, labels in sentences:
        marked = checked(text)
        score.labelled += len(labels)
        score.marked += len(marked)
        left = list(marked)
        for words, label in labels:
            start = text.index(words)
            match = next(
                (one for one in left if one.claim.start < start + len(words) and start < one.claim.end), None
            )
            if match is None:
                score.faults.append(f"missed “{words}” in {text}")
                continue
            left.remove(match)
            score.found += 1
            said = LABELS[match.verdict]
            score.right += said == label
            if said != label:
                score.wrongly_sure += said != "N"
                score.faults.append(f"“{words}” {said} instead of {label} in {text}")
        for one in left:
            score.wrongly_sure += LABELS[one.verdict] != "N"
            score.faults.append(f"marked “{one.claim.quote}” {LABELS[one.verdict]} in {text}")
    return score
