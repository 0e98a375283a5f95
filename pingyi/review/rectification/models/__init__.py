from pingyi.review.rectification.models.problem import ProblemItem
from pingyi.review.rectification.models.requirement import FollowUp, Requirement
from pingyi.review.rectification.models.task import Evidence, Task, TaskMeasure, TaskNote

__all__ = ["Evidence", "FollowUp", "ProblemItem", "Requirement", "Task", "TaskMeasure", "TaskNote"]
