"""Papers of rectification: the task list of one organisation, and the three lists."""

from pingyi.review.rectification.documents.task_list import ListedProblem, ListedTask, TaskList, task_list
from pingyi.review.rectification.documents.three_lists import ThreeLists, list_paper, lists_workbook

__all__ = [
    "ListedProblem",
    "ListedTask",
    "TaskList",
    "ThreeLists",
    "list_paper",
    "lists_workbook",
    "task_list",
]
