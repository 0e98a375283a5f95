"""Everything that is written after the count: calculations, decisions, opinions, letters."""

from pingyi.review.appraisal.services.decide_grade import decide_grade
from pingyi.review.appraisal.services.decide_grades import Decided, decide_grades
from pingyi.review.appraisal.services.enter_marks import enter_marks
from pingyi.review.appraisal.services.issue_letter import issue_letter, issue_letters
from pingyi.review.appraisal.services.take_snapshot import take_snapshot, take_snapshots
from pingyi.review.appraisal.services.write_opinion import write_opinion

__all__ = [
    "Decided",
    "decide_grade",
    "decide_grades",
    "enter_marks",
    "issue_letter",
    "issue_letters",
    "take_snapshot",
    "take_snapshots",
    "write_opinion",
]
