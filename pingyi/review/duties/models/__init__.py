from pingyi.review.duties.models.duty_list import DutyList
from pingyi.review.duties.models.item import DutyItem, DutyMeasure, DutyTask
from pingyi.review.duties.models.story import DutyNote, StageMove
from pingyi.review.duties.models.template import DutyTemplateRow

__all__ = ["DutyItem", "DutyList", "DutyMeasure", "DutyNote", "DutyTask", "DutyTemplateRow", "StageMove"]
