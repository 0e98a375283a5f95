"""What may be done about responsibility lists: one verb, one function."""

from pingyi.review.duties.services.begin_list import begin_body_list, begin_secretary_lists
from pingyi.review.duties.services.confirm_item import confirm_item, return_item
from pingyi.review.duties.services.discard_list import discard_list
from pingyi.review.duties.services.hand_over import hand_over_list
from pingyi.review.duties.services.issue_list import issue_list, issue_ready_lists
from pingyi.review.duties.services.link_measures import link_measures
from pingyi.review.duties.services.link_tasks import link_tasks
from pingyi.review.duties.services.move_stage import finish_stage, take_back_stage
from pingyi.review.duties.services.report_item import report_item, report_progress
from pingyi.review.duties.services.save_list import save_list
from pingyi.review.duties.services.save_template import save_template

__all__ = [
    "begin_body_list",
    "begin_secretary_lists",
    "confirm_item",
    "discard_list",
    "finish_stage",
    "hand_over_list",
    "issue_list",
    "issue_ready_lists",
    "link_measures",
    "link_tasks",
    "report_item",
    "report_progress",
    "return_item",
    "save_list",
    "save_template",
    "take_back_stage",
]
