"""Papers of rectification: the task list of one organisation."""

from pingyi.review.rectification.documents.task_list import ListedProblem, ListedTask, TaskList, task_list

__all__ = ["ListedProblem", "ListedTask", "TaskList", "task_list"]
