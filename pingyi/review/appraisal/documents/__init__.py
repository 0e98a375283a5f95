"""Papers of the appraisal: the letter to the person, and the summary for those who count and decide."""

from pingyi.review.appraisal.documents.feedback_letter import FeedbackLetter, feedback_letter
from pingyi.review.appraisal.documents.results_summary import results_summary
from pingyi.review.appraisal.documents.summary_facts import ResultsSummary, ReviewedPerson, SummaryClass

__all__ = [
    "FeedbackLetter",
    "ResultsSummary",
    "ReviewedPerson",
    "SummaryClass",
    "feedback_letter",
    "results_summary",
]
