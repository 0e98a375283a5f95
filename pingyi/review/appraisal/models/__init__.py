from pingyi.review.appraisal.models.decision import ComprehensiveOpinion, FeedbackLetter, GradeDecision
from pingyi.review.appraisal.models.snapshot import AppraisalSnapshot

__all__ = ["AppraisalSnapshot", "ComprehensiveOpinion", "FeedbackLetter", "GradeDecision"]
