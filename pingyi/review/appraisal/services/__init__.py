"""Everything that is written after the count: calculations, decisions, opinions, letters."""

from pingyi.review.appraisal.services.answer_statement import answer_statement
from pingyi.review.appraisal.services.decide_grade import decide_grade
from pingyi.review.appraisal.services.decide_grades import Decided, decide_grades
from pingyi.review.appraisal.services.enter_marks import enter_marks
from pingyi.review.appraisal.services.give_statement import give_statement
from pingyi.review.appraisal.services.issue_letter import issue_letter, issue_letters
from pingyi.review.appraisal.services.judge_opinion import confirm_opinion, give_opinion_back
from pingyi.review.appraisal.services.open_letter import open_letter
from pingyi.review.appraisal.services.start_poll import replan_poll, start_poll
from pingyi.review.appraisal.services.take_satisfaction import take_satisfaction
from pingyi.review.appraisal.services.take_snapshot import take_snapshot, take_snapshots
from pingyi.review.appraisal.services.tell_letters import Reminded, remind_unread
from pingyi.review.appraisal.services.write_opinion import write_opinion

__all__ = [
    "Decided",
    "Reminded",
    "answer_statement",
    "confirm_opinion",
    "decide_grade",
    "decide_grades",
    "enter_marks",
    "give_opinion_back",
    "give_statement",
    "issue_letter",
    "issue_letters",
    "open_letter",
    "remind_unread",
    "replan_poll",
    "start_poll",
    "take_satisfaction",
    "take_snapshot",
    "take_snapshots",
    "write_opinion",
]
