"""What may be done about problems, tasks and requirements: one verb, one function."""

from pingyi.review.rectification.services.answer_problem import claim_problem, contest_problem
from pingyi.review.rectification.services.change_task import change_task, extend_task
from pingyi.review.rectification.services.check_task import close_task, reopen_task, send_back_task
from pingyi.review.rectification.services.close_problem import close_problem
from pingyi.review.rectification.services.correct_problem import retract_problem, reword_problem
from pingyi.review.rectification.services.decide_plan import approve_plan, approve_plans, return_plan
from pingyi.review.rectification.services.evidence import HandedIn, add_evidence, remove_evidence
from pingyi.review.rectification.services.explain_cause import explain_cause
from pingyi.review.rectification.services.follow_ups import (
    answer_follow_up,
    close_follow_up,
    send_back_follow_up,
)
from pingyi.review.rectification.services.plan_task import plan_task
from pingyi.review.rectification.services.raise_problem import raise_problem
from pingyi.review.rectification.services.raise_requirement import raise_requirement
from pingyi.review.rectification.services.report_progress import report_progress
from pingyi.review.rectification.services.rule_on_contest import rule_on_contest
from pingyi.review.rectification.services.self_found import name_own_problem, take_back_own_problem
from pingyi.review.rectification.services.submit_task import submit_task
from pingyi.review.rectification.services.withdraw_task import withdraw_task

__all__ = [
    "HandedIn",
    "add_evidence",
    "answer_follow_up",
    "approve_plan",
    "approve_plans",
    "change_task",
    "claim_problem",
    "close_follow_up",
    "close_problem",
    "close_task",
    "contest_problem",
    "explain_cause",
    "extend_task",
    "name_own_problem",
    "plan_task",
    "raise_problem",
    "raise_requirement",
    "remove_evidence",
    "reopen_task",
    "report_progress",
    "retract_problem",
    "return_plan",
    "reword_problem",
    "rule_on_contest",
    "send_back_follow_up",
    "send_back_task",
    "submit_task",
    "take_back_own_problem",
    "withdraw_task",
]
