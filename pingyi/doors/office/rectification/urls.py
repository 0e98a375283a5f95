from django.urls import path

from pingyi.doors.office.rectification import (
    evidence,
    follow_up_pages,
    own_problem,
    papers,
    plan_acts,
    problem_acts,
    problem_list,
    problem_page,
    task_acts,
    task_list,
    task_pages,
    three_lists,
)

CYCLE = "cycles/<int:cycle_id>/"
PROBLEM = "problems/<int:problem_id>/"
TASK = "tasks/<int:task_id>/"
PROOF = f"{TASK}evidence/<int:evidence_id>/"
FOLLOW_UP = "follow-ups/<int:follow_up_id>/"

urlpatterns = [
    path(f"{CYCLE}problems/", problem_list.problem_list, name="problem-list"),
    path(f"{CYCLE}problems/add/", problem_list.problem_raise, name="problem-raise"),
    path(f"{CYCLE}problems/task-lists/", papers.task_list_parcel, name="task-list-parcel"),
    path(
        f"{CYCLE}problems/task-lists/<int:organisation_id>/",
        papers.task_list_document,
        name="task-list-document",
    ),
    path(f"{CYCLE}tasks/", task_list.task_list, name="task-list"),
    path(f"{CYCLE}lists/", three_lists.three_lists, name="three-lists"),
    path(f"{CYCLE}lists/<str:list_file>", three_lists.list_file, name="three-lists-file"),
    path(f"{CYCLE}plans/approve/", plan_acts.plans_approve, name="plans-approve"),
    path(f"{CYCLE}follow-ups/", follow_up_pages.follow_up_list, name="follow-up-list"),
    path("mine/problems/new/", own_problem.problem_own, name="problem-own"),
    path(PROBLEM, problem_page.problem_show, name="problem-show"),
    path(f"{PROBLEM}claim/", problem_acts.problem_claim, name="problem-claim"),
    path(f"{PROBLEM}contest/", problem_acts.problem_contest, name="problem-contest"),
    path(f"{PROBLEM}rule/", problem_acts.problem_rule, name="problem-rule"),
    path(f"{PROBLEM}cause/", problem_acts.problem_cause, name="problem-cause"),
    path(f"{PROBLEM}tasks/", problem_acts.task_plan, name="task-plan"),
    path(f"{PROBLEM}close/", problem_acts.problem_close, name="problem-close"),
    path(f"{PROBLEM}reword/", problem_acts.problem_reword, name="problem-reword"),
    path(f"{PROBLEM}retract/", problem_acts.problem_retract, name="problem-retract"),
    path(f"{PROBLEM}take-back/", own_problem.problem_take_back, name="problem-take-back"),
    path(TASK, task_pages.task_show, name="task-show"),
    path(f"{TASK}change/", task_acts.task_change, name="task-change"),
    path(f"{TASK}plan/approve/", plan_acts.plan_approve, name="plan-approve"),
    path(f"{TASK}plan/return/", plan_acts.plan_return, name="plan-return"),
    path(f"{TASK}withdraw/", task_acts.task_withdraw, name="task-withdraw"),
    path(f"{TASK}progress/", task_acts.task_progress, name="task-progress"),
    path(f"{TASK}evidence/", evidence.evidence_add, name="evidence-add"),
    path(PROOF, evidence.evidence_file, name="evidence-file"),
    path(f"{PROOF}remove/", evidence.evidence_remove, name="evidence-remove"),
    path(f"{TASK}submit/", task_acts.task_submit, name="task-submit"),
    path(f"{TASK}send-back/", task_acts.task_send_back, name="task-send-back"),
    path(f"{TASK}close/", task_acts.task_close, name="task-close"),
    path(f"{TASK}extend/", task_acts.task_extend, name="task-extend"),
    path(f"{TASK}reopen/", task_acts.task_reopen, name="task-reopen"),
    path(FOLLOW_UP, follow_up_pages.follow_up_show, name="follow-up-show"),
    path(f"{FOLLOW_UP}answer/", follow_up_pages.follow_up_answer, name="follow-up-answer"),
    path(f"{FOLLOW_UP}send-back/", follow_up_pages.follow_up_send_back, name="follow-up-send-back"),
    path(f"{FOLLOW_UP}close/", follow_up_pages.follow_up_close, name="follow-up-close"),
]
