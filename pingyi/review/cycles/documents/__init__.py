"""Papers of the plan: what the review is to be (方案), and the call to its meeting (通知)."""

from pingyi.review.cycles.documents.facts import ClassFacts, MeetingFacts, ReporterFacts, ReviewFacts
from pingyi.review.cycles.documents.notice import notice
from pingyi.review.cycles.documents.plan import plan

__all__ = ["ClassFacts", "MeetingFacts", "ReporterFacts", "ReviewFacts", "notice", "plan"]
