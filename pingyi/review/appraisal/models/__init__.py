from pingyi.review.appraisal.models.decision import GradeDecision
from pingyi.review.appraisal.models.feedback import (
    LetterOpening,
    LetterStatement,
    OpinionVerdict,
    StatementAnswer,
)
from pingyi.review.appraisal.models.letter import ComprehensiveOpinion, FeedbackLetter
from pingyi.review.appraisal.models.mark import OutsideMark
from pingyi.review.appraisal.models.satisfaction import SatisfactionResult
from pingyi.review.appraisal.models.snapshot import AppraisalSnapshot

__all__ = [
    "AppraisalSnapshot",
    "ComprehensiveOpinion",
    "FeedbackLetter",
    "GradeDecision",
    "LetterOpening",
    "LetterStatement",
    "OpinionVerdict",
    "OutsideMark",
    "SatisfactionResult",
    "StatementAnswer",
]
